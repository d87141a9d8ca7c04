import { and, asc, eq } from 'drizzle-orm';
import { dealEnded } from '../../domain/closing/ended.ts';
import { nextBackup } from '../../domain/closing/listing-state.ts';
import { backupOrder, type OfferInAct, type OfferInStatus, openOfferIn, refuseOfferIn } from '../../domain/closing/offers-received.ts';
import { DomainError } from '../../domain/errors.ts';
import { localWords } from '../../domain/time/zoned.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { offerPayload } from '../offer-payload.ts';
import { contacts, offersReceived } from '../schema/index.ts';
import { type Deal, findDeal } from './closing.ts';
import { leaveDeal } from './parties.ts';
import { closeTasks, openTask } from './tasks.ts';

export type OfferIn = typeof offersReceived.$inferSelect;
export type BuyerOfOffer = { contactId: string } | { name: string; email?: string; phone?: string };
const dayMs = 86_400_000;

/** In the order in which they came. */
export function listOffersReceived(tx: Tx, { dealId }: { dealId: string }): Promise<OfferIn[]> {
  return tx
    .select()
    .from(offersReceived)
    .where(and(eq(offersReceived.brokerageId, tx.brokerageId), eq(offersReceived.dealId, dealId)))
    .orderBy(asc(offersReceived.offerNo));
}

/** The buyer's name: the offer's own, or that of the contact it names. */
export async function buyerName(tx: Tx, { buyer }: { buyer: BuyerOfOffer }): Promise<string> {
  if ('name' in buyer) return buyer.name;
  const [row] = await tx
    .select({ name: contacts.displayName })
    .from(contacts)
    .where(and(eq(contacts.brokerageId, tx.brokerageId), eq(contacts.id, buyer.contactId)));
  return row?.name ?? 'a contact that is gone';
}

export async function findOfferReceived(tx: Tx, { offerId }: { offerId: string }): Promise<OfferIn | undefined> {
  const [row] = await tx
    .select()
    .from(offersReceived)
    .where(and(eq(offersReceived.brokerageId, tx.brokerageId), eq(offersReceived.id, offerId)));
  return row;
}

/** The offer the seller has accepted, if there is one. */
export const acceptedOfferReceived = async (tx: Tx, { dealId }: { dealId: string }): Promise<OfferIn | undefined> =>
  (await listOffersReceived(tx, { dealId })).find(({ status }) => status === 'accepted');

/** The deal and its offer of that number, when the act fits; refuses otherwise, in words. */
export async function offerToAnswer(
  tx: Tx,
  { dealId, offerNo, act, ended = false }: { dealId: string; offerNo: number; act: OfferInAct; ended?: boolean },
): Promise<{ deal: Deal; offer: OfferIn; offers: OfferIn[] }> {
  const deal = await findDeal(tx, { dealId });
  if (!deal) throw new DomainError('no-such-deal', 'There is no such deal', { nextStep: 'List the deals and take the number of one' });
  const offers = await listOffersReceived(tx, { dealId });
  const offer = offers.find((row) => row.offerNo === offerNo);
  if (!offer)
    throw new DomainError('no-such-offer-received', `Deal ${deal.dealNo} has received no offer ${offerNo}.`, {
      nextStep: `GET /v1/deals/${deal.dealNo}/offers-received lists those it has.`,
    });
  if (deal.closedAt && !ended) throw deal.stage === 'closed' ? dealEnded(deal) : dealEnded(deal, 'Promote a back-up offer, or open the deal again.');
  const why = refuseOfferIn(act, { offerNo, status: offer.status as OfferInStatus });
  if (why) throw new DomainError('offer-not-open', why, { nextStep: `GET /v1/deals/${deal.dealNo}/offers-received says where each offer stands.` });
  return { deal, offer, offers };
}

export async function writeOfferReceived({ tx, now }: Change, { offerId, ...values }: { offerId: string } & Partial<OfferIn>): Promise<OfferIn> {
  const [row] = await tx
    .update(offersReceived)
    .set({ ...values, changedAt: now })
    .where(and(eq(offersReceived.brokerageId, tx.brokerageId), eq(offersReceived.id, offerId)))
    .returning();
  if (!row) throw new DomainError('no-such-offer-received', 'This offer is not there any more.', { nextStep: 'List the offers the deal has received.' });
  return row;
}

const endings = {
  declined: 'OfferReceived.Declined',
  withdrawn: 'OfferReceived.Withdrawn',
  expired: 'OfferReceived.Expired',
  'fell-through': 'OfferReceived.FellThrough',
} as const;

/** Ends an offer: declined, withdrawn, expired, or fallen through with its contract. Back-ups behind it move up. */
export async function endOfferReceived(
  change: Change,
  {
    deal,
    offer,
    status,
    reason,
    by,
  }: { deal: Pick<Deal, 'id' | 'dealNo' | 'leadId'>; offer: OfferIn; status: keyof typeof endings; reason: string | null; by: string },
): Promise<OfferIn> {
  const row = await writeOfferReceived(change, { offerId: offer.id, status, reason, backupPosition: null, runDueAt: null, waitingFor: null });
  await change.event(endings[status], offerPayload(deal, row, offer.status));
  await closeTasks(change, { keyPrefix: `answer-offer/${offer.id}/`, outcome: status, by });
  if (offer.status === 'backup') await orderBackups(change, { deal, offerNo: offer.offerNo, place: 0 });
  if (offer.status !== 'accepted') return row;
  if (offer.partyId) await leaveDeal(change, { partyId: offer.partyId });
  await askForPromotion(change, { deal, cause: offer.id, why: status === 'withdrawn' ? 'the buyer withdrew' : 'the contract fell through' });
  return row;
}

