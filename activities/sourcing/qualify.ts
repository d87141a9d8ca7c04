import { changeSubject } from '../../db/events.ts';
import { endLeadJob, enrichmentCounts, findLeadJob, type LeadJob, leadsToDecide, saveLeadJob, tickJobLead } from '../../db/queries/lead-jobs.ts';
import { decideLead } from '../../db/queries/qualification.ts';
import { type ScoredLead, scoreLeads, writeScores } from '../../db/queries/rescoring.ts';
import { findRuleSet, type StoredRuleSet } from '../../db/queries/rule-sets.ts';
import { brokerages } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { DomainError } from '../../domain/errors.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { countChanges } from '../../domain/sourcing/qualification.compare.ts';
import { whileAlive } from '../alive.ts';
import type { Deps } from '../deps.ts';
import { finalRefusals } from '../refusals.ts';
import { businessNow } from '../time.ts';
import type { LeadJobStep, OfLeadJob } from './enrichment.ts';

const decidePage = 100;
const scorePage = 2000;
const shownExamples = 20;

/** What a run over all leads adds up, page by page. */
export type ScoreResult = {
  compared: number;
  changed: number;
  byTransition: Record<string, number>;
  examples: { leadNo: number; from: ScoredLead['prior']; to: ScoredLead['next'] }[];
};

export function createQualifyActivities(deps: Deps) {
  const { db } = deps;
  /** A page that beats: a lost process is noticed after seconds, and the next attempt goes on where it stood. */
  const working = (page: () => Promise<LeadJobStep>): Promise<LeadJobStep> => finalRefusals(() => whileAlive(page));
  const asJob = async (job: LeadJob, subject: { kind: 'lead' | 'brokerage'; id: string }) => ({
    brokerageId: job.brokerageId,
    subject,
    actor: { kind: 'workflow', id: job.workflowId } as const,
    source: 'worker',
    correlationId: job.workflowId,
    at: await businessNow(deps),
  });
  const openJob = async ({ brokerageId, jobId }: OfLeadJob): Promise<LeadJob | null> => {
    const job = await inTenant(db, brokerageId, (tx) => findLeadJob(tx, { jobId }));
    return job && (job.status === 'queued' || job.status === 'running') ? job : null;
  };

  return {
    /** Decides the next leads of an enrichment, with an ARV from sales in our own data; the last page ends the job. */
    decideLeads: (input: OfLeadJob): Promise<LeadJobStep> =>
      working(async () => {
        const { brokerageId, jobId } = input;
        const job = await openJob(input);
        if (!job) return closed;
        for (const leadId of await inTenant(db, brokerageId, (tx) => leadsToDecide(tx, { jobId, limit: decidePage }))) {
          await changeSubject(db, await asJob(job, { kind: 'lead', id: leadId }), async (change) => {
            await decideLead(change, { leadId, decidedBy: job.workflowId });
            await tickJobLead(change.tx, { jobId, leadId, decided: true });
          });
        }
        const { decided, total, outcomes, decisions } = await inTenant(db, brokerageId, (tx) => enrichmentCounts(tx, { jobId }));
        const result = { ...outcomes, decided, qualified: 0, rejected: 0, review: 0, ...decisions };
        if (decided < total) await inTenant(db, brokerageId, (tx) => saveLeadJob(tx, { jobId, result, waitingFor: 'decisions by the rules' }));
        else await changeSubject(db, await asJob(job, { kind: 'brokerage', id: brokerageId }), (change) => endLeadJob(change, { jobId, result }));
        return { open: true, more: decided < total, done: decided, total };
      }),

    /** Judges the next leads by a rule set: to see who would change, or to write those that do. The last page ends the job. */
    scoreLeads: (input: OfLeadJob): Promise<LeadJobStep> =>
      working(async () => {
        const { brokerageId, jobId } = input;
        const job = await openJob(input);
        if (!job) return closed;
        return changeSubject(db, await asJob(job, { kind: 'brokerage', id: brokerageId }), async (change): Promise<LeadJobStep> => {
          const { tx, now } = change;
          const ruleSet = await ruleSetOf(job, (version) => findRuleSet(tx, { version }));
          const [brokerage] = await tx.select({ zone: brokerages.zone }).from(brokerages);
          const writing = job.kind === 'rescoring';
          const page = await scoreLeads(tx, {
            ruleSet: ruleSet.definition,
            after: job.cursor,
            limit: scorePage,
            today: dayIn(now, brokerage!.zone),
            lock: writing,
          });
          const changed = page.leads.filter(({ change: what }) => what !== null);
          if (writing && changed.length > 0) {
            await writeScores(tx, { changed, ruleSet: ruleSet.definition, version: ruleSet.version, now });
            await change.event('Leads.Decided', { ruleVersion: ruleSet.version, ...outcomesOf(changed), changed: changed.length });
          }
          const result = added(job.result as Partial<ScoreResult>, page.leads, changed);
          const done = page.cursor === null ? job.total : Math.min(job.total, result.compared);
          await saveLeadJob(tx, {
            jobId,
            done,
            cursor: page.cursor ?? job.cursor,
            result,
            waitingFor: writing ? 'decisions by the new rules' : 'the comparison',
          });
          if (page.cursor === null) await endLeadJob(change, { jobId, result });
          return { open: true, more: page.cursor !== null, done, total: job.total };
        });
      }),

    /** Ends a job that cannot go on, with the reason for whoever asked. */
    failLeadJob: ({ brokerageId, jobId, code, message }: OfLeadJob & { code: string; message: string }): Promise<void> =>
      finalRefusals(async () => {
        const job = await openJob({ brokerageId, jobId });
        if (job)
          await changeSubject(db, await asJob(job, { kind: 'brokerage', id: brokerageId }), (change) =>
            endLeadJob(change, { jobId, problem: { code, message } }),
          );
      }),
  };
}

const closed: LeadJobStep = { open: false, more: false, done: 0, total: 0 };

async function ruleSetOf({ input }: LeadJob, find: (version: number) => Promise<StoredRuleSet | undefined>): Promise<StoredRuleSet> {
  const version = (input as { ruleVersion?: number }).ruleVersion ?? 0;
  const ruleSet = await find(version);
  if (!ruleSet) throw new DomainError('no-such-rule-set', `There is no rule set ${version}`, { nextStep: 'List the rule sets and take the version of one.' });
  return ruleSet;
}

function outcomesOf(changed: readonly ScoredLead[]): { qualified: number; rejected: number; review: number } {
  const counts = { qualified: 0, rejected: 0, review: 0 };
  for (const { next } of changed) counts[next.outcome] += 1;
  return counts;
}

function added(before: Partial<ScoreResult>, seen: readonly ScoredLead[], changed: readonly ScoredLead[]): ScoreResult {
  const counts = countChanges(seen.map(({ change }) => change));
  const byTransition = { ...before.byTransition };
  for (const [name, count] of Object.entries(counts.byTransition)) byTransition[name] = (byTransition[name] ?? 0) + count;
  const examples = [...(before.examples ?? []), ...changed.map(({ leadNo, prior, next }) => ({ leadNo, from: prior, to: next }))].slice(0, shownExamples);
  return { compared: (before.compared ?? 0) + counts.compared, changed: (before.changed ?? 0) + counts.changed, byTransition, examples };
}
