import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSubject } from '../../db/events.ts';
import { decideLookup } from '../../db/queries/enrichments.ts';
import { findLeadJob, requestLeadJob } from '../../db/queries/lead-jobs.ts';
import { consents, contactPoints, contacts, enrichments, events, leadJobLeads, leads, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { FaultKind } from '../../sandbox/faults.ts';
import { control, testSandbox, testSecrets } from '../../sandbox/testing.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { type LeadValues, seedLeads, seedRules } from '../../test/seed-leads.ts';
import type { Deps } from '../deps.ts';
import { createBatchData } from '../providers/batchdata/index.ts';
import type { PropertyAnswer, PropertyDataPort } from '../providers/ports.ts';
import { createEnrichmentActivities, type LeadJobStep, type OfLeadJob } from './enrichment.ts';

let database: TestDatabase;
let brokerageId: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  ({ id: brokerageId } = await testBrokerage(database.app));
  await seedRules(database.app, brokerageId);
});
const reading = <T>(fn: Parameters<typeof inTenant<T>>[2]) => inTenant(database.app, brokerageId, fn);
const asBrokerage = <T>(fn: Parameters<typeof changeSubject<T>>[2]) =>
  changeSubject(database.app, { brokerageId, subject: { kind: 'brokerage', id: brokerageId }, actor: { kind: 'system', id: 'test' }, source: 'test' }, fn);

async function jobFor(values: LeadValues[], seeded?: Awaited<ReturnType<typeof seedLeads>>) {
  const found = seeded ?? (await seedLeads(database.app, brokerageId, values));
  const job = await asBrokerage((change) => requestLeadJob(change, { kind: 'enrichment', input: {}, leadIds: found.map(({ id }) => id), by: 'test' }));
  return { job, leads: found };
}
const enrich = (jobId: string, propertyData: PropertyDataPort[]): Promise<LeadJobStep> =>
  new MockActivityEnvironment().run<[OfLeadJob], LeadJobStep, ReturnType<typeof createEnrichmentActivities>['enrichLeads']>(
    createEnrichmentActivities({ db: database.app, propertyData } as Deps).enrichLeads,
    { brokerageId, jobId },
  );
const outcomesOf = async (jobId: string) =>
  (
    await reading((tx) => tx.select({ outcome: leadJobLeads.outcome }).from(leadJobLeads).where(eq(leadJobLeads.jobId, jobId)).orderBy(leadJobLeads.position))
  ).map(({ outcome }) => outcome);

/** The sandbox's two providers over HTTP, and how many records they billed. */
async function providers(faults: { kinds: FaultKind[]; times?: number } | null = null) {
  const sandbox = await testSandbox();
  if (faults) await control(sandbox, 'faults', { rate: 1, ...faults });
  const port = (path: string, token: string) =>
    createBatchData({ name: `records-${randomUUID()}`, url: `${sandbox.httpUrl}${path}`, token, costCents: 20, timeoutMs: 600 });
  return {
    both: [port('', testSecrets.recordsToken), port('/fallback', testSecrets.fallbackToken)],
    billed: () => [...sandbox.store.records.values()].reduce((sum, count) => sum + count, 0),
    mend: () => control(sandbox, 'faults', { rate: 0, kinds: [] }),
  };
}

const answer: PropertyAnswer = {
  sandbox: true,
  costCents: 20,
  property: {
    livingSqft: 1500,
    yearBuilt: 1960,
    bedrooms: 3,
    valueCents: 30_000_000,
    liensCents: 0,
    repairsCents: 2_000_000,
    listPriceCents: 28_000_000,
    originalListPriceCents: 30_000_000,
    listedOn: '2026-06-01',
    signals: [{ kind: 'vacancy', on: null }],
  },
  people: [
    { name: 'Alma B Whitaker', phones: [{ number: '+16155550101', lineType: 'mobile' }], emails: ['alma@example.com'] },
    { name: 'Somebody Else', phones: [{ number: '+16155550102', lineType: 'mobile' }], emails: [] },
  ],
};
/** A provider of this test, counting what it is asked. */
const counting = (name: string, lookUp: () => Promise<PropertyAnswer | null>) => {
  const port = {
    name,
    asked: 0,
    lookUp: async () => {
      port.asked += 1;
      return lookUp();
    },
  };
  return port;
};

