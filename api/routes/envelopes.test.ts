import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { endEnvelope } from '../../db/queries/envelopes.course.ts';
import { addSignedVersion, fileSigned } from '../../db/queries/envelopes.signed.ts';
import { recordFile } from '../../db/queries/letters.ts';
import { deals, documentVersions, envelopes, events } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { pdf, type SeededFile, seedFile } from '../../test/seed-signing.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let deal: SeededDeal;
let file: SeededFile;
let key: string;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  ({ id: brokerageId } = await testBrokerage(database.app));
  deal = await seedDeal(database.app, brokerageId);
  file = await seedFile(api.deps, { brokerageId, dealId: deal.dealId, emails: ['buyer@example.com', 'seller@example.com', null] });
  ({ key } = await testKey(database, brokerageId));
});
const ask = (changes: object = {}, idempotencyKey?: string, no = deal.dealNo) =>
  api.call('POST', `/v1/deals/${no}/envelopes`, {
    key,
    body: {
      documentId: file.documentId,
      subject: 'Purchase contract',
      signers: [{ partyId: file.partyIds[0] }, { partyId: file.partyIds[1], routingOrder: 2 }],
      ...changes,
    },
    ...(idempotencyKey ? { idempotencyKey } : {}),
  });
const change = <T>(fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'system', id: 't' }, source: 'test' }, fn);

describe('asking for signatures', () => {
  test('answers 202 with the envelope and where to look; the same key gives the same one', async () => {
    const first = await ask({}, 'envelope-key-1');
    expect(first).toMatchObject({
      status: 202,
      json: {
        ...{ status: 'requested', dealNo: deal.dealNo, documentVersion: 1, waitingFor: 'the signature provider to take it', signed: null },
        progress: { signed: 0, of: 2 },
        signers: [
          { role: 'buyer', routingOrder: 1, status: 'waiting' },
          { role: 'seller', routingOrder: 2, status: 'waiting' },
        ],
      },
    });
    expect((await ask({}, 'envelope-key-1')).text).toBe(first.text);
    const one = await api.call('GET', first.headers.get('location')!, { key });
    expect(one.json).toMatchObject({ id: first.json.id, explanation: 'waiting for the signature provider to take it' });
    const log = await inTenant(database.app, brokerageId, (tx) => tx.select().from(events).where(eq(events.type, 'Envelope.Requested')));
    expect(log).toMatchObject([{ subjectId: deal.dealId, payload: { envelopeId: first.json.id, envelopeNo: 1, signers: 2 } }]);
    expect(JSON.stringify(log)).not.toMatch(/@example|Purchase|Jo /);
    const { items } = (await api.call('GET', `/v1/deals/${deal.dealNo}/envelopes`, { key })).json;
    expect(items.map(({ envelopeNo }: { envelopeNo: number }) => envelopeNo)).toEqual([1]);
  });

  test('takes a subject of one line only: a break would begin another header', async () => {
    for (const subject of ['Sign\r\nBcc: eve@example.com', 'Sign\nthis', 'Sign\u0000'])
      expect(await ask({ subject })).toMatchObject({ status: 400, json: { errors: [{ path: 'subject', message: 'is to be one line of text' }] } });
  });

  test('takes a document by its number, too', async () => {
    const { documentNo } = await documentOf();
    expect(await ask({ documentId: undefined, documentNo })).toMatchObject({ status: 202, json: { documentId: file.documentId } });
  });

  test.each<[string, () => object, number, string, RegExp]>([
    ['a document of nobody', () => ({ documentId: randomUUID() }), 404, 'no-such-document', /no document/],
    ['a version there is not', () => ({ version: 9 }), 404, 'no-such-document', /no version 9; version 1 is in force/],
    ['a party of nobody', () => ({ signers: [{ partyId: randomUUID() }] }), 422, 'no-such-signer', /no such party/],
    ['a party without an address', () => ({ signers: [{ partyId: file.partyIds[2] }] }), 422, 'party-without-email', /the buyer agent/],
    ['a party twice', () => ({ signers: [{ partyId: file.partyIds[0] }, { partyId: file.partyIds[0] }] }), 422, 'duplicate-party', /named twice/],
    ['nobody to sign', () => ({ signers: [] }), 422, 'no-signer', /Nobody is named/],
    ['two names of the document', () => ({ documentNo: 1 }), 400, 'invalid-request', /./],
    ['a place in the order that is none', () => ({ signers: [{ partyId: file.partyIds[0], routingOrder: 0 }] }), 400, 'invalid-request', /./],
  ])('refuses %s in words, and leaves nothing', async (_, changes, status, code, words) => {
    const before = (await api.call('GET', `/v1/deals/${deal.dealNo}/envelopes`, { key })).text;
    const answer = await ask(changes());
    expect(answer).toMatchObject({ status, json: { type: `/problems/${code}`, detail: expect.stringMatching(words), nextStep: expect.stringMatching(/./) } });
    expect((await api.call('GET', `/v1/deals/${deal.dealNo}/envelopes`, { key })).text).toBe(before);
  });

  test('refuses what is no PDF, and a deal that is closed', async () => {
    const picture = { brokerageId, documentId: file.documentId, version: 2, sha256: 'b'.repeat(64), mime: 'image/png', name: 'scan.png', bytes: 1 };
    await inTenant(database.app, brokerageId, (tx) => tx.insert(documentVersions).values({ ...picture, uploadedAt: new Date(), uploadedBy: 'test' }));
    expect(await ask({ version: 2 })).toMatchObject({ status: 422, json: { type: '/problems/not-a-pdf', detail: expect.stringContaining('image/png') } });
    const closed = await seedDeal(database.app, brokerageId);
    await inTenant(database.app, brokerageId, (tx) => tx.update(deals).set({ closedAt: new Date() }).where(eq(deals.id, closed.dealId)));
    expect(await ask({}, undefined, closed.dealNo)).toMatchObject({ status: 409, json: { type: '/problems/deal-closed' } });
    expect((await ask({}, undefined, 99_999)).status).toBe(404);
  });
});

