import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createFileStore } from '../../db/files.ts';
import { addDocument, findDocument, listVersions, reviewDocument, takeVersion } from '../../db/queries/documents.ts';
import { claimEnvelope, endEnvelope, markSent } from '../../db/queries/envelopes.course.ts';
import { requestEnvelope } from '../../db/queries/envelopes.request.ts';
import { fileSigned } from '../../db/queries/envelopes.signed.ts';
import { recordFile } from '../../db/queries/letters.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { askSignatures, type SeededFile, seedFile } from '../../test/seed-signing.ts';
import { actsOnFile } from './documents.fixture.ts';
import { documentConsumers } from './documents.ts';
import { partyMessageConsumers } from './party-messages.ts';
import { signingConsumers } from './signing.ts';

const files = createFileStore(testFolder('test-files'));
let database: TestDatabase;
let brokerageId: string;
let deal: SeededDeal;
let file: SeededFile;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  brokerageId = (await testBrokerage(database.app)).id;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX' }, deal: { side: 'listing', workflowId: `deal/${brokerageId}/1` } });
  file = await seedFile({ db: database.app, files }, { brokerageId, dealId: deal.dealId, emails: ['buyer@example.com', 'seller@example.com'] });
});

const { change, read, run: drained, openTasks, eventsOf, match } = actsOnFile(() => ({ database, brokerageId, deal, told: [] }));
const run = () => drained([...signingConsumers, ...documentConsumers, ...partyMessageConsumers]);
const documentNow = async () => (await read((tx) => findDocument(tx, { documentId: file.documentId })))!;
const versions = async () => (await read((tx) => listVersions(tx, { documentId: file.documentId }))).map(({ version, signatureOf }) => [version, signatureOf]);
const review = (version: number, decision: 'accept' | 'reject', reason: 'missing-pages' | 'missing-signature' | null = null) =>
  change((c) => reviewDocument(c, { documentId: file.documentId, decision, version, reason, note: null, by: 'test' }));
const nextVersion = async () => {
  const sha256 = randomUUID().replaceAll('-', '').repeat(2);
  const { documentNo } = await documentNow();
  await change((c) =>
    addDocument(c, {
      ...{ dealId: deal.dealId, documentNo, file: { sha256, bytes: 10, mime: 'application/pdf', name: 'contract.pdf' }, proposals: [], by: 'test' },
    }),
  );
  await run();
};
const asked = () => askSignatures(database.app, brokerageId, deal.dealId, file);
/** All have signed, and the provider's PDF is here. */
async function signed(envelopeId: string): Promise<void> {
  const { sha256, bytes } = await files.put(brokerageId, Buffer.from(`%PDF-1.4 signed ${envelopeId} %%EOF`));
  await change(async (c) => {
    await claimEnvelope(c, { envelopeId });
    await markSent(c, { envelopeId, providerId: randomUUID(), days: 30, found: false });
    await endEnvelope(c, { envelopeId, status: 'completed', reason: null });
    await recordFile(c.tx, { sha256, bytes, mime: 'application/pdf', name: 'signed.pdf' });
    await fileSigned(c, { envelopeId, sha256 });
  });
  await run();
}

test('the signed copy of the version in force takes its place, says what it is a copy of, and is accepted', async () => {
  const { id } = await asked();
  await signed(id);
  expect(await documentNow()).toMatchObject({ version: 2, status: 'accepted', review: { version: 2, by: 'signature' } });
  expect(await versions()).toEqual([
    [2, 1],
    [1, null],
  ]);
  expect(await openTasks('signed-older-version')).toEqual([]);
});

test('a newer version that came while an older one was being signed stays the one in force: the signed copy is kept beside it, and a person is told', async () => {
  const { id, envelopeNo } = await asked();
  await nextVersion();
  await signed(id);
  expect(await documentNow()).toMatchObject({ version: 2, status: 'in-review' });
  expect(await versions()).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  expect((await eventsOf('Document.Signed')).at(-1)).toMatchObject({ payload: { version: 3, of: 1, inForce: false } });
  expect(await openTasks('signed-older-version')).toMatchObject([
    {
      title: expect.stringContaining(`Envelope ${envelopeNo}`),
      reason: expect.stringMatching(/signed is version 1.*version 2 is in force.*version 3/i),
      role: 'coordinator',
    },
  ]);
  // What is added next is the version after all that are there, and it is the one that is sent for signature.
  await nextVersion();
  expect((await documentNow()).version).toBe(4);
});

test('what is asked to be signed is the version in force, not a signed copy with a higher number', async () => {
  const { id } = await asked();
  await nextVersion();
  await signed(id);
  const { documentVersion } = await change((c) =>
    requestEnvelope(c, {
      ...{ dealId: deal.dealId, document: { id: file.documentId }, version: null, subject: 'Again', message: null, by: 'test' },
      signers: file.signers,
    }),
  );
  expect(documentVersion).toBe(2);
});

test('a person takes the signed copy for the version in force: it is looked through as any other, and the question is closed', async () => {
  const { id } = await asked();
  await nextVersion();
  await match(await documentNow(), 'TX-SDN');
  await signed(id);
  await change((c) => takeVersion(c, { documentId: file.documentId, version: 3 }));
  await run();
  expect(await documentNow()).toMatchObject({ version: 3, status: 'in-review', review: null });
  expect([(await openTasks('signed-older-version')).length, (await openTasks('review-document')).length]).toEqual([0, 1]);
  expect((await eventsOf('Document.VersionTaken')).at(-1)).toMatchObject({ payload: { version: 3, prior: 2 } });
  // Back to one that was looked through before: it is asked for again all the same. The one in force once more changes nothing.
  await review(3, 'accept');
  await run();
  await change((c) => takeVersion(c, { documentId: file.documentId, version: 2 }));
  await change((c) => takeVersion(c, { documentId: file.documentId, version: 2 }));
  await run();
  expect(await openTasks('review-document')).toMatchObject([{ reason: expect.stringContaining('Version 2') }]);
  await expect(change((c) => takeVersion(c, { documentId: file.documentId, version: 9 }))).rejects.toThrow('no version 9');
});

test('what a person rejected for its content is not accepted by being signed: somebody looks again; a missing signature is cured by it', async () => {
  const first = await asked();
  await review(1, 'reject', 'missing-pages');
  await run();
  await signed(first.id);
  expect(await documentNow()).toMatchObject({ version: 2, status: 'in-review', review: null });
  expect([(await openTasks('resubmit-document')).length, (await openTasks('review-document')).length]).toEqual([0, 1]);

  file = await seedFile({ db: database.app, files }, { brokerageId, dealId: deal.dealId, emails: ['other@example.com'] });
  const second = await asked();
  await review(1, 'reject', 'missing-signature');
  await run();
  await signed(second.id);
  expect(await documentNow()).toMatchObject({ version: 2, status: 'accepted' });
});

test('accepted before it was signed, it is accepted as signed, and the parties are not told twice that it is complete', async () => {
  await match(await documentNow(), 'TX-SDN');
  await review(1, 'accept');
  await run();
  const drafted = (await eventsOf('PartyMessage.Drafted')).length;
  const { id } = await asked();
  await signed(id);
  expect(await documentNow()).toMatchObject({ version: 2, status: 'accepted', review: { version: 2, by: 'signature' } });
  expect(await eventsOf('PartyMessage.Drafted')).toHaveLength(drafted);
});
