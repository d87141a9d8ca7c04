import { and, desc, eq } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import { DomainError } from '../../domain/errors.ts';
import { instantOf, localDate } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { listingAgreements } from '../schema/index.ts';
import { type Deal, dealSettings, findDeal } from './closing.ts';
import { recordFact } from './deal-facts.ts';
import { closeTasks, openTask } from './tasks.ts';

export type Agreement = typeof listingAgreements.$inferSelect;
const dayMs = 86_400_000;

/** Newest first. */
export function listAgreements(tx: Tx, { dealId }: { dealId: string }): Promise<Agreement[]> {
  return tx
    .select()
    .from(listingAgreements)
    .where(and(eq(listingAgreements.brokerageId, tx.brokerageId), eq(listingAgreements.dealId, dealId)))
    .orderBy(desc(listingAgreements.agreementNo));
}

/** The agreement in force, or the one that ended last. */
export const lastAgreement = async (tx: Tx, { dealId }: { dealId: string }): Promise<Agreement | undefined> => (await listAgreements(tx, { dealId }))[0];

export async function findAgreement(tx: Tx, { agreementId }: { agreementId: string }): Promise<Agreement | undefined> {
  const [row] = await tx
    .select()
    .from(listingAgreements)
    .where(and(eq(listingAgreements.brokerageId, tx.brokerageId), eq(listingAgreements.id, agreementId)));
  return row;
}

/** The open deal of a listing; refuses any other. */
export async function listingOf(tx: Tx, { dealId }: { dealId: string }): Promise<Deal> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  if (deal.side !== 'listing')
    throw new DomainError('not-a-listing', `Deal ${deal.dealNo} is on the ${deal.side} side.`, {
      nextStep: 'Open a deal of the side "listing" for this property.',
    });
  if (deal.closedAt) throw dealEnded(deal);
  return deal;
}

export type NewAgreement = {
  dealId: string;
  fromOn: string;
  toOn: string;
  zone: string;
  commissionBps: number | null;
  commissionCents: number | null;
  listPriceCents: number | null;
  exclusivity: string;
  evidence: { documentId?: string; note?: string };
  /** Left out: the day it begins, or today where that lies ahead. */
  signedOn: string | null;
  by: string;
};

/** The last minute of a date where the property is. */
const endOf = (date: string, zone: string): Date => instantOf(date, 24 * 60 - 1, zone);

/** Puts a listing under its agreement, and says so as a fact of the file; its run watches the last day. */
export async function recordAgreement(change: Change, { dealId, by, signedOn, ...terms }: NewAgreement): Promise<Agreement> {
  const { tx, now, event } = change;
  const deal = await listingOf(tx, { dealId });
  const last = await lastAgreement(tx, { dealId });
  if (last?.status === 'in-force')
    throw new DomainError('agreement-in-force', `Deal ${deal.dealNo} has a listing agreement until ${last.toOn}.`, {
      nextStep: `Change it with POST /v1/deals/${deal.dealNo}/listing-agreement/changes, or end it with POST /v1/deals/${deal.dealNo}/listing-agreement/end.`,
    });
  const endsAt = endOf(terms.toOn, terms.zone);
  if (endsAt <= now) throw past('toOn', terms.toOn);
  const today = localDate(now, terms.zone);
  const on = signedOn ?? (terms.fromOn < today ? terms.fromOn : today);
  if (on > today)
    throw new DomainError('bad-inputs', `An agreement cannot have been signed on ${on}: today is ${today} where the property is.`, {
      nextStep: 'Record it once it is signed.',
      details: { faults: [{ path: 'signedOn', message: 'lies ahead' }] },
    });
  const { slug } = await dealSettings(tx, {});
  const agreementNo = (last?.agreementNo ?? 0) + 1;
  const [row] = await tx
    .insert(listingAgreements)
    .values({
      ...{ brokerageId: tx.brokerageId, dealId, agreementNo, ...terms, endsAt, recordedAt: now, recordedBy: by },
      workflowId: `listing/${slug}/${deal.dealNo}/${agreementNo}`,
      waitingFor: 'its last day',
    })
    .returning();
  const { fromOn, toOn, commissionBps, commissionCents, exclusivity } = row!;
  await event('ListingAgreement.Recorded', {
    ...about(deal, row!, null),
    ...{ fromOn, toOn, endsAt: { prior: null, next: endsAt.toISOString() }, commissionBps, commissionCents, exclusivity },
  });
  await recordFact(change, { dealId, dealNo: deal.dealNo, fact: 'ListingAgreement.Signed', effectiveOn: on, value: null, evidence: terms.evidence, by });
  await closeTasks(change, { keyPrefix: `renew-listing/${dealId}/`, outcome: 'a new agreement is recorded', by });
  return row!;
}

