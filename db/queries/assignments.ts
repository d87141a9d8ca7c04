import { and, desc, eq, inArray, isNull, max, ne, sql } from 'drizzle-orm';
import { statedClosing } from '../../domain/compliance/file.ts';
import {
  type AssignmentFacts,
  type AssignmentState,
  assignmentLaw,
  impossible,
  type Requirement,
  stateOfDraft,
  unmet,
} from '../../domain/compliance/wholesaling/assignment.ts';
import { type DisclosureFact, disclosureFacts } from '../../domain/compliance/wholesaling/law.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { assignments, contracts, dealFacts, deals } from '../schema/index.ts';
import { type Contract, fileOf } from './contracts.ts';
import { recomputeDeadlines } from './deadlines.compute.ts';
import { factsOfContract } from './deal-facts.ts';
import { lawFacts } from './deal-law.ts';
import { findDocument } from './documents.ts';
import { listParties } from './parties.ts';

export type Assignment = typeof assignments.$inferSelect;
export type Overrides = Record<string, { by: string; reason: string; at: string }>;

/** The assignment of a contract that is not cancelled. */
export async function standingAssignment(tx: Tx, { contractId }: { contractId: string }): Promise<Assignment | undefined> {
  const [row] = await tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.brokerageId, tx.brokerageId), eq(assignments.contractId, contractId), ne(assignments.state, 'cancelled')));
  return row;
}

/** All assignments of a deal, newest first; cancelled ones with them. */
export function listAssignments(tx: Tx, { dealId }: { dealId: string }): Promise<Assignment[]> {
  return tx
    .select()
    .from(assignments)
    .where(and(eq(assignments.brokerageId, tx.brokerageId), eq(assignments.dealId, dealId)))
    .orderBy(desc(assignments.assignmentNo));
}