describe('what an answer does to a lead', () => {
  test('it fills gaps and keeps what the list said; phones and e-mails are marked with their source and never bring consent', async () => {
    const {
      job,
      leads: [lead],
    } = await jobFor([{ valueCents: 26_000_000, signals: [{ kind: 'probate', on: '2026-10-01' }] }]);
    await enrich(job.id, [counting('records', async () => answer)]);
    const [row] = await reading((tx) => tx.select().from(leads).where(eq(leads.id, lead!.id)));
    expect(row).toMatchObject({
      valueCents: 26_000_000,
      livingSqft: 1500,
      liensCents: 0,
      repairsCents: 2_000_000,
      signals: [
        { kind: 'probate', on: '2026-10-01' },
        { kind: 'vacancy', on: null },
      ],
    });
    const points = await reading((tx) =>
      tx
        .select({ contactId: contactPoints.contactId, value: contactPoints.value, source: contactPoints.source, sandbox: contactPoints.sandbox })
        .from(contactPoints)
        .orderBy(contactPoints.value),
    );
    expect(points).toEqual(['+16155550101', 'alma@example.com'].map((value) => ({ contactId: lead!.ownerId, value, source: 'records', sandbox: true })));
    expect(await reading((tx) => tx.select().from(consents))).toEqual([]);
    const [event] = await reading((tx) =>
      tx
        .select()
        .from(events)
        .where(and(eq(events.type, 'Lead.Enriched'), eq(events.subjectId, lead!.id))),
    );
    expect(JSON.stringify(event)).not.toMatch(/555|example\.com|whitaker/i);
  });

  test('a property without owners gets those the provider names', async () => {
    const {
      job,
      leads: [lead],
    } = await jobFor([{ owner: null }]);
    await enrich(job.id, [counting('records', async () => answer)]);
    const [row] = await reading((tx) => tx.select({ ownerIds: leads.ownerIds }).from(leads).where(eq(leads.id, lead!.id)));
    const names = await reading((tx) => tx.select({ id: contacts.id, name: contacts.displayName }).from(contacts));
    expect(row!.ownerIds.map((id) => names.find((contact) => contact.id === id)?.name)).toEqual(['Alma B Whitaker', 'Somebody Else']);
  });
});

describe('one bill per record', () => {
  test('many leads over the real protocol: each record is billed once, and a second job is answered from what is known', async () => {
    const { both, billed } = await providers();
    const { job, leads: seeded } = await jobFor(Array.from({ length: 60 }, () => ({})));
    expect(await enrich(job.id, both)).toMatchObject({ open: true, more: true, done: 50, total: 60 });
    expect(await enrich(job.id, both)).toMatchObject({ more: false, done: 60 });
    const outcomes = await outcomesOf(job.id);
    const answered = outcomes.filter((outcome) => outcome === 'answered').length;
    expect(answered).toBeGreaterThan(40);
    expect(billed()).toBe(answered);
    const again = await jobFor([], seeded);
    await enrich(again.job.id, both);
    await enrich(again.job.id, both);
    expect(billed()).toBe(answered);
    expect((await outcomesOf(again.job.id)).filter((outcome) => outcome === 'cached')).toHaveLength(answered);
  });

  test('jobs that ask about the same leads at the same time pay once', async () => {
    const { both, billed } = await providers();
    const { job, leads: seeded } = await jobFor(Array.from({ length: 12 }, () => ({})));
    const others = await Promise.all(Array.from({ length: 3 }, () => jobFor([], seeded)));
    await Promise.all([job, ...others.map((other) => other.job)].map(({ id }) => enrich(id, both)));
    const rows = await reading((tx) => tx.select({ status: enrichments.status, cost: enrichments.costCents }).from(enrichments));
    expect(rows).toHaveLength(12);
    expect(billed()).toBe(rows.filter(({ status }) => status === 'answered').length);
  });

  test('an answer counts for 30 days, then the record is asked about anew', async () => {
    const port = counting('records', async () => answer);
    const { job, leads: seeded } = await jobFor([{}]);
    await enrich(job.id, [port]);
    const back = (days: number) => reading((tx) => tx.update(enrichments).set({ answeredAt: new Date(Date.now() - days * 86_400_000) }));
    await back(29);
    await enrich((await jobFor([], seeded)).job.id, [port]);
    expect(port.asked).toBe(1);
    await back(31);
    await enrich((await jobFor([], seeded)).job.id, [port]);
    expect(port.asked).toBe(2);
  });
});

