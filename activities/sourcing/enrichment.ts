import { heartbeat } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Change } from '../../db/events.ts';
import { changeSubject } from '../../db/events.ts';
import { applyAnswer, claimRecord, recordOf, type Subject, settleLookup } from '../../db/queries/enrichments.ts';
import { enrichmentCounts, findLeadJob, type LeadJob, leadsToAsk, saveLeadJob, tickJobLead } from '../../db/queries/lead-jobs.ts';
import { closeTasks, openTask } from '../../db/queries/tasks.ts';
import { inTenant } from '../../db/tenant.ts';
import { whileAlive } from '../alive.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/client.ts';
import type { PropertyAnswer, PropertyQuestion } from '../providers/ports.ts';
import { businessNow } from '../time.ts';

export type OfLeadJob = { brokerageId: string; jobId: string };
export type LeadJobStep = { open: boolean; more: boolean; done: number; total: number };

const pageSize = 50;
/** Lookups at once: what one process asks of a provider, below any vendor's limit. */
const atOnce = 5;
const dayMs = 86_400_000;

export function createEnrichmentActivities(deps: Deps) {
  const { db, propertyData } = deps;

  return {
    /** Asks about the next leads of a job. One bill per record: claimed before the call, never asked again when nobody knows what came of it. */
    async enrichLeads({ brokerageId, jobId }: OfLeadJob): Promise<LeadJobStep> {
      const job = await inTenant(db, brokerageId, (tx) => findLeadJob(tx, { jobId }));
      if (!job || !isOpen(job)) return { open: false, more: false, done: job?.done ?? 0, total: job?.total ?? 0 };
      if (propertyData.length === 0)
        throw ApplicationFailure.nonRetryable(
          'No provider of property data is configured: set BATCHDATA_TOKEN, restart, then ask again',
          'ProviderNotConfigured',
        );
      const now = await businessNow(deps);
      const leadIds = await inTenant(db, brokerageId, (tx) => leadsToAsk(tx, { jobId, limit: pageSize }));
      const asking: Asking = { deps, brokerageId, job, now };
      const failure = await whileAlive(() => eachOf(leadIds, (leadId) => ask(asking, leadId)));
      const counts = await inTenant(db, brokerageId, async (tx) => {
        const found = await enrichmentCounts(tx, { jobId });
        await saveLeadJob(tx, { jobId, done: found.asked, result: found.outcomes, waitingFor: failure ? failure.message : 'answers of the data provider' });
        return found;
      });
      if (failure) throw failure;
      return { open: true, more: counts.asked < counts.total, done: counts.asked, total: counts.total };
    },
  };
}

const isOpen = ({ status }: LeadJob): boolean => status === 'queued' || status === 'running';

