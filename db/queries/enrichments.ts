import { and, eq, inArray, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { isComparable } from '../../domain/sourcing/comps.ts';
import { answerDays, filledGaps, type OwnerRef, ownerFor, type ProviderAnswer, recordKey } from '../../domain/sourcing/enrichment.ts';
import type { Signal } from '../../domain/sourcing/lead-facts.ts';
import { contactId, readOwners } from '../../domain/sourcing/names.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contactPoints, contacts, enrichments, leads } from '../schema/index.ts';
import { closeTasks } from './tasks.ts';

export type Lookup = typeof enrichments.$inferSelect;
export type Claim =
  | { kind: 'claimed'; lookupId: string }
  /** Answered within the last days: the record is paid for. */
  | { kind: 'known'; lookup: Lookup }
  /** Asked before, and nobody knows what came of it. `isNew`: this very work asked and died. */
  | { kind: 'unknown'; lookup: Lookup; isNew: boolean }
  /** Other work is asking at this moment. */
  | { kind: 'elsewhere' };

const dayMs = 86_400_000;

/** Takes the right to ask about a record, before the call. Whoever does not get it must not ask. */
export async function claimRecord(
  tx: Tx,
  { key, leadId, provider, claimedBy, now }: { key: string; leadId: string; provider: string; claimedBy: string; now: Date },
): Promise<Claim> {
  const fresh = { leadId, provider, claimedBy, kind: 'record', status: 'claimed', claimedAt: now, problem: null };
  const [mine] = await tx
    .insert(enrichments)
    .values({ brokerageId: tx.brokerageId, key, ...fresh })
    .onConflictDoNothing()
    .returning({ id: enrichments.id });
  if (mine) return { kind: 'claimed', lookupId: mine.id };
  const [lookup] = await tx
    .select()
    .from(enrichments)
    .where(and(eq(enrichments.brokerageId, tx.brokerageId), eq(enrichments.key, key)))
    .for('update');
  const age = now.getTime() - (lookup!.answeredAt ?? lookup!.claimedAt).getTime();
  switch (lookup!.status) {
    case 'unknown':
      return { kind: 'unknown', lookup: lookup!, isNew: false };
    case 'claimed':
      // A day later nobody is at it any more, whatever became of that work.
      if (lookup!.claimedBy !== claimedBy && age < dayMs) return { kind: 'elsewhere' };
      await tx.update(enrichments).set({ status: 'unknown' }).where(of(tx, lookup!.id));
      return { kind: 'unknown', lookup: lookup!, isNew: true };
    case 'released':
      break;
    default:
      if (age < answerDays * dayMs) return { kind: 'known', lookup: lookup! };
  }
  await tx.update(enrichments).set(fresh).where(of(tx, lookup!.id));
  return { kind: 'claimed', lookupId: lookup!.id };
}

const of = (tx: Tx, lookupId: string) => and(eq(enrichments.brokerageId, tx.brokerageId), eq(enrichments.id, lookupId));

/** Writes what came of a claim. An answer that comes late settles one that had been given up, too. */
export async function settleLookup(
  tx: Tx,
  {
    lookupId,
    now,
    ...outcome
  }: {
    lookupId: string;
    now: Date;
    status: 'answered' | 'empty' | 'refused' | 'unknown' | 'released';
    provider?: string;
    answer?: unknown;
    costCents?: number;
    sandbox?: boolean;
    problem?: unknown;
  },
): Promise<void> {
  await tx
    .update(enrichments)
    .set({ ...outcome, answeredAt: now })
    .where(and(of(tx, lookupId), inArray(enrichments.status, ['claimed', 'unknown'])));
}

export async function findLookup(tx: Tx, { lookupId }: { lookupId: string }): Promise<Lookup | undefined> {
  const [row] = await tx.select().from(enrichments).where(of(tx, lookupId));
  return row;
}

/** A person found out about an unknown lookup: it may be asked again, or is left alone. */
export async function decideLookup(
  change: Change,
  { lookupId, outcome, by }: { lookupId: string; outcome: 'ask-again' | 'leave'; by: string },
): Promise<Lookup> {
  const { tx, now } = change;
  const lookup = await findLookup(tx, { lookupId });
  if (!lookup) throw new DomainError('no-such-lookup', 'There is no such lookup', { nextStep: 'Look at the task: its address names the lookup.' });
  if (lookup.status !== 'unknown')
    throw new DomainError('lookup-settled', `This lookup is ${lookup.status}`, { nextStep: 'There is nothing to decide about it.' });
  await settleLookup(tx, { lookupId, now, status: outcome === 'ask-again' ? 'released' : 'refused', problem: { decidedBy: by } });
  await closeTasks(change, { keyPrefix: `decide-unknown-lookup/${lookupId}`, outcome, by });
  await change.event('Lookup.Settled', { lookupId, leadId: lookup.leadId, outcome }, { kind: 'lead', id: lookup.leadId });
  return (await findLookup(tx, { lookupId }))!;
}

export type Subject = {
  lead: typeof leads.$inferSelect;
  owners: OwnerRef[];
  key: string;
};

/** What is asked about: a lead with its owners, the first of whom is the person of the record. */
export async function recordOf(tx: Tx, { leadId }: { leadId: string }): Promise<Subject | undefined> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  if (!lead) return undefined;
  const rows =
    lead.ownerIds.length === 0
      ? []
      : await tx
          .select({ id: contacts.id, kind: contacts.kind, firstName: contacts.firstName, lastName: contacts.lastName, displayName: contacts.displayName })
          .from(contacts)
          .where(and(eq(contacts.brokerageId, tx.brokerageId), inArray(contacts.id, lead.ownerIds)));
  const owners = lead.ownerIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return { lead, owners, key: recordKey(lead.propertyKey, owners[0]?.id ?? null) };
}