describe('when a provider fails', () => {
  test('the second stands in when the first cannot be reached or has no such record', async () => {
    const down = counting('first', () =>
      import('@temporalio/common').then(({ ApplicationFailure }) =>
        Promise.reject(ApplicationFailure.create({ type: 'ProviderUnavailable', message: 'down' })),
      ),
    );
    const none = counting('first', async () => null);
    for (const first of [down, none]) {
      const { job } = await jobFor([], await seedLeads(database.app, brokerageId, [{}], first === down ? 1 : 2));
      await enrich(job.id, [first, counting('second', async () => answer)]);
      expect(await outcomesOf(job.id)).toEqual(['answered']);
    }
    expect((await reading((tx) => tx.select({ provider: enrichments.provider }).from(enrichments))).map(({ provider }) => provider)).toEqual([
      'second',
      'second',
    ]);
  });

  test('when all fail before any effect the claim is released and the job waits, saying for what', async () => {
    const { both, billed, mend } = await providers({ kinds: ['503'] });
    const { job } = await jobFor([{}, {}, {}]);
    await expect(enrich(job.id, both)).rejects.toMatchObject({ type: 'ProviderUnavailable' });
    expect(await reading((tx) => findLeadJob(tx, { jobId: job.id }))).toMatchObject({
      status: 'running',
      waitingFor: expect.stringContaining('could not be reached'),
    });
    expect(billed()).toBe(0);
    await mend();
    await enrich(job.id, both);
    expect((await outcomesOf(job.id)).every((outcome) => outcome === 'answered' || outcome === 'empty')).toBe(true);
  });

  test('an outcome nobody knows becomes a task and is never asked about again by itself', async () => {
    const { both, billed, mend } = await providers({ kinds: ['timeout-after'] });
    const { job, leads: seeded } = await jobFor([{}]);
    await enrich(job.id, both);
    expect(await outcomesOf(job.id)).toEqual(['unknown']);
    await mend();
    const again = (await jobFor([], seeded)).job;
    await enrich(again.id, both);
    expect(await outcomesOf(again.id)).toEqual(['unknown']);
    expect(billed()).toBeLessThanOrEqual(1);
    const open = await reading((tx) => tx.select({ kind: tasks.kind, status: tasks.status }).from(tasks));
    expect(open).toEqual([{ kind: 'decide-unknown-lookup', status: 'open' }]);
  });

  test('a person may let an unknown lookup be asked again', async () => {
    const { both, mend } = await providers({ kinds: ['timeout-after'] });
    const { job, leads: seeded } = await jobFor([{}]);
    await enrich(job.id, both);
    await mend();
    const [lookup] = await reading((tx) => tx.select().from(enrichments));
    await asBrokerage((change) => decideLookup(change, { lookupId: lookup!.id, outcome: 'ask-again', by: 'p' }));
    await enrich((await jobFor([], seeded)).job.id, [counting('records', async () => answer)]);
    expect(await reading((tx) => tx.select({ status: enrichments.status }).from(enrichments))).toEqual([{ status: 'answered' }]);
    expect(await reading((tx) => tx.select({ outcome: tasks.outcome }).from(tasks))).toEqual([{ outcome: 'ask-again' }]);
  });

  test('an attempt that died after its claim is reported as unknown, and the rest of the page is done', async () => {
    const { job } = await jobFor([{}, {}]);
    const dying = counting('records', () => new Promise<never>(() => {}));
    // Claimed and never heard of again, as after a kill.
    void enrich(job.id, [dying]).catch(() => {});
    await expect.poll(() => dying.asked).toBe(2);
    await enrich(job.id, [counting('records', async () => answer)]);
    expect(await outcomesOf(job.id)).toEqual(['unknown', 'unknown']);
    expect(await reading((tx) => tx.select({ kind: tasks.kind }).from(tasks))).toHaveLength(2);
  });
});
