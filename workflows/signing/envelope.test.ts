import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import type { Deps } from '../../activities/deps.ts';
import { OutcomeUnknown } from '../../activities/providers/client.ts';
import type { EnvelopeSnapshot } from '../../activities/providers/ports.ts';
import { createSigningActivities } from '../../activities/signing.ts';
import { changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { closeDeal } from '../../db/queries/closing.ts';
import { requestVoid } from '../../db/queries/envelopes.request.ts';
import { findEnvelope, recipientsOf } from '../../db/queries/envelopes.ts';
import { findParty, updateContact } from '../../db/queries/parties.ts';
import { takeInWebhook } from '../../db/queries/webhooks.ts';
import { deals, documents, documentVersions, events, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { lookedUp } from '../../domain/closing/report.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { type FakeSignatures, fakeSignatures } from '../../test/fake-signatures.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { testFolder } from '../../test/folder.ts';
import { runPage } from '../../test/run-page.ts';
import { seedDeal } from '../../test/seed-deal.ts';
import { askSignatures, pdf, seedFile } from '../../test/seed-signing.ts';
import { contactConsumers } from '../../workers/consumers/contacts.ts';
import { signingConsumers } from '../../workers/consumers/signing.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { reconcile } from '../../workers/signatures/reconcile.ts';
import * as messages from './messages.ts';

const day = 86_400;
let database: TestDatabase;
let engine: TestEngine;
let provider: FakeSignatures;
let deps: Deps;

beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  provider = fakeSignatures(Buffer.concat([pdf, Buffer.from('% signed\n%%EOF\n')]));
  const files = createFileStore(testFolder('test-files'));
  deps = { db: database.app, files, publicUrl: 'https://keyturn.example', signatures: provider } as Partial<Deps> as Deps;
  await engine.work(createSigningActivities(deps));
});

const settle = (except: string[] = []): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: [...signingConsumers, ...contactConsumers].filter(({ name }) => !except.includes(name)),
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: () => {},
  });

/** A deal with three parties, and signatures of them asked for: the run has started. */
async function set(prepare: () => void = () => {}) {
  const { id: brokerageId } = await testBrokerage(database.app);
  const { dealId } = await seedDeal(database.app, brokerageId);
  const file = await seedFile(deps, { brokerageId, dealId, emails: ['buyer@example.com', 'seller@example.com', 'agent@example.com'] });
  prepare();
  const { id: envelopeId, key, workflowId } = await askSignatures(database.app, brokerageId, dealId, file);
  await settle();
  const handle: WorkflowHandle = engine.client.workflow.getHandle(workflowId);
  const row = async () => (await inTenant(database.app, brokerageId, (tx) => findEnvelope(tx, { envelopeId })))!;
  const explain = (): Promise<string> => handle.query(messages.explainQuery);
  return {
    ...{ brokerageId, dealId, envelopeId, key, handle, file, row, explain },
    reaches: (stage: messages.EnvelopeStage) => expect.poll(async () => (await handle.query(messages.statusQuery)).stage, { timeout: 15_000 }).toBe(stage),
    /** The provider reports, as a webhook does. */
    async report(report: EnvelopeSnapshot, except: string[] = []) {
      await inTenant(database.app, brokerageId, (tx) => takeInWebhook(tx, { provider: 'docusign', ...lookedUp(report), correlationId: 'test' }));
      await settle(except);
    },
    withdraw: () =>
      changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
        requestVoid(change, { envelopeId, voiding: { cause: 'person', reason: 'Wrong price', by: 'person' } }),
      ).then(() => settle()),
    tasks: () => inTenant(database.app, brokerageId, (tx) => tx.select().from(tasks).where(eq(tasks.dealId, dealId))),
    log: async () =>
      (
        await inTenant(database.app, brokerageId, (tx) =>
          tx
            .select()
            .from(events)
            .where(and(eq(events.subjectId, dealId)))
            .orderBy(events.seq),
        )
      ).map(({ type }) => type),
    versions: () => inTenant(database.app, brokerageId, (tx) => tx.select().from(documentVersions).where(eq(documentVersions.documentId, file.documentId))),
    document: async () => (await inTenant(database.app, brokerageId, (tx) => tx.select().from(documents).where(eq(documents.id, file.documentId))))[0]!,
  };
}
const unclear = (act?: () => void): Promise<never> => {
  act?.();
  return Promise.reject(new OutcomeUnknown({ provider: 'fake-signatures', operation: 'envelope', effect: true }, 'ETIMEDOUT'));
};