/** Writes an answer to its lead: gaps of the property, and phones and e-mails of its owners, marked with their source. Never consent. */
export async function applyAnswer(
  { tx, now, event }: Change,
  { leadId, provider, answer }: { leadId: string; provider: string; answer: ProviderAnswer },
): Promise<void> {
  const subject = await recordOf(tx, { leadId });
  if (!subject) return;
  const { lead } = subject;
  const gaps = filledGaps({ ...lead, signals: lead.signals as Signal[] | null }, answer);
  const owners = subject.owners.length > 0 ? subject.owners : await newOwners(tx, now, lead, answer);
  const changed = {
    ...gaps,
    comparable: lead.comparable || isComparable({ ...lead, ...gaps }),
    ...(subject.owners.length > 0 ? {} : { ownerIds: owners.map(({ id }) => id) }),
  };
  const points = answer.people.flatMap((person) => {
    const owner = ownerFor(person, owners);
    if (!owner) return [];
    const point = { brokerageId: tx.brokerageId, contactId: owner.id, source: provider, sandbox: answer.sandbox, createdAt: now };
    return [
      ...person.phones.map(({ number, lineType }, at) => ({ ...point, kind: 'phone', value: number, lineType, rank: at + 1 })),
      ...person.emails.map((value, at) => ({ ...point, kind: 'email', value, lineType: null, rank: at + 1 })),
    ];
  });
  // What a list gave stays as it is, ranked before.
  const added = points.length === 0 ? [] : await tx.insert(contactPoints).values(points).onConflictDoNothing().returning({ kind: contactPoints.kind });
  const nothingNew = Object.keys(gaps).length === 0 && added.length === 0 && owners.length === subject.owners.length;
  if (nothingNew && changed.comparable === lead.comparable) return;
  await tx
    .update(leads)
    .set({ ...changed, updatedAt: now })
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, leadId)));
  const kinds = [
    ...Object.keys(gaps),
    ...(subject.owners.length === 0 && owners.length > 0 ? ['owners'] : []),
    ...new Set(added.map(({ kind }) => `${kind}s`)),
  ];
  await event('Lead.Enriched', { leadId, leadNo: lead.leadNo, kinds, provider, sandbox: answer.sandbox });
}

/** The people of an answer as owners of a property of which no list named any. */
async function newOwners(tx: Tx, now: Date, lead: typeof leads.$inferSelect, { people }: ProviderAnswer): Promise<OwnerRef[]> {
  const address = lead.addressKey ?? lead.propertyKey;
  const rows = people
    .flatMap(({ name }) => readOwners(name, 'first-last'))
    .map((owner) => ({
      id: contactId(tx.brokerageId, owner, address),
      kind: owner.kind,
      firstName: owner.first,
      lastName: owner.last,
      displayName: owner.name,
    }));
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  if (unique.length > 0) {
    const { line: mailingLine, unit: mailingUnit, city: mailingCity, state: mailingState, zip: mailingZip } = lead;
    const home = { mailingLine, mailingUnit, mailingCity, mailingState, mailingZip, createdAt: now };
    await tx
      .insert(contacts)
      .values(unique.map((row) => ({ brokerageId: tx.brokerageId, ...row, ...home })))
      .onConflictDoNothing();
  }
  return unique;
}

/** What was asked and paid for in all, for the report of costs. */
export async function lookupCosts(tx: Tx): Promise<{ provider: string; status: string; count: number; costCents: number }[]> {
  const rows = await tx.execute<{ provider: string; status: string; count: number; cost: string }>(sql`
    select provider, status, count(*)::int as count, sum(cost_cents) as cost from ${enrichments} where brokerage_id = ${tx.brokerageId} group by provider, status order by 1, 2`);
  return rows.map(({ provider, status, count, cost }) => ({ provider, status, count, costCents: Number(cost) }));
}