/** All of them, a few at once. Answers the first failure; those that succeeded are ticked off and not done again. */
async function eachOf(leadIds: string[], work: (leadId: string) => Promise<void>): Promise<Error | null> {
  const waiting = [...leadIds];
  let failure: Error | null = null;
  const worker = async (): Promise<void> => {
    for (let leadId = waiting.shift(); leadId && !failure; leadId = waiting.shift()) {
      await work(leadId).catch((error: Error) => {
        failure ??= error;
      });
      heartbeat(waiting.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return failure;
}

type Asking = { deps: Deps; brokerageId: string; job: LeadJob; now: Date };

async function ask(asking: Asking, leadId: string): Promise<void> {
  const { deps, brokerageId, job, now } = asking;
  const tick = (outcome: string) => inTenant(deps.db, brokerageId, (tx) => tickJobLead(tx, { jobId: job.id, leadId, outcome }));
  const subject = await inTenant(deps.db, brokerageId, (tx) => recordOf(tx, { leadId }));
  if (!subject) return tick('empty');
  // The claim is committed before anybody is asked.
  const claim = await inTenant(deps.db, brokerageId, (tx) =>
    claimRecord(tx, { key: subject.key, leadId, provider: deps.propertyData[0]!.name, claimedBy: job.id, now }),
  );
  switch (claim.kind) {
    case 'elsewhere':
      return tick('elsewhere');
    case 'unknown':
      return inChange(asking, leadId, (change) => reportUnknown(change, subject, claim.lookup.id, claim.lookup.provider, job.id));
    case 'known': {
      const { status, provider, answer } = claim.lookup;
      if (status !== 'answered') return tick(status);
      return inChange(asking, leadId, async (change) => {
        await applyAnswer(change, { leadId, provider, answer: answer as PropertyAnswer });
        await tickJobLead(change.tx, { jobId: job.id, leadId, outcome: 'cached' });
      });
    }
    case 'claimed':
      return askProviders(asking, subject, claim.lookupId);
  }
}

/** One provider after the other. A definite no of the first, or its failure before any effect, lets the second stand in; an unclear outcome ends it. */
async function askProviders(asking: Asking, subject: Subject, lookupId: string): Promise<void> {
  const { deps, job, now } = asking;
  const leadId = subject.lead.id;
  // Says at the provider whose it is, for whoever looks it up there.
  const question = questionOf(subject, `${asking.brokerageId}/${lookupId}`);
  let failed: unknown = null;
  let refused: ApplicationFailure | null = null;
  let empty: string | null = null;
  for (const port of deps.propertyData) {
    try {
      const answer = await port.lookUp(question);
      if (answer === null) {
        empty = port.name;
        continue;
      }
      return await inChange(asking, leadId, async (change) => {
        await settleLookup(change.tx, { lookupId, now, status: 'answered', provider: port.name, answer, costCents: answer.costCents, sandbox: answer.sandbox });
        // Given up by another attempt meanwhile: the answer came after all.
        await closeTasks(change, { keyPrefix: `decide-unknown-lookup/${lookupId}`, outcome: 'answered after all', by: port.name });
        await applyAnswer(change, { leadId, provider: port.name, answer });
        await tickJobLead(change.tx, { jobId: job.id, leadId, outcome: 'answered' });
      });
    } catch (error) {
      if (error instanceof OutcomeUnknown)
        return inChange(asking, leadId, async (change) => {
          await settleLookup(change.tx, { lookupId, now, status: 'unknown', provider: port.name, problem: { code: error.code } });
          await reportUnknown(change, subject, lookupId, port.name, job.id);
        });
      // Only what a provider call throws is known to have done nothing: our own database may fail after the answer.
      if (!(error instanceof ApplicationFailure)) throw error;
      if (error.nonRetryable) refused = error;
      else failed = error;
    }
  }
  const outcome = failed ? 'released' : empty ? 'empty' : 'refused';
  await inChange(asking, leadId, async ({ tx }) => {
    await settleLookup(tx, { lookupId, now, status: outcome, ...(empty ? { provider: empty } : {}), ...(refused ? { problem: { type: refused.type } } : {}) });
    if (!failed) await tickJobLead(tx, { jobId: job.id, leadId, outcome });
  });
  if (failed) throw failed;
}

const questionOf = ({ lead, owners }: Subject, key: string): PropertyQuestion => ({
  key,
  parcelNumber: lead.parcelNumber,
  county: lead.county,
  line: lead.line,
  unit: lead.unit,
  city: lead.city,
  state: lead.state,
  zip: lead.zip,
  owner: owners[0]?.displayName ?? null,
});

/** Never asked again by itself: a person looks it up at the provider. */
async function reportUnknown(change: Change, { lead }: Subject, lookupId: string, provider: string, jobId: string): Promise<void> {
  const opened = await openTask(change, {
    kind: 'decide-unknown-lookup',
    key: `decide-unknown-lookup/${lookupId}`,
    subject: { kind: 'lead', id: lead.id },
    leadId: lead.id,
    title: `Find out whether ${provider} answered about lead ${lead.leadNo}`,
    reason: `The lookup ${lookupId} was sent and nobody knows whether it was answered and billed. Look it up at ${provider}, then settle it on the page of lead ${lead.leadNo}.`,
    role: 'marketer',
    dueAt: new Date(change.now.getTime() + 2 * dayMs),
  });
  if (opened) await change.event('Lookup.OutcomeUnknown', { lookupId, leadId: lead.id, provider });
  await tickJobLead(change.tx, { jobId, leadId: lead.id, outcome: 'unknown' });
}

function inChange(asking: Asking, leadId: string, fn: (change: Change) => Promise<void>): Promise<void> {
  const { deps, brokerageId, job, now } = asking;
  return changeSubject(
    deps.db,
    {
      brokerageId,
      subject: { kind: 'lead', id: leadId },
      actor: { kind: 'workflow', id: job.workflowId },
      source: 'worker',
      correlationId: job.workflowId,
      at: now,
    },
    fn,
  );
}