test('all sign in their order: the run says by role whom it waits for, and the signed document is the newest version', async () => {
  const { key, dealId, handle, report, reaches, explain, row, versions, document, tasks: open, log } = await set();
  await reaches('out');
  const [deal] = await inTenant(database.app, (await row()).brokerageId, (tx) => tx.select().from(deals).where(eq(deals.id, dealId)));
  expect(await runPage(handle)).toBe(`https://keyturn.example/deals/${deal!.dealNo}/signatures`);
  expect(provider.of(key).request).toMatchObject({ subject: 'Purchase contract', signers: [{ recipientId: '1' }, { routingOrder: 2 }, { routingOrder: 3 }] });
  expect(await explain()).toMatch(/^waiting for the buyer's signature \(0 of 3 signed\) since \w+day.*; expires \w+day/);
  await report(provider.act(key, '1', 'completed'));
  await expect.poll(explain).toMatch(/^waiting for the seller's signature \(1 of 3 signed\)/);
  await report(provider.act(key, '2', 'delivered'));
  await report(provider.act(key, '2', 'completed'));
  await expect.poll(explain).toMatch(/^waiting for the buyer agent's signature \(2 of 3 signed\)/);
  expect(await row()).toMatchObject({ status: 'sent', waitingFor: "the buyer agent's signature (2 of 3 signed)" });
  await report(provider.act(key, '3', 'completed'));
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  await settle();
  const { signedSha256, status, endedAt } = await row();
  expect({ status, ended: endedAt !== null, fetched: provider.fetched }).toEqual({ status: 'completed', ended: true, fetched: 1 });
  expect(await versions()).toEqual(expect.arrayContaining([expect.objectContaining({ version: 2, sha256: signedSha256, mime: 'application/pdf' })]));
  expect((await document()).version).toBe(2);
  expect(await open()).toMatchObject([{ kind: 'signature-notice', role: 'agent', title: expect.stringContaining('is signed by all') }]);
  expect(await log()).toEqual(expect.arrayContaining(['Envelope.Sent', 'Envelope.Progressed', 'Envelope.Completed', 'Envelope.Filed', 'Document.Signed']));
  expect((await handle.query(messages.timelineQuery)).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['out for signature', 'the signed document is filed']),
  );
});

test('reports that come twice, late and in any order come to the same end, told once', async () => {
  const { key, handle, report, reaches, row, log } = await set();
  await reaches('out');
  const reports = ['1', '2', '3'].flatMap((signer) => [provider.act(key, signer, 'delivered'), provider.act(key, signer, 'completed')]);
  for (const one of [...reports, ...reports].sort(() => Math.random() - 0.5)) await report(one);
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  for (const one of reports) await report({ ...one, at: '2026-01-01T00:00:00.000Z' });
  expect(await row()).toMatchObject({ status: 'completed', progress: { status: 'completed' } });
  expect((await log()).filter((type) => type === 'Envelope.Completed')).toHaveLength(1);
});

test('with the notice stopped the document still moves, and the notice comes once, later', async () => {
  const { key, handle, report, reaches, tasks: open, document } = await set();
  await reaches('out');
  for (const signer of ['1', '2', '3']) await report(provider.act(key, signer, 'completed'), ['signature-notice']);
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  await settle(['signature-notice']);
  expect((await document()).version).toBe(2);
  expect(await open()).toEqual([]);
  await settle();
  await settle();
  expect((await open()).filter(({ kind }) => kind === 'signature-notice')).toHaveLength(1);
});

const move = (brokerageId: string, partyId: string, email: string) =>
  changeSubject(
    database.app,
    { brokerageId, subject: { kind: 'brokerage', id: brokerageId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
    async (change) => {
      const { contactId } = (await findParty(change.tx, { partyId }))!;
      return updateContact(change, { contactId, email });
    },
  );

test('a signer whose address changes is corrected at the provider once, whatever else stands still; who has signed is left alone', async () => {
  const { brokerageId, key, handle, report, reaches, row, file, log } = await set();
  await reaches('out');
  await report(provider.act(key, '1', 'completed'));
  const before = provider.corrections.length;
  await move(brokerageId, file.partyIds[0]!, 'signed-before@example.com');
  await move(brokerageId, file.partyIds[1]!, 'moved@example.com');
  await settle(['contact-signatures', 'signature-notice']);
  expect(provider.corrections).toHaveLength(before);
  await settle(['contact-outreach']);
  await expect
    .poll(() => provider.corrections.slice(before), { timeout: 15_000 })
    .toEqual([{ recipientId: '2', name: 'Jo seller', email: 'moved@example.com' }]);
  await settle();
  await expect
    .poll(async () => (await handle.query(messages.timelineQuery)).map(({ what }) => what))
    .toContain('one signer corrected at the signature provider');
  expect(provider.corrections).toHaveLength(before + 1);
  const signers = await inTenant(database.app, brokerageId, async (tx) => recipientsOf(tx, { envelopeIds: [(await row()).id] }));
  expect(signers.map(({ correction }) => (correction as { outcome: string } | null)?.outcome ?? null)).toEqual([null, 'corrected', null]);
  expect((await log()).filter((type) => type.startsWith('Envelope.Signer'))).toEqual(['Envelope.SignersChanged', 'Envelope.SignerCorrected']);
  for (const signer of ['2', '3']) await report(provider.act(key, signer, 'completed'));
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  expect(JSON.stringify(await handle.fetchHistory())).not.toContain('example.com');
});

test('a correction that the provider refuses is a task, asked for once', async () => {
  const { brokerageId, key, handle, report, reaches, file, tasks: open } = await set();
  await reaches('out');
  provider.nextCorrect.push(async () => ({ kind: 'refused', code: 'RECIPIENT_UPDATE_FAILED', message: 'not now' }));
  await move(brokerageId, file.partyIds[0]!, 'refused@example.com');
  await settle();
  await expect
    .poll(async () => (await open()).filter(({ kind }) => kind === 'correct-signer'), { timeout: 15_000 })
    .toMatchObject([
      {
        role: 'coordinator',
        title: expect.stringContaining('still goes to the old address of the buyer'),
        reason: expect.stringContaining('RECIPIENT_UPDATE_FAILED'),
      },
    ]);
  for (const signer of ['1', '2', '3']) await report(provider.act(key, signer, 'completed'));
  expect(await handle.result()).toEqual({ outcome: 'completed' });
});

test('webhooks that are lost are made up for by one look', async () => {
  const { key, handle, reaches, row } = await set();
  await reaches('out');
  for (const signer of ['1', '2', '3']) provider.act(key, signer, 'completed');
  expect(await reconcile({ db: database.app, signatures: provider })).toMatchObject({ asked: true, repaired: 1 });
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  expect(await row()).toMatchObject({ status: 'completed' });
  expect((await reconcile({ db: database.app, signatures: provider })).repaired).toBe(0);
});

test('a signer who declines ends it; the words stay in the row', async () => {
  const { key, handle, report, reaches, row, tasks: open } = await set();
  await reaches('out');
  await report(provider.act(key, '1', 'declined', 'The price is wrong'));
  expect(await handle.result()).toEqual({ outcome: 'declined' });
  expect(await row()).toMatchObject({ status: 'declined', reason: 'The price is wrong', signedSha256: null });
  expect(await open()).toMatchObject([{ kind: 'signature-notice', reason: expect.stringContaining('The price is wrong') }]);
  expect(JSON.stringify(await handle.fetchHistory())).not.toContain('price');
});

test('a person withdraws it: ended at the provider once', async () => {
  const { key, handle, withdraw, report, reaches, row } = await set();
  await reaches('out');
  await withdraw();
  expect(await handle.result()).toEqual({ outcome: 'voided' });
  expect(provider.voids.filter((id) => id === provider.of(key).snapshot.envelopeId)).toHaveLength(1);
  await report(provider.end(key, 'voided', 'Wrong price'));
  expect(await row()).toMatchObject({ status: 'voided', reason: 'Wrong price' });
});

test('somebody ends it at the provider', async () => {
  const { key, handle, report, reaches, row } = await set();
  await reaches('out');
  await report(provider.end(key, 'voided', 'Sent by mistake'));
  expect(await handle.result()).toEqual({ outcome: 'voided' });
  expect(await row()).toMatchObject({ status: 'voided', reason: 'Sent by mistake' });
});

test('not signed in thirty days it is ended at the provider, and the agent hears of it', async () => {
  const { key, handle, reaches, row, tasks: open } = await set();
  await reaches('out');
  await fastForward(engine.connection, engine.namespace, handle, 29 * day);
  expect(await handle.query(messages.statusQuery)).toMatchObject({ stage: 'out' });
  await fastForward(engine.connection, engine.namespace, handle, 2 * day);
  expect(await handle.result()).toEqual({ outcome: 'expired' });
  await settle();
  expect(provider.of(key).snapshot).toMatchObject({ status: 'voided', reason: 'Not signed by all within 30 days' });
  expect(await row()).toMatchObject({ status: 'expired' });
  expect(await open()).toMatchObject([{ kind: 'signature-notice', title: expect.stringContaining('has expired') }]);
});

test('signed at the last moment counts as signed, also when nobody had told us', async () => {
  const { key, handle, reaches, row } = await set();
  await reaches('out');
  for (const signer of ['1', '2', '3']) provider.act(key, signer, 'completed');
  await fastForward(engine.connection, engine.namespace, handle, 31 * day);
  expect(await handle.result()).toEqual({ outcome: 'completed' });
  expect(await row()).toMatchObject({ status: 'completed', signedSha256: expect.any(String) });
});

test('an unclear sending is looked for until the provider shows it; it is sent once', async () => {
  const { key, handle, reaches, report, explain } = await set(() => {
    provider.blind = true;
    provider.next.push((act) => unclear(act));
  });
  await reaches('looking');
  expect(await explain()).toMatch(/^waiting for the signature provider to show whether it took it since .*; looked for again/);
  await fastForward(engine.connection, engine.namespace, handle, 90);
  expect(await handle.query(messages.statusQuery)).toMatchObject({ stage: 'looking' });
  provider.blind = false;
  await fastForward(engine.connection, engine.namespace, handle, 600);
  await reaches('out');
  expect(provider.sent.filter(({ request }) => request.key === key)).toHaveLength(1);
  await report(provider.act(key, '1', 'declined'));
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('never found it counts as unknown and a person looks; a report that comes after all settles that', async () => {
  const {
    key,
    handle,
    reaches,
    report,
    row,
    tasks: open,
    explain,
  } = await set(() => {
    provider.blind = true;
    provider.next.push((act) => unclear(act));
  });
  await reaches('looking');
  await fastForward(engine.connection, engine.namespace, handle, 7200);
  await reaches('unknown');
  expect(await explain()).toMatch(/^waiting for a person to look for it at the signature provider since/);
  expect(await row()).toMatchObject({ status: 'unknown', providerId: null });
  expect(await open()).toMatchObject([{ kind: 'find-envelope', status: 'open' }]);
  await report(provider.act(key, '1', 'completed'));
  await reaches('out');
  provider.blind = false;
  expect(await open()).toMatchObject([{ kind: 'find-envelope', status: 'done' }]);
  expect(provider.sent.filter(({ request }) => request.key === key)).toHaveLength(1);
  for (const signer of ['2', '3']) await report(provider.act(key, signer, 'completed'));
  expect(await handle.result()).toEqual({ outcome: 'completed' });
});

test('a report that overtakes the lost answer ends the looking', async () => {
  const { key, handle, reaches, report } = await set(() => {
    provider.next.push((act) => unclear(act));
  });
  // Without this the activity's own look would find it; the report is first.
  await reaches('looking');
  await report(provider.act(key, '1', 'delivered'));
  await reaches('out');
  await report(provider.end(key, 'voided'));
  expect(await handle.result()).toEqual({ outcome: 'voided' });
});

test('a report that comes while the call is still under way stands, whatever the call comes to', async () => {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { key, handle, reaches, report, row } = await set(() => {
    provider.next.push(async (act) => {
      act();
      await answered;
      return unclear();
    });
  });
  await expect.poll(() => provider.of(key), { timeout: 15_000 }).toBeDefined();
  await report(await provider.state({ key }).then((snapshot) => snapshot!));
  expect(await row()).toMatchObject({ status: 'sent', expiresAt: expect.any(Date) });
  answer();
  await reaches('out');
  await report(provider.act(key, '1', 'declined'));
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('what was never there is withdrawn here alone', async () => {
  const { handle, reaches, withdraw, row } = await set(() => {
    provider.next.push(() => unclear());
  });
  await reaches('looking');
  await fastForward(engine.connection, engine.namespace, handle, 7200);
  await reaches('unknown');
  const voids = provider.voids.length;
  await withdraw();
  expect(await handle.result()).toEqual({ outcome: 'voided' });
  expect(provider.voids).toHaveLength(voids);
  expect(await row()).toMatchObject({ status: 'voided', providerId: null });
});

test('what the provider refuses is a person’s to mend, with the reason', async () => {
  const {
    handle,
    row,
    tasks: open,
    log,
  } = await set(() => {
    provider.next.push(async () => ({
      kind: 'refused',
      code: 'ANCHOR_TAB_STRING_NOT_FOUND',
      message: 'the words that mark a place to sign are not in the document',
    }));
  });
  expect(await handle.result()).toEqual({ outcome: 'failed' });
  expect(await row()).toMatchObject({ status: 'failed', reason: expect.stringContaining('place to sign') });
  expect(await open()).toMatchObject([{ kind: 'send-envelope', reason: expect.stringContaining('ANCHOR_TAB_STRING_NOT_FOUND') }]);
  expect(await log()).toContain('Envelope.NotSent');
});

test('a provider that is down is waited for, and the row says so', async () => {
  const down = () =>
    Promise.reject(ApplicationFailure.create({ type: 'ProviderUnavailable', message: 'docusign could not be reached', nextRetryDelay: 3_600_000 }));
  const { key, handle, reaches, row, report } = await set(() => void provider.next.push(down));
  await expect.poll(async () => (await row()).waitingFor, { timeout: 15_000 }).toBe('docusign could not be reached');
  expect((await row()).status).toBe('requested');
  await fastForward(engine.connection, engine.namespace, handle, 4000);
  await reaches('out');
  await report(provider.act(key, '1', 'declined'));
  expect(await handle.result()).toEqual({ outcome: 'declined' });
});

test('what the provider will not end a person ends there; its report ends the run', async () => {
  const { key, handle, reaches, withdraw, report, tasks: open } = await set();
  await reaches('out');
  provider.nextVoid.push(async () => ({ kind: 'refused', code: 'LOCKED', message: 'somebody edits it' }));
  await withdraw();
  await reaches('blocked');
  expect(await open()).toMatchObject([{ kind: 'void-envelope' }]);
  await report(provider.end(key, 'voided'));
  expect(await handle.result()).toEqual({ outcome: 'voided' });
});

test('a deal that falls through wants no signatures any more', async () => {
  const { brokerageId, dealId, key, handle, reaches, row } = await set();
  await reaches('out');
  await changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, (change) =>
    closeDeal(change, { dealId, outcome: 'fell-through', reason: 'financing' }),
  );
  await settle();
  expect(await handle.result()).toEqual({ outcome: 'voided' });
  expect(provider.of(key).snapshot).toMatchObject({ status: 'voided', reason: 'The transaction has ended' });
  expect(await row()).toMatchObject({ status: 'voided' });
});
