import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { deals, events } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestApi, testApi, testKey } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { pdfOf, png, uploadOf } from '../../test/upload.ts';

let database: TestDatabase;
let api: TestApi;
let brokerageId: string;
let key: string;
let personId: string;
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database);
  brokerageId = (await testBrokerage(database.app)).id;
  ({ key, personId } = await testKey(database, brokerageId));
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', city: 'AUSTIN' } });
});

const add = (file: Buffer, { name = 'scan.pdf', fields = {}, ...more }: { name?: string; fields?: Record<string, string>; idempotencyKey?: string } = {}) =>
  api.call('POST', `/v1/deals/${deal.dealNo}/documents`, { key, ...uploadOf(file, name, fields), ...more });
const eventsOf = async (type: string) =>
  (await inTenant(database.app, brokerageId, (tx) => tx.select().from(events).orderBy(events.seq))).filter((event) => event.type === type);

describe('adding', () => {
  test('a document is told by its text and waits for a review; the same bytes again are the same document', async () => {
    const file = pdfOf('INFORMATION ABOUT BROKERAGE SERVICES IABS 1-2');
    const first = await add(file, { name: 'a name nobody may see in an event.pdf' });
    expect(first).toMatchObject({
      status: 201,
      json: { documentNo: 1, version: 1, status: 'in-review', kind: null, proposals: [{ id: 'TX-IABS', formVersion: '1-2' }] },
    });
    expect(first.headers.get('location')).toBe(`/v1/documents/${first.json.id}`);
    expect(await add(file)).toMatchObject({ status: 200, json: { id: first.json.id, version: 1 } });
    expect(await eventsOf('Document.Uploaded')).toMatchObject([{ payload: { documentNo: 1, version: 1, proposal: 'TX-IABS' } }]);
    expect(JSON.stringify(await eventsOf('Document.Uploaded'))).not.toContain('nobody may see');
  });

  test('a repeated request is answered the same, and another file under its key is refused', async () => {
    const idempotencyKey = 'upload-once';
    const first = await add(pdfOf('once'), { idempotencyKey });
    expect((await add(pdfOf('once'), { idempotencyKey })).text).toBe(first.text);
    expect(await add(pdfOf('other'), { idempotencyKey })).toMatchObject({ status: 422, json: { type: '/problems/idempotency-key-reused' } });
  });

  test('the content says what it is, not the name; a picture is taken', async () => {
    expect(await add(png, { name: 'disclosure.pdf' })).toMatchObject({ status: 201 });
    expect((await eventsOf('Document.Uploaded')).at(-1)).toMatchObject({ payload: { mime: 'image/png' } });
  });

  test.each([
    ['document-type', Buffer.from('<html>not a document</html>')],
    ['document-type', Buffer.from(`PK\u0003\u0004${'x'.repeat(5000)}`)],
    ['empty-document', Buffer.alloc(0)],
    ['truncated-document', Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`)],
    ['body-too-large', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(25_000_000, 32), Buffer.from('%%EOF')])],
  ])('%s: refused in words, and nothing stays behind', async (code, file) => {
    const stored = () => readdirSync(join(api.deps.config.home, 'files', brokerageId)).length;
    const before = stored();
    expect((await add(file)).json).toMatchObject({ type: `/problems/${code}`, nextStep: expect.any(String) });
    expect(stored()).toBe(before);
  });

  test('a version of a document that is not there is refused', async () =>
    expect(await add(pdfOf('x'), { fields: { document: '99' } })).toMatchObject({ status: 404, json: { type: '/problems/no-such-document' } }));
});

test('another version is taken as the one in force, and waits for a review; one that is not there is refused', async () => {
  const { json } = await add(pdfOf('the right one'));
  await add(pdfOf('the wrong one'), { fields: { document: String(json.documentNo) } });
  const take = (version: number) => api.call('POST', `/v1/documents/${json.id}/versions/${version}/take`, { key });
  expect(await take(1)).toMatchObject({ status: 200, json: { version: 1, status: 'in-review', review: null } });
  expect(await take(7)).toMatchObject({ status: 404, json: { type: '/problems/no-such-document', nextStep: 'Take one of the versions 1 to 2.' } });
  expect((await api.call('GET', `/v1/documents/${json.id}`, { key })).json).toMatchObject({
    version: 1,
    versions: [
      { version: 2, signatureOf: null },
      { version: 1, signatureOf: null },
    ],
  });
  expect(await add(pdfOf('the third one'), { fields: { document: String(json.documentNo) } })).toMatchObject({ status: 201, json: { version: 3 } });
});

describe('reviewing', () => {
  test('a rejection has a reason, a new version answers it, and a review of the version before it is refused', async () => {
    const { json } = await add(pdfOf('first try'));
    const review = (body: object) => api.call('POST', `/v1/documents/${json.id}/review`, { key, body });
    expect((await review({ decision: 'reject' })).status).toBe(400);
    expect((await review({ decision: 'accept', reason: 'unreadable' })).status).toBe(400);
    expect(await review({ decision: 'reject', reason: 'missing-pages', note: 'Ann forgot page 2' })).toMatchObject({
      json: { status: 'rejected', review: { reason: 'missing-pages', words: 'Pages are missing', note: 'Ann forgot page 2', version: 1, by: personId } },
    });
    expect(JSON.stringify(await eventsOf('Document.Reviewed'))).not.toContain('Ann');
    const second = await add(pdfOf('second try'), { fields: { document: String(json.documentNo) } });
    expect(second).toMatchObject({ status: 201, json: { id: json.id, version: 2, status: 'in-review', review: null } });
    expect(await review({ decision: 'accept', version: 1 })).toMatchObject({ status: 409, json: { type: '/problems/newer-version' } });
    const accepted = await review({ decision: 'accept', version: 2 });
    expect(accepted.json).toMatchObject({ status: 'accepted' });
    const count = (await eventsOf('Document.Reviewed')).length;
    expect((await review({ decision: 'accept' })).json).toEqual(accepted.json);
    expect(await eventsOf('Document.Reviewed')).toHaveLength(count);
  });

  test('a person says what it is; what no checklist knows is refused', async () => {
    const { json } = await add(pdfOf('matching'));
    const match = (body: object) => api.call('POST', `/v1/documents/${json.id}/match`, { key, body });
    expect((await match({ kind: 'TX-SDN', formVersion: '55-0' })).json).toMatchObject({ kind: 'TX-SDN', formVersion: '55-0' });
    expect(await match({ kind: 'TX-NOTHING' })).toMatchObject({ status: 422, json: { type: '/problems/unknown-document' } });
    expect((await match({ kind: null })).json).toMatchObject({ kind: null });
  });
});

test('who opens a version is written down, and the bytes come back as they were sent', async () => {
  const file = pdfOf('to be opened');
  const { json } = await add(file, { name: 'Ann Walker.pdf' });
  const answer = await api.call('GET', `/v1/documents/${json.id}/versions/1/file`, { key });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([200, 'application/pdf', String(file.length)]);
  expect(answer.headers.get('content-disposition')).not.toContain('Ann');
  expect(answer.text).toBe(file.toString());
  const { json: whole } = await api.call('GET', `/v1/documents/${json.id}`, { key });
  expect(whole).toMatchObject({ versions: [{ version: 1, name: 'Ann Walker.pdf', uploadedBy: personId }], views: [{ version: 1, personId }] });
  expect(Object.keys(whole.people)).toEqual([personId]);
  expect(await eventsOf('Document.Viewed')).toHaveLength(1);
});

test('documents of a deal come by number', async () => {
  const { json } = await api.call('GET', `/v1/deals/${deal.dealNo}/documents`, { key });
  const numbers = json.items.map(({ documentNo }: { documentNo: number }) => documentNo);
  expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
});

test('a PDF file may be looked at in a tab, and framed by nobody', async () => {
  const { json } = await add(pdfOf('to be looked at'));
  const { headers } = await api.call('GET', `/v1/documents/${json.id}/versions/1/file?inline=true`, { key });
  expect(headers.get('content-disposition')).toMatch(/^inline;/);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('the queue to review goes over all deals, whoever waits longest first, page by page', async () => {
  const other = await seedDeal(database.app, brokerageId, { lead: { line: '9 ELM ST', city: 'AUSTIN', state: 'TX' } });
  const { json: last } = await api.call('POST', `/v1/deals/${other.dealNo}/documents`, { key, ...uploadOf(pdfOf('of another deal'), 'b.pdf') });
  const queue = async (query: string): Promise<{ id: string; dealNo: number; status: string; property: string; uploadedAt: string }[]> => {
    const items = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { json } = await api.call('GET', `/v1/documents?status=in-review&limit=2${query}${cursor && `&cursor=${cursor}`}`, { key });
      items.push(...json.items);
      cursor = json.nextCursor;
    }
    return items;
  };
  const all = await queue('');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.map(({ uploadedAt }) => uploadedAt)).toEqual(all.map(({ uploadedAt }) => uploadedAt).sort());
  expect(all.every(({ status }) => status === 'in-review')).toBe(true);
  expect(all.at(-1)).toMatchObject({ id: last.id, dealNo: other.dealNo, property: '9 ELM ST, AUSTIN' });
  expect((await queue(`&deal=${other.dealNo}`)).map(({ id }) => id)).toEqual([last.id]);
  // Nobody need look through what is of a deal that came to nothing; by its deal it is found.
  const standing = (stage: string, closedAt: Date | null) =>
    inTenant(database.app, brokerageId, (tx) => tx.update(deals).set({ stage, closedAt }).where(eq(deals.id, other.dealId)));
  await standing('dead', new Date());
  expect((await queue('')).map(({ id }) => id)).not.toContain(last.id);
  expect((await queue(`&deal=${other.dealNo}`)).map(({ id }) => id)).toEqual([last.id]);
  await standing('closed', new Date());
  expect((await queue('')).map(({ id }) => id)).toContain(last.id);
  await standing('open', null);
  await api.call('POST', `/v1/documents/${last.id}/review`, { key, body: { decision: 'accept' } });
  expect(await queue(`&deal=${other.dealNo}`)).toEqual([]);
});