test('withdrawing is a wish that its run carries out; what has ended stays', async () => {
  const { id } = (await ask({ version: 1 })).json;
  const first = await api.call('POST', `/v1/envelopes/${id}/void`, { key, body: { reason: 'Wrong price' } });
  expect(first).toMatchObject({ status: 202, json: { status: 'requested', waitingFor: 'the signature provider to end it' } });
  await api.call('POST', `/v1/envelopes/${id}/void`, { key, body: { reason: 'Again' } });
  const [row] = await inTenant(database.app, brokerageId, (tx) => tx.select().from(envelopes).where(eq(envelopes.id, id)));
  expect(row!.voiding).toMatchObject({ cause: 'person', reason: 'Wrong price' });
  const asked = await inTenant(database.app, brokerageId, (tx) => tx.select().from(events).where(eq(events.type, 'Envelope.VoidRequested')));
  expect(asked).toHaveLength(1);
  await change((c) => endEnvelope(c, { envelopeId: id, status: 'voided', reason: 'Wrong price' }));
  expect(await api.call('POST', `/v1/envelopes/${id}/void`, { key, body: { reason: 'x' } })).toMatchObject({
    status: 409,
    json: { type: '/problems/envelope-ended' },
  });
});

test('the signed document is there once it is fetched, and before it is said why not', async () => {
  const { id } = (await ask({ version: 1 })).json;
  const path = `/v1/envelopes/${id}/signed`;
  expect(await api.call('GET', path, { key })).toMatchObject({
    status: 409,
    json: { type: '/problems/not-signed', detail: expect.stringContaining('requested') },
  });
  const { sha256, bytes } = await api.deps.files.put(brokerageId, Buffer.concat([pdf, Buffer.from('% signed\n')]));
  await change(async (c) => {
    await endEnvelope(c, { envelopeId: id, status: 'completed', reason: null });
    await recordFile(c.tx, { sha256, bytes, mime: 'application/pdf', name: 'signed.pdf' });
    await fileSigned(c, { envelopeId: id, sha256 });
  });
  const answer = await api.call('GET', path, { key });
  expect([answer.status, answer.headers.get('content-type'), answer.text.endsWith('% signed\n')]).toEqual([200, 'application/pdf', true]);
  expect((await api.call('GET', `/v1/envelopes/${id}`, { key })).json).toMatchObject({ status: 'completed', signed: path, explanation: 'ended: completed' });
  // Once it is a version of its document, whoever opens it here stands among those who have seen that.
  await change((c) => addSignedVersion(c, { envelopeId: id, sha256 }));
  await api.call('GET', path, { key });
  const { versions, views } = (await api.call('GET', `/v1/documents/${file.documentId}`, { key })).json;
  expect(views).toEqual([expect.objectContaining({ version: versions[0].version })]);
});

async function documentOf(): Promise<{ documentNo: number }> {
  const rows = await inTenant(database.app, brokerageId, (tx) => tx.query.documents.findMany());
  return rows.find(({ id }) => id === file.documentId)!;
}