/** The newest other wholesale of the brokerage in a state: a contract assigned, or a wholesale deal closed twice. */
export async function lastWholesaleOn(tx: Tx, { dealId, state }: { dealId: string; state: string }): Promise<string | null> {
  const elsewhere = and(eq(contracts.brokerageId, tx.brokerageId), eq(contracts.state, state), ne(contracts.dealId, dealId));
  const [assigned] = await tx
    .select({ on: max(assignments.effectiveOn) })
    .from(assignments)
    .innerJoin(contracts, and(eq(contracts.brokerageId, assignments.brokerageId), eq(contracts.id, assignments.contractId)))
    .where(and(elsewhere, eq(assignments.state, 'effective')));
  const [closed] = await tx
    .select({ on: max(dealFacts.effectiveOn) })
    .from(dealFacts)
    .innerJoin(contracts, and(eq(contracts.brokerageId, dealFacts.brokerageId), eq(contracts.dealId, dealFacts.dealId)))
    .innerJoin(deals, and(eq(deals.brokerageId, contracts.brokerageId), eq(deals.id, contracts.dealId)))
    .where(
      and(
        elsewhere,
        eq(dealFacts.fact, 'Closing.Completed'),
        isNull(dealFacts.takenBack),
        eq(deals.side, 'wholesale'),
        inArray(contracts.status, ['in-force', 'closed']),
      ),
    );
  return (
    [assigned?.on, closed?.on]
      .flatMap((on) => on ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

type Judging = { dealId: string; at: Date; contract: Contract; effectiveOn: string | null; overrides: Overrides };

/** What the law asks before this contract is assigned, and how each stands on the day of `at`. */
export async function judgeAssignment(tx: Tx, { dealId, at, contract, effectiveOn, overrides }: Judging): Promise<{ law: Requirement[]; today: string }> {
  const { facts, on: today } = await lawFacts(tx, { dealId, at });
  const happened = (await factsOfContract(tx, { dealId })).flatMap(({ fact, effectiveOn: on }) =>
    (disclosureFacts as readonly string[]).includes(fact) ? [[fact as DisclosureFact, on] as const] : [],
  );
  const given: AssignmentFacts = {
    ...{ law: facts, zone: contract.zone, today, contractOn: contract.effectiveOn, effectiveOn, overridden: Object.keys(overrides) },
    happened: Object.fromEntries(happened),
    lastWholesaleOn: await lastWholesaleOn(tx, { dealId, state: contract.state }),
  };
  return { law: assignmentLaw(given), today };
}

export type AssignmentTerms = { assigneePartyId: string; feeCents: number; effectiveOn: string; documentId: string | null };
export type Override = { requirements: readonly string[]; reason: string } | null;

/** Drafts the assignment of the contract in force, or changes the draft. A date that the law makes impossible is refused, unless a broker overrode that. */
export async function draftAssignment(
  change: Change,
  { dealId, by, override, ...terms }: AssignmentTerms & { dealId: string; by: string; override: Override },
): Promise<{ assignment: Assignment; fresh: boolean }> {
  const { tx, now } = change;
  const { deal, contract } = await fileOf(tx, { dealId });
  if (deal.side !== 'wholesale')
    throw new DomainError('not-wholesale', `Deal ${deal.dealNo} is a ${deal.side} deal.`, { nextStep: 'Only the contract of a wholesale deal is assigned.' });
  const before = await standingAssignment(tx, { contractId: contract.id });
  if (before?.state === 'effective') throw over(deal.dealNo, before);
  await checkTerms(tx, { dealId, contract, ...terms });
  const overrides = { ...((before?.overrides ?? {}) as Overrides), ...overridesOf(override, by, now) };
  const { law } = await judgeAssignment(tx, { dealId, at: now, contract, effectiveOn: terms.effectiveOn, overrides });
  checkOverridable(override, law);
  refuseUnmet('assignment-too-early', `The assignment of deal ${deal.dealNo} cannot take effect on ${terms.effectiveOn}.`, impossible(law));
  const values = { ...terms, overrides, law, state: stateOfDraft(law) };
  const row = before ? await write(tx, before.id, values) : await insert(tx, { dealId, contractId: contract.id, draftedAt: now, draftedBy: by, ...values });
  const about = aboutOf(deal.dealNo, row, before?.state ?? null);
  await change.event('Assignment.Drafted', { ...about, feeCents: row.feeCents, documentId: row.documentId });
  if (row.state === 'disclosed' && before?.state !== 'disclosed') await change.event('Assignment.Disclosed', about);
  if (override) await change.event('Assignment.Overridden', { ...about, requirements: [...override.requirements], by });
  await recomputeDeadlines(change, { dealId, cause: { kind: 'fact', id: row.id } });
  return { assignment: row, fresh: !before };
}

/** Judges a draft anew after facts changed and writes where it stands. Answers the draft with what is unmet; null where there is none. */
export async function refreshAssignment(change: Change, { dealId }: { dealId: string }): Promise<{ assignment: Assignment; open: Requirement[] } | null> {
  const { tx, now } = change;
  const [last] = await listAssignments(tx, { dealId });
  if (!last || (last.state !== 'drafted' && last.state !== 'disclosed')) return null;
  const { deal, contract } = await fileOf(tx, { dealId });
  if (contract.id !== last.contractId) return null;
  const { law } = await judgeAssignment(tx, { dealId, at: now, contract, effectiveOn: last.effectiveOn, overrides: last.overrides as Overrides });
  const state = stateOfDraft(law);
  const row = await write(tx, last.id, { law, state });
  if (state !== last.state) {
    const about = aboutOf(deal.dealNo, row, last.state);
    if (state === 'disclosed') await change.event('Assignment.Disclosed', about);
    else await change.event('Assignment.Drafted', { ...about, feeCents: row.feeCents, documentId: row.documentId });
  }
  return { assignment: row, open: unmet(law) };
}

/** Records that the assignment took effect; refused while the law's demands are unmet and no broker overrode them. */
export async function effectAssignment(
  change: Change,
  { dealId, on, by, override }: { dealId: string; on: string | null; by: string; override: Override },
): Promise<Assignment> {
  const { tx, now } = change;
  const { deal, contract } = await fileOf(tx, { dealId });
  const before = await standingAssignment(tx, { contractId: contract.id });
  if (!before) throw none(deal.dealNo);
  if (before.state === 'effective') throw over(deal.dealNo, before);
  const effectiveOn = on ?? before.effectiveOn;
  await checkTerms(tx, { ...before, contract, effectiveOn });
  const overrides = { ...(before.overrides as Overrides), ...overridesOf(override, by, now) };
  const { law, today } = await judgeAssignment(tx, { dealId, at: now, contract, effectiveOn, overrides });
  if (effectiveOn > today)
    throw new DomainError(
      'assignment-too-early',
      `The assignment of deal ${deal.dealNo} takes effect on ${effectiveOn}; today is ${today} where the property is.`,
      {
        nextStep: 'Record it once it has taken effect.',
        details: { until: effectiveOn, unmet: [] },
      },
    );
  checkOverridable(override, law);
  refuseUnmet('assignment-not-ready', `The assignment of deal ${deal.dealNo} cannot take effect yet.`, unmet(law));
  if (!before.documentId)
    throw new DomainError('assignment-not-ready', 'The written assignment is not named.', { nextStep: 'Upload it and name it as documentId in the draft.' });
  const row = await write(tx, before.id, { effectiveOn, overrides, law, state: 'effective', effectiveAt: now, effectiveBy: by });
  const about = aboutOf(deal.dealNo, row, before.state);
  if (override) await change.event('Assignment.Overridden', { ...about, requirements: [...override.requirements], by });
  const judged = Object.fromEntries(law.map(({ id, state }) => [id, state]));
  await change.event('Assignment.Effective', { ...about, feeCents: row.feeCents, documentId: before.documentId, law: judged });
  await recomputeDeadlines(change, { dealId, cause: { kind: 'fact', id: row.id } });
  return row;
}

/** Cancels the standing assignment of a contract. One that took effect ends only with its contract. */
export async function cancelAssignment(
  change: Change,
  { dealId, contractId, reason, contractEnded }: { dealId: string; contractId: string; reason: string; contractEnded: boolean },
): Promise<Assignment | null> {
  const { tx, now } = change;
  const before = await standingAssignment(tx, { contractId });
  if (!before || before.dealId !== dealId) return null;
  const [deal] = await tx
    .select({ dealNo: deals.dealNo })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  if (before.state === 'effective' && !contractEnded) throw over(deal!.dealNo, before);
  const row = await write(tx, before.id, { state: 'cancelled', cancelledAt: now, cancelledReason: reason });
  await change.event('Assignment.Cancelled', aboutOf(deal!.dealNo, row, before.state));
  if (!contractEnded) await recomputeDeadlines(change, { dealId, cause: { kind: 'fact', id: row.id } });
  return row;
}

const none = (dealNo: number): DomainError =>
  new DomainError('no-assignment', `Deal ${dealNo} has no assignment.`, { nextStep: `Draft one with POST /v1/deals/${dealNo}/assignment.` });
const over = (dealNo: number, { effectiveOn }: Assignment): DomainError =>
  new DomainError('assignment-effective', `The assignment of deal ${dealNo} took effect on ${effectiveOn}.`, {
    nextStep: 'It changes no more; a contract that ends is recorded as fallen through, and the assignment ends with it.',
  });

const overridesOf = (override: Override, by: string, now: Date): Overrides =>
  Object.fromEntries((override?.requirements ?? []).map((id) => [id, { by, reason: override!.reason, at: now.toISOString() }]));

/** A broker overrides only what the law lets a broker take on. */
function checkOverridable(override: Override, law: readonly Requirement[]): void {
  for (const id of override?.requirements ?? []) {
    const row = law.find((one) => one.id === id);
    if (!row)
      throw new DomainError('no-such-requirement', `The law of this deal has no requirement ${id}.`, {
        nextStep: `Name one of: ${law.map((one) => one.id).join(', ') || 'none'}.`,
      });
    if (!row.overridable)
      throw new DomainError('not-overridable', `${id} cannot be overridden: ${row.what}. ${row.why}.`, {
        nextStep: row.nextStep ?? 'Nothing is left to do about it.',
        details: { requirement: id, until: row.until },
      });
  }
}

/** One refusal that lists everything: what is missing, until when, and what to do. */
function refuseUnmet(code: string, what: string, rows: readonly Requirement[]): void {
  if (rows.length === 0) return;
  const untils = rows.flatMap(({ until }) => until ?? []).toSorted();
  throw new DomainError(code, `${what} ${rows.map(({ id, why }) => `${id}: ${why}.`).join(' ')}`, {
    nextStep: [...new Set(rows.flatMap(({ nextStep }) => nextStep ?? []))].join(' '),
    details: {
      until: untils.at(-1) ?? null,
      unmet: rows.map(({ id, what: asked, state, until, why, nextStep, overridable, source }) => ({
        id,
        what: asked,
        state,
        until,
        why,
        nextStep,
        overridable,
        source,
      })),
    },
  });
}

/** The assignee takes part, the document is the deal's, and the date lies between contract and closing. */
async function checkTerms(tx: Tx, { dealId, contract, assigneePartyId, effectiveOn, documentId }: AssignmentTerms & { dealId: string; contract: Contract }) {
  if (!(await listParties(tx, { dealId, roles: ['assignee'] })).some(({ id }) => id === assigneePartyId))
    throw new DomainError('no-such-assignee', 'The deal has no such assignee.', {
      nextStep: 'Add the assignee to the parties of the deal and take its id.',
    });
  if (documentId && (await findDocument(tx, { documentId }))?.dealId !== dealId)
    throw new DomainError('no-such-document', 'The deal has no such document.', { nextStep: 'List the documents of the deal and take the id of one.' });
  const closing = statedClosing(contract.dates as Record<string, unknown>);
  const message =
    effectiveOn < contract.effectiveOn
      ? `lies before the contract of ${contract.effectiveOn}`
      : typeof closing === 'string' && effectiveOn > closing
        ? `lies after the closing of ${closing}`
        : null;
  if (message)
    throw new DomainError('bad-inputs', `The effective date ${message}.`, {
      nextStep: 'Choose a day between the two.',
      details: { faults: [{ path: 'effectiveOn', message }] },
    });
}

async function insert(tx: Tx, values: Omit<typeof assignments.$inferInsert, 'brokerageId' | 'assignmentNo'>): Promise<Assignment> {
  const [last] = await tx
    .select({ no: sql<number>`coalesce(max(${assignments.assignmentNo}), 0)::int` })
    .from(assignments)
    .where(and(eq(assignments.brokerageId, tx.brokerageId), eq(assignments.dealId, values.dealId)));
  const [row] = await tx
    .insert(assignments)
    .values({ ...values, brokerageId: tx.brokerageId, assignmentNo: last!.no + 1 })
    .returning();
  return row!;
}

async function write(tx: Tx, id: string, values: Partial<Assignment>): Promise<Assignment> {
  const [row] = await tx
    .update(assignments)
    .set(values)
    .where(and(eq(assignments.brokerageId, tx.brokerageId), eq(assignments.id, id)))
    .returning();
  return row!;
}

const aboutOf = (dealNo: number, { id: assignmentId, dealId, assignmentNo, contractId, state, effectiveOn }: Assignment, prior: string | null) => ({
  ...{ dealId, dealNo, assignmentId, assignmentNo, contractId, effectiveOn },
  state: { prior, next: state as AssignmentState },
});
