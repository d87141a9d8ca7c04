import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type AdvancedFile, advanceFile } from '../../activities/closing/file.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { overrideItem } from '../../db/queries/checklist.ts';
import { recordContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { recordFact } from '../../db/queries/deal-facts.ts';
import { stateFacts } from '../../db/queries/deal-law.ts';
import { addDocument, matchToChecklist, reviewDocument } from '../../db/queries/documents.ts';
import { claimEnvelope, endEnvelope, markSent } from '../../db/queries/envelopes.course.ts';
import { takeInReport } from '../../db/queries/envelopes.report.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Milestone } from '../../domain/closing/milestones.ts';
import { plainDeal } from '../../domain/compliance/checklists/facts.fixture.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { type SeededDeal, seedDeal } from '../../test/seed-deal.ts';
import { askSignatures, seedFile } from '../../test/seed-signing.ts';
import { drain } from '../relay/relay.ts';
import { closingConsumers } from './closing.ts';
import { stateComplianceConsumers } from './compliance.state.ts';
import { documentConsumers } from './documents.ts';
import type { Consumer, RunAction } from './types.ts';

let database: TestDatabase;
let brokerageId: string;
let deal: SeededDeal;
beforeAll(async () => {
  database = await testDatabase();
  brokerageId = (await testBrokerage(database.app)).id;
  deal = await seedDeal(database.app, brokerageId, { lead: { state: 'TX', yearBuilt: 1995 }, deal: { side: 'listing' } });
});

const change = <T>(fn: (change: Change) => Promise<T>): Promise<T> =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const run = (consumers: Consumer[]): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers,
    retryDelaysMs: [],
    perform: async () => {},
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
const advance = (): Promise<AdvancedFile> => change((c) => advanceFile(c, deal.dealId));
const happened = (fact: Milestone) =>
  change((c) => recordFact(c, { dealId: deal.dealId, dealNo: deal.dealNo, fact, effectiveOn: '2026-12-30', value: null, evidence: null, by: 'test' }));

test('a deal that was closed at the table waits for its documents and for the compliance of its state, says which, and closes once both are there', async () => {
  const { contractDate: _, closingDate: __, side: ___, propertyState: ____, ...facts } = plainDeal;
  await change((c) => stateFacts(c, { dealId: deal.dealId, facts }));
  await change(async (c) => {
    await recordContract(c, {
      ...{ dealId: deal.dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'test' },
      ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: { optionDays: 10 }, dates: { closingDate: '2026-12-30' } },
    });
    await recomputeDeadlines(c, { dealId: deal.dealId, cause: { kind: 'rule', id: 'contract' } });
  });
  await run([...stateComplianceConsumers, ...documentConsumers]);
  await happened('Closing.Completed');
  const { missingDocuments: missing, missingTitles } = await inTenant(database.app, brokerageId, (tx) => closingGate(tx, deal));
  expect(await advance()).toMatchObject({ outcome: null, stage: 'closing', waitingFor: `required documents: ${missingTitles.join('; ')}` });

  // One document comes and is accepted, the broker goes on without the others.
  const [first, ...others] = missing;
  await change(async (c) => {
    const file = { sha256: 'c'.repeat(64), bytes: 10, mime: 'application/pdf', name: 'scan.pdf' };
    const { document } = await addDocument(c, { dealId: deal.dealId, file, proposals: [], by: 'test' });
    await matchToChecklist(c, { documentId: document.id, kind: first!, formVersion: null });
    await reviewDocument(c, { documentId: document.id, decision: 'accept', version: 1, reason: null, note: null, by: 'test' });
    for (const id of others) await overrideItem(c, { deal: { id: deal.dealId, dealNo: deal.dealNo }, document: id, reason: 'test', by: deal.leadId });
  });
  await run(documentConsumers);
  expect(await advance()).toMatchObject({ outcome: null, stage: 'closing', waitingFor: expect.stringContaining('compliance') });

  await run(stateComplianceConsumers);
  expect(await advance()).toMatchObject({ outcome: 'closed' });
});

test('the deal says how far its signatures have come, and its run is told of each step by role', async () => {
  const other = await seedDeal(database.app, brokerageId, { lead: { state: 'TX' }, deal: { side: 'listing' } });
  const files = createFileStore(testFolder('test-files'));
  const file = await seedFile({ db: database.app, files }, { brokerageId, dealId: other.dealId, emails: ['buyer@example.com', 'seller@example.com'] });
  const of = <T>(fn: (change: Change) => Promise<T>): Promise<T> =>
    changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: other.dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
  await of((c) =>
    recordContract(c, {
      ...{ dealId: other.dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'test' },
      ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: { optionDays: 10 }, dates: { closingDate: '2026-12-30' } },
    }),
  );
  const { id: envelopeId } = await askSignatures(database.app, brokerageId, other.dealId, file);
  const providerId = randomUUID();
  const signers = (buyer: 'sent' | 'completed') =>
    [buyer, 'sent' as const].map((status, at) => ({ recipientId: String(at + 1), routingOrder: at + 1, status, at: '2026-11-21T12:00:00.000Z', reason: null }));
  await of(async (c) => {
    await claimEnvelope(c, { envelopeId });
    await markSent(c, { envelopeId, providerId, days: 30, found: false });
    await takeInReport(c, {
      envelopeId,
      report: { envelopeId: providerId, at: '2026-11-21T12:00:00.000Z', status: 'sent', reason: null, signers: signers('completed') },
    });
  });
  expect(await of((c) => advanceFile(c, other.dealId))).toMatchObject({
    stage: expect.any(String),
    waitingFor: expect.stringMatching(/, and for signatures: 1 of 2 signed on document \d+$/),
  });
  const told: RunAction[] = [];
  await drain({
    ...{ app: database.app, relay: database.relay.sql, consumers: closingConsumers.filter(({ name }) => name === 'deal-run'), retryDelaysMs: [] },
    perform: async (action) => void told.push(action),
    log: (line) => expect.unreachable(JSON.stringify(line)),
  });
  const words = told.flatMap((action) => (action.kind === 'signal' && action.signal === 'fileChanged' ? [(action.input as { what: string }).what] : []));
  expect(words).toEqual(expect.arrayContaining(['envelope 1: sent for signature', 'envelope 1: signed by the buyer (1 of 2 signed)']));
  await of((c) => endEnvelope(c, { envelopeId, status: 'voided', reason: 'test' }));
  expect((await of((c) => advanceFile(c, other.dealId))).waitingFor).not.toContain('signatures');
});