/** Writes the order of the back-ups with one put at a place, and tells of each that moved. */
export async function orderBackups(
  change: Change,
  { deal, offerNo, place }: { deal: Pick<Deal, 'id' | 'dealNo'>; offerNo: number; place: number | null },
): Promise<void> {
  const backups = (await listOffersReceived(change.tx, { dealId: deal.id }))
    .filter(({ status }) => status === 'backup')
    .sort((a, b) => (a.backupPosition ?? 0) - (b.backupPosition ?? 0));
  const order = backupOrder(
    backups.map((row) => row.offerNo),
    offerNo,
    place,
  );
  for (const [index, no] of order.entries()) {
    const row = backups.find((one) => one.offerNo === no);
    if (!row || row.backupPosition === index + 1 || no === offerNo) continue;
    const next = await writeOfferReceived(change, { offerId: row.id, backupPosition: index + 1 });
    const expires = row.expiresAt?.toISOString() ?? null;
    await change.event('OfferReceived.BackedUp', {
      ...offerPayload(deal, next, row.status),
      ...{ position: { prior: row.backupPosition, next: index + 1 }, expiresAt: { prior: expires, next: expires } },
    });
  }
}

/** The accepted offer is gone: says which back-up is next, where there is one. */
async function askForPromotion(
  change: Change,
  { deal, cause, why }: { deal: Pick<Deal, 'id' | 'dealNo' | 'leadId'>; cause: string; why: string },
): Promise<void> {
  const next = nextBackup(await listOffersReceived(change.tx, { dealId: deal.id }));
  if (!next) return;
  await openTask(change, {
    ...{ kind: 'promote-backup', key: `promote-backup/${deal.id}/${cause}`, subject: { kind: 'deal', id: deal.id }, dealId: deal.id, leadId: deal.leadId },
    title: `Promote back-up offer ${next.offerNo} of deal ${deal.dealNo}`,
    reason: `Deal ${deal.dealNo}: ${why}; back-up offer ${next.offerNo} is the next in line`,
    ...{ role: 'agent', dueAt: new Date(change.now.getTime() + dayMs) },
  });
}

/** A contract ended without a closing: the offer it came of went with it. */
export async function releaseAccepted(change: Change, { dealId, reason, by }: { dealId: string; reason: string | null; by: string }): Promise<void> {
  const [deal, offer] = [await findDeal(change.tx, { dealId }), await acceptedOfferReceived(change.tx, { dealId })];
  if (deal && offer) await endOfferReceived(change, { deal, offer, status: 'fell-through', reason, by });
}

/** The deal is over for good: what still waits for an answer gets none, and nobody stands by. */
export async function declineOpenOffers(change: Change, { dealId, reason, by }: { dealId: string; reason: string; by: string }): Promise<void> {
  const deal = await findDeal(change.tx, { dealId });
  for (const offer of await listOffersReceived(change.tx, { dealId }))
    if (deal && openOfferIn.includes(offer.status as OfferInStatus)) await endOfferReceived(change, { deal, offer, status: 'declined', reason, by });
}

/** Asks the agent for the answer that an offer waits for. */
export async function askForAnswer(change: Change, { deal, offer }: { deal: Pick<Deal, 'id' | 'dealNo' | 'leadId'>; offer: OfferIn }): Promise<void> {
  const { id, offerNo, status, expiresAt, zone, rounds } = offer;
  const until = expiresAt ? `it ends ${localWords(expiresAt, zone)} where the property is` : 'it names no end';
  const title = {
    received: `Answer offer ${offerNo} of deal ${deal.dealNo}`,
    countered: `Get the buyer's answer to the counter of offer ${offerNo} of deal ${deal.dealNo}`,
    backup: `Back-up offer ${offerNo} of deal ${deal.dealNo} is about to end`,
  }[status as 'received' | 'countered' | 'backup'];
  await openTask(change, {
    ...{
      kind: 'answer-offer',
      key: `answer-offer/${id}/${(rounds as unknown[]).length}/${expiresAt?.toISOString() ?? 'open'}`,
      subject: { kind: 'deal', id: deal.id },
    },
    ...{ dealId: deal.id, leadId: deal.leadId, title, reason: `Nobody has answered yet; ${until}`, role: 'agent' },
    dueAt: expiresAt ?? new Date(change.now.getTime() + dayMs),
  });
}

/** Writes what the watching run has told and when it looks again. */
export async function projectOfferWatch(
  tx: Tx,
  { offerId, ...values }: { offerId: string } & Partial<Pick<OfferIn, 'told' | 'runDueAt' | 'waitingFor'>>,
): Promise<void> {
  await tx
    .update(offersReceived)
    .set(values)
    .where(and(eq(offersReceived.brokerageId, tx.brokerageId), eq(offersReceived.id, offerId)));
}