const past = (path: string, what: string): DomainError =>
  new DomainError('bad-inputs', `${what} is over where the property is.`, {
    nextStep: 'Name a time that lies ahead.',
    details: { faults: [{ path, message: 'lies in the past' }] },
  });

const about = (deal: Pick<Deal, 'id' | 'dealNo'>, row: Agreement, prior: string | null) => ({
  ...{ dealId: deal.id, dealNo: deal.dealNo, agreementId: row.id, agreementNo: row.agreementNo },
  status: { prior: prior as 'in-force' | null, next: row.status as 'in-force' | 'expired' | 'ended' },
});

export type AgreementChanges = {
  toOn?: string | undefined;
  commissionBps?: number | undefined;
  commissionCents?: number | undefined;
  listPriceCents?: number | undefined;
};

/** What both agreed to change; a commission of one kind replaces one of the other. */
export async function changeAgreement(
  change: Change,
  { dealId, by, reason, ...wanted }: { dealId: string; by: string; reason: string } & AgreementChanges,
): Promise<Agreement> {
  const { tx, now, event } = change;
  const deal = await listingOf(tx, { dealId });
  const row = await agreementInForce(tx, deal);
  const given: Partial<Agreement> = {
    ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)),
    ...(wanted.commissionBps !== undefined ? { commissionCents: null } : wanted.commissionCents !== undefined ? { commissionBps: null } : {}),
  };
  const changes = Object.fromEntries(
    Object.entries(given).flatMap(([name, next]) => (row[name as keyof Agreement] === next ? [] : [[name, { prior: row[name as keyof Agreement], next }]])),
  );
  if (Object.keys(changes).length === 0) throw new DomainError('nothing-changes', 'The agreement says so already.', { nextStep: 'Send what differs from it.' });
  const toOn = wanted.toOn ?? row.toOn;
  const endsAt = endOf(toOn, row.zone);
  if (endsAt <= now || toOn < row.fromOn) throw past('toOn', toOn);
  const [next] = await tx
    .update(listingAgreements)
    .set({ ...given, endsAt })
    .where(mine(tx, row.id))
    .returning();
  await event('ListingAgreement.Changed', {
    ...about(deal, next!, row.status),
    ...{ endsAt: { prior: row.endsAt.toISOString(), next: endsAt.toISOString() }, changes, reason },
  });
  if (endsAt.getTime() !== row.endsAt.getTime()) await closeTasks(change, { keyPrefix: `renew-listing/${dealId}/`, outcome: 'the term has changed', by });
  return next!;
}

const mine = (tx: Tx, agreementId: string) => and(eq(listingAgreements.brokerageId, tx.brokerageId), eq(listingAgreements.id, agreementId));

async function agreementInForce(tx: Tx, deal: Deal): Promise<Agreement> {
  const row = await lastAgreement(tx, { dealId: deal.id });
  if (row?.status === 'in-force') return row;
  throw new DomainError('no-agreement', `Deal ${deal.dealNo} has no listing agreement in force.`, {
    nextStep: `Record one with POST /v1/deals/${deal.dealNo}/listing-agreement.`,
  });
}

/** Ends an agreement before its last day, or at it. A repeat finds it ended; null where none is in force. */
export async function endAgreement(
  change: Change,
  { dealId, status, reason, by }: { dealId: string; status: 'expired' | 'ended'; reason: string; by: string },
): Promise<Agreement | null> {
  const { tx, now, event } = change;
  const deal = await findDeal(tx, { dealId });
  const row = await lastAgreement(tx, { dealId });
  if (!deal || row?.status !== 'in-force') return null;
  const [next] = await tx
    .update(listingAgreements)
    .set({ status, endedAt: now, endedReason: reason, runDueAt: null, waitingFor: null })
    .where(mine(tx, row.id))
    .returning();
  await event('ListingAgreement.Ended', about(deal, next!, row.status));
  await closeTasks(change, { keyPrefix: `renew-listing/${dealId}/`, outcome: status, by });
  if (status === 'expired' && !deal.closedAt)
    await openTask(change, {
      ...{ kind: 'renew-listing', key: `renew-listing/${dealId}/${row.id}/expired`, subject: { kind: 'deal', id: dealId }, dealId, leadId: deal.leadId },
      title: `The listing agreement of deal ${deal.dealNo} has ended`,
      reason: `Its last day was ${row.toOn}; without a new one the property is not to be offered`,
      ...{ role: 'broker', dueAt: new Date(now.getTime() + dayMs) },
    });
  return next!;
}

/** Writes what the watching run has told and when it looks again. */
export async function projectAgreementWatch(
  tx: Tx,
  { agreementId, ...values }: { agreementId: string } & Partial<Pick<Agreement, 'told' | 'runDueAt' | 'waitingFor'>>,
): Promise<void> {
  await tx.update(listingAgreements).set(values).where(mine(tx, agreementId));
}
