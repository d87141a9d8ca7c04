import { and, desc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { type ArvAnswer, arvOf, compMonths, monthsBefore, type Sale } from '../../domain/sourcing/comps.ts';
import { type StoredDecision, scoreTenths, undecidedStatuses } from '../../domain/sourcing/lead-decision.ts';
import { factsOfLead, type Signal } from '../../domain/sourcing/lead-facts.ts';
import { type Decision, decide, type Outcome, stillHolds } from '../../domain/sourcing/qualification.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { hashOf } from '../hash.ts';
import { brokerages, decisions, leads } from '../schema/index.ts';
import { currentRuleSet } from './rule-sets.ts';

type Lead = typeof leads.$inferSelect;
export type DecidedLead = { kind: 'decided' | 'kept'; leadNo: number; decision: Decision; arv: ArvAnswer };

/** Sales in our own data that may stand beside a property: its place, its type, its size, not too long ago. */
export async function salesBeside(tx: Tx, { lead }: { lead: Pick<Lead, 'state' | 'zip' | 'city' | 'propertyType' | 'livingSqft' | 'asOf'> }): Promise<Sale[]> {
  const { state, zip, city, propertyType, livingSqft, asOf } = lead;
  const places = [...(zip ? [eq(leads.zip, zip)] : []), ...(city ? [eq(leads.city, city)] : [])];
  if (!state || !propertyType || !livingSqft || places.length === 0) return [];
  const rows = await tx
    .select({
      leadId: leads.id,
      leadNo: leads.leadNo,
      city: leads.city,
      zip: leads.zip,
      propertyType: leads.propertyType,
      livingSqft: leads.livingSqft,
      bedrooms: leads.bedrooms,
      soldOn: leads.lastSaleDate,
      priceCents: leads.lastSaleCents,
    })
    .from(leads)
    .where(
      and(
        eq(leads.brokerageId, tx.brokerageId),
        eq(leads.comparable, true),
        eq(leads.state, state),
        or(...places),
        eq(leads.propertyType, propertyType),
        gte(leads.livingSqft, Math.floor(livingSqft * 0.75)),
        lte(leads.livingSqft, Math.ceil(livingSqft * 1.25)),
        gte(leads.lastSaleDate, monthsBefore(asOf, compMonths)),
      ),
    )
    .orderBy(desc(leads.lastSaleDate), leads.leadNo)
    .limit(2000);
  return rows as Sale[];
}

/** Decides one lead by the rules of today with an ARV from comparable sales; kept as it is while no input has changed. Call it under the lead's lock. */
export async function decideLead(change: Change, { leadId, decidedBy }: { leadId: string; decidedBy: string }): Promise<DecidedLead | null> {
  const { tx, now } = change;
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)))
    .for('update');
  const stored = lead?.decision as StoredDecision | null | undefined;
  // From a deal on the deal owns the lead, and what a person decided stays decided.
  if (!lead || !isUndecided(lead.status) || stored?.person) return null;
  const ruleSet = await currentRuleSet(tx);
  if (!ruleSet) throw new DomainError('no-rule-set', 'The brokerage has no published rule set', { nextStep: 'Save a rule set and publish it.' });
  const arv = arvOf({ ...lead, leadId }, await salesBeside(tx, { lead }));
  const { facts } = factsOfLead({ ...lead, signals: lead.signals as Signal[] | null }, dayIn(now, await zoneOf(tx)), arv.arvCents);
  const decision = decide(ruleSet.definition, facts);
  const inputsHash = hashOf({ version: ruleSet.version, inputs: decision.inputs, arv });
  const last = await lastDecision(tx, { leadId });
  const same = last
    ? last.inputsHash === inputsHash
    : arv.arvCents === null && stored?.ruleVersion !== undefined && stillHolds(stored as Decision, ruleSet.definition, facts);
  if (same) return { kind: 'kept', leadNo: lead.leadNo, decision, arv };
  await tx
    .insert(decisions)
    .values({ brokerageId: tx.brokerageId, leadId, ruleVersion: ruleSet.version, inputsHash, decision, comps: arv, decidedBy, decidedAt: now });
  await tx
    .update(leads)
    .set({ ...columnsOf(decision), ruleVersion: ruleSet.version, decidedAt: now, updatedAt: now })
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  const outcome = { prior: lead.outcome as Outcome | null, next: decision.outcome };
  await change.event(
    'Lead.Decided',
    { leadId, leadNo: lead.leadNo, ruleVersion: ruleSet.version, outcome, scoreTenths: scoreTenths(decision.score) },
    { kind: 'lead', id: leadId },
  );
  return { kind: 'decided', leadNo: lead.leadNo, decision, arv };
}

