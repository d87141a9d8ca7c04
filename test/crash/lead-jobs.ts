import type { Deps } from '../../activities/index.ts';
import { type LeadJobKind, requestLeadJob } from '../../db/queries/lead-jobs.ts';
import { currentRuleSet } from '../../db/queries/rule-sets.ts';
import { inTenant } from '../../db/tenant.ts';
import { seedLeads } from '../seed-leads.ts';
import { change, runActivity, type World } from './world.ts';

export type OfJob = { brokerageId: string; jobId: string };

/** A job on one lead in review that the sandbox knows. */
export async function leadJob({ db }: Deps, { brokerageId }: World, kind: LeadJobKind): Promise<OfJob> {
  const [lead] = await seedLeads(db, brokerageId, [{ propertyKey: 'adr:1402 EASTLAND AVE', line: '1402 EASTLAND AVE', zip: '37206' }], 1000);
  const ruleSet = await inTenant(db, brokerageId, (tx) => currentRuleSet(tx));
  const job = await change({ db }, brokerageId, { kind: 'brokerage', id: brokerageId }, (c) =>
    requestLeadJob(c, { kind, input: { ruleVersion: ruleSet?.version ?? 0 }, leadIds: kind === 'enrichment' ? [lead!.id] : [], by: 'crash-test' }),
  );
  return { brokerageId, jobId: job.id };
}

export async function askedJob(deps: Deps, world: World): Promise<OfJob> {
  const job = await leadJob(deps, world, 'enrichment');
  await runActivity(deps, world, 'enrichLeads', job);
  return job;
}