const isUndecided = (status: string): boolean => (undecidedStatuses as readonly string[]).includes(status);
const columnsOf = (decision: Decision) => ({
  status: decision.outcome,
  outcome: decision.outcome,
  score: scoreTenths(decision.score),
  hot: decision.hot,
  decision,
});

async function zoneOf(tx: Tx): Promise<string> {
  const [row] = await tx.select({ zone: brokerages.zone }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  return row?.zone ?? 'UTC';
}

/** The newest decision that was taken for one lead on its own. */
export async function lastDecision(tx: Tx, { leadId }: { leadId: string }): Promise<typeof decisions.$inferSelect | undefined> {
  const [row] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.brokerageId, tx.brokerageId), eq(decisions.leadId, leadId)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return row;
}

export type PersonDecision = { leadIds: string[]; outcome: 'qualified' | 'rejected'; reason: string; by: string };

/** A person decides leads in review, many at once; others are left as they are and named. One event tells of all. */
export async function decideByPerson(
  change: Change,
  { leadIds, outcome, reason, by }: PersonDecision,
): Promise<{ decided: number[]; skipped: { leadNo: number; status: string }[] }> {
  const { tx, now } = change;
  if (leadIds.length === 0) return { decided: [], skipped: [] };
  const asked = await tx
    .select({ id: leads.id, leadNo: leads.leadNo, status: leads.status })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), inArray(leads.id, leadIds)))
    .orderBy(leads.leadNo)
    .for('update');
  const inReview = asked.filter(({ status }) => status === 'review');
  const ruleVersion = (await currentRuleSet(tx))?.version ?? 0;
  const person = JSON.stringify({ person: { by, outcome, reason } });
  const ids = JSON.stringify(inReview.map(({ id }) => id));
  await tx.execute(sql`
    with decided as (
      update ${leads} set status = ${outcome}, outcome = ${outcome}, decided_at = ${now.toISOString()}, updated_at = ${now.toISOString()},
        decision = (coalesce(decision::jsonb, '{"inputs": {}}'::jsonb) || ${person}::jsonb)::json
      where brokerage_id = ${tx.brokerageId} and status = 'review' and id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
      returning id, decision, rule_version)
    insert into ${decisions} (brokerage_id, lead_id, rule_version, inputs_hash, decision, comps, decided_by, decided_at)
    select ${tx.brokerageId}, d.id, coalesce(d.rule_version, ${ruleVersion}), 'person', d.decision::jsonb,
      (select p.comps from ${decisions} p where p.brokerage_id = ${tx.brokerageId} and p.lead_id = d.id order by p.decided_at desc limit 1), ${by}, ${now.toISOString()}
    from decided d`);
  const counts = { qualified: 0, rejected: 0, review: 0, [outcome]: inReview.length };
  if (inReview.length > 0) await change.event('Leads.Decided', { ruleVersion, ...counts, changed: inReview.length }, { kind: 'brokerage', id: tx.brokerageId });
  return {
    decided: inReview.map(({ leadNo }) => leadNo),
    skipped: asked.filter(({ status }) => status !== 'review').map(({ leadNo, status }) => ({ leadNo, status })),
  };
}
