import { randomUUID } from 'node:crypto';
import { counteredTerms, type OfferTerms, termFaults, unansweredOfferIn } from '../../domain/closing/offers-received.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import type { Change } from '../events.ts';
import { fileStillEnding } from '../file-still-ending.ts';
import { offerPayload } from '../offer-payload.ts';
import { offersReceived } from '../schema/index.ts';
import { type Deal, dealSettings } from './closing.ts';
import { findContract, lastContract } from './contracts.ts';
import { recordFact } from './deal-facts.ts';
import { listingOf } from './listing-agreements.ts';
import {
  acceptedOfferReceived,
  askForAnswer,
  type BuyerOfOffer,
  endOfferReceived,
  listOffersReceived,
  type OfferIn,
  offerToAnswer,
  orderBackups,
  writeOfferReceived,
} from './offers-received.ts';
import { addParty, findContact } from './parties.ts';
import { reopenDeal } from './reopen.ts';
import { closeTasks } from './tasks.ts';

type Round = { round: number; by: 'buyer' | 'seller'; terms: OfferTerms; expiresAt: string | null; at: string };
export type NewOfferIn = OfferTerms & { dealId: string; buyer: BuyerOfOffer; zone: string; expiresAt: Date | null; documentId: string | null; by: string };
const instantOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;

/** An offer came in. One that names no end is asked for at once, others ahead of their end by the run that watches it. */
export async function recordOfferReceived(change: Change, { dealId, buyer, zone, expiresAt, documentId, by, ...terms }: NewOfferIn): Promise<OfferIn> {
  const { tx, now, event } = change;
  const deal = await listingOf(tx, { dealId });
  if ('contactId' in buyer && !(await findContact(tx, { contactId: buyer.contactId })))
    throw new DomainError('no-such-contact', `There is no contact ${buyer.contactId}.`, { nextStep: "Give the buyer's name and address instead." });
  ahead(expiresAt, now);
  possible(terms, localDate(now, zone));
  const { slug } = await dealSettings(tx, {});
  const offerNo = Math.max(0, ...(await listOffersReceived(tx, { dealId })).map((row) => row.offerNo)) + 1;
  const [row] = await tx
    .insert(offersReceived)
    .values({
      ...{ brokerageId: tx.brokerageId, id: randomUUID(), dealId, offerNo, buyer, ...terms, zone, expiresAt, documentId },
      ...{ rounds: [{ round: 1, by: 'buyer', terms, expiresAt: instantOrNull(expiresAt), at: now.toISOString() }] satisfies Round[] },
      ...{ receivedAt: now, recordedBy: by, changedAt: now, workflowId: `offer-in/${slug}/${deal.dealNo}/${offerNo}`, waitingFor: "the seller's answer" },
    })
    .returning();
  await event('OfferReceived.Recorded', {
    ...offerPayload(deal, row!, null),
    ...{ priceCents: terms.priceCents, expiresAt: { prior: null, next: instantOrNull(expiresAt) } },
  });
  if (!expiresAt) await askForAnswer(change, { deal, offer: row! });
  return row!;
}

function possible(terms: Partial<OfferTerms>, today: string): void {
  const faults = termFaults(terms, today);
  if (faults.length > 0)
    throw new DomainError('bad-inputs', `The offer cannot be meant so: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}.`, {
      nextStep: 'Mend what errors lists.',
      details: { faults },
    });
}

const ahead = (expiresAt: Date | null, now: Date): void => {
  if (!expiresAt || expiresAt > now) return;
  throw new DomainError('bad-inputs', 'The offer would have ended already.', {
    nextStep: 'Name an end that lies ahead, or leave it out.',
    details: { faults: [{ path: 'expiresAt', message: 'lies in the past' }] },
  });
};

/** One side proposes other terms; then the other has to answer. */
export async function counterOfferReceived(
  change: Change,
  {
    dealId,
    offerNo,
    by,
    expiresAt,
    proposed,
    actor,
  }: {
    dealId: string;
    offerNo: number;
    by: 'seller' | 'buyer';
    expiresAt: Date | null;
    proposed: { [K in keyof OfferTerms]?: OfferTerms[K] | undefined };
    actor: string;
  },
): Promise<OfferIn> {
  const { now, event } = change;
  const { deal, offer } = await offerToAnswer(change.tx, { dealId, offerNo, act: 'counter' });
  inTime(offer, now);
  ahead(expiresAt, now);
  const turn = offer.status === 'received' ? 'seller' : 'buyer';
  if (by !== turn)
    throw new DomainError('not-their-turn', `Offer ${offerNo} waits for the ${turn}.`, {
      nextStep: `Record what the ${turn} answers, or withdraw or decline it.`,
    });
  const { next: terms, changes } = counteredTerms(offer, proposed);
  if (Object.keys(changes).length === 0)
    throw new DomainError('nothing-changes', 'The offer says so already.', { nextStep: 'Accept it, or propose terms that differ.' });
  const rounds = offer.rounds as Round[];
  // A closing that has passed while they bargained is for them to change.
  possible('closingOn' in changes ? terms : { ...terms, closingOn: null }, localDate(now, offer.zone));
  const round = rounds.length + 1;
  const { priceCents, earnestMoneyCents, financing, closingOn, contingencies } = terms;
  const proposal = { priceCents, earnestMoneyCents, financing, closingOn, contingencies };
  const row = await writeOfferReceived(change, {
    ...{ offerId: offer.id, ...proposal, expiresAt, status: by === 'seller' ? 'countered' : 'received' },
    rounds: [...rounds, { round, by, terms: proposal, expiresAt: instantOrNull(expiresAt), at: now.toISOString() }],
    waitingFor: by === 'seller' ? "the buyer's answer" : "the seller's answer",
  });
  await event('OfferReceived.Countered', {
    ...offerPayload(deal, row, offer.status),
    ...{ by, round, terms: changes, expiresAt: { prior: instantOrNull(offer.expiresAt), next: instantOrNull(expiresAt) } },
  });
  await closeTasks(change, { keyPrefix: `answer-offer/${offer.id}/`, outcome: 'countered', by: actor });
  if (!expiresAt) await askForAnswer(change, { deal, offer: row });
  return row;
}

/** What is past its end is the clock's, also before its run has written so. */
function inTime({ offerNo, expiresAt }: OfferIn, now: Date): void {
  if (!expiresAt || expiresAt > now) return;
  throw new DomainError('offer-expired', `Offer ${offerNo} ended on ${expiresAt.toISOString()}.`, {
    nextStep: 'Have the buyer offer again, and record that as another offer.',
  });
}

/** Accepts an offer: its buyer becomes a party, the deal waits for the contract. What becomes of the others is said, never guessed. */
export async function acceptOfferReceived(
  change: Change,
  { dealId, offerNo, others, by }: { dealId: string; offerNo: number; others?: 'decline' | 'keep' | undefined; by: string },
): Promise<OfferIn> {
  const { deal, offer, offers } = await offerToAnswer(change.tx, { dealId, offerNo, act: 'accept' });
  inTime(offer, change.now);
  await nothingAccepted(change, deal);
  const waiting = offers.filter((row) => row.id !== offer.id && unansweredOfferIn.includes(row.status as never));
  if (waiting.length > 0 && !others)
    throw new DomainError(
      'others-unsaid',
      `${waiting.length === 1 ? 'Offer' : 'Offers'} ${waiting.map((row) => row.offerNo).join(', ')} ${waiting.length === 1 ? 'waits' : 'wait'} for an answer, too.`,
      {
        nextStep: 'Say with `others` what becomes of them: "decline" or "keep".',
        details: { offers: waiting.map((row) => row.offerNo) },
      },
    );
  const partyId = await asParty(change, deal, offer);
  const row = await writeOfferReceived(change, { offerId: offer.id, status: 'accepted', partyId, runDueAt: null, waitingFor: null });
  await change.event('OfferReceived.Accepted', {
    ...offerPayload(deal, row, offer.status),
    ...{ priceCents: row.priceCents, partyId, others: waiting.length === 0 ? ('none' as const) : others! },
  });
  await closeTasks(change, { keyPrefix: `answer-offer/${offer.id}/`, outcome: 'accepted', by });
  if (others === 'decline')
    for (const one of waiting) await endOfferReceived(change, { deal, offer: one, status: 'declined', reason: 'another offer was accepted', by });
  return row;
}

async function nothingAccepted({ tx }: Change, deal: Deal): Promise<void> {
  if (await findContract(tx, { dealId: deal.id }))
    throw new DomainError('contract-in-force', `Deal ${deal.dealNo} is under contract.`, { nextStep: 'Keep the offer as a back-up, or decline it.' });
  const accepted = await acceptedOfferReceived(tx, { dealId: deal.id });
  if (accepted)
    throw new DomainError('offer-accepted', `Offer ${accepted.offerNo} of deal ${deal.dealNo} is accepted.`, {
      nextStep: 'Make this one a back-up, or decline it.',
    });
}

async function asParty(change: Change, deal: Deal, { buyer }: OfferIn): Promise<string> {
  const { party } = await addParty(change, { dealId: deal.id, dealNo: deal.dealNo, role: 'buyer', ...(buyer as BuyerOfOffer) });
  return party.id;
}

/** Declined by the seller, or withdrawn by the buyer. An accepted offer can be withdrawn as long as there is no contract. */
export async function refuseOfferReceived(
  change: Change,
  { dealId, offerNo, act, reason, by }: { dealId: string; offerNo: number; act: 'decline' | 'withdraw'; reason: string | null; by: string },
): Promise<OfferIn> {
  const { deal, offer } = await offerToAnswer(change.tx, { dealId, offerNo, act, ended: true });
  if (offer.status === 'accepted' && (await findContract(change.tx, { dealId })))
    throw new DomainError('contract-in-force', `Deal ${deal.dealNo} is under contract with this buyer.`, {
      nextStep: `A contract that ends is recorded with POST /v1/deals/${deal.dealNo}/fall-through.`,
    });
  return endOfferReceived(change, { deal, offer, status: act === 'decline' ? 'declined' : 'withdrawn', reason, by });
}

/** Keeps an offer behind the accepted one, at a place among the back-ups. */
export async function backUpOffer(
  change: Change,
  { dealId, offerNo, position, expiresAt, by }: { dealId: string; offerNo: number; position: number | null; expiresAt: Date | null; by: string },
): Promise<OfferIn> {
  const { tx, now } = change;
  const { deal, offer, offers } = await offerToAnswer(tx, { dealId, offerNo, act: 'backup' });
  inTime(offer, now);
  ahead(expiresAt, now);
  if (!(await acceptedOfferReceived(tx, { dealId })) && !(await findContract(tx, { dealId })))
    throw new DomainError('nothing-to-back-up', `Deal ${deal.dealNo} has accepted no offer.`, { nextStep: 'Accept this one, or another one first.' });
  const others = offers.filter((row) => row.status === 'backup' && row.id !== offer.id).length;
  const place = Math.min(position ?? others + 1, others + 1);
  const row = await writeOfferReceived(change, {
    ...{ offerId: offer.id, status: 'backup', backupPosition: place, expiresAt, runDueAt: null, waitingFor: 'the accepted offer to fall through' },
  });
  await change.event('OfferReceived.BackedUp', {
    ...offerPayload(deal, row, offer.status),
    position: { prior: offer.backupPosition, next: place },
    expiresAt: { prior: instantOrNull(offer.expiresAt), next: instantOrNull(expiresAt) },
  });
  await orderBackups(change, { deal, offerNo, place });
  await closeTasks(change, { keyPrefix: `answer-offer/${offer.id}/`, outcome: 'kept as a back-up', by });
  if (offer.status !== 'backup')
    await recordFact(change, {
      ...{ dealId, dealNo: deal.dealNo, fact: 'BackupOffer.Received', effectiveOn: localDate(now, offer.zone), value: offer.priceCents },
      ...{ evidence: offer.documentId ? { documentId: offer.documentId } : null, by },
    });
  return row;
}

/** Makes a back-up the accepted offer; a deal that fell through is opened again in the same act. */
export async function promoteBackup(change: Change, { dealId, offerNo, by }: { dealId: string; offerNo: number; by: string }): Promise<OfferIn> {
  const { tx, now } = change;
  const { deal, offer } = await offerToAnswer(tx, { dealId, offerNo, act: 'promote', ended: true });
  inTime(offer, now);
  await nothingAccepted(change, deal);
  if (!deal.closedAt && (await lastContract(tx, { dealId }))?.status === 'terminated') throw fileStillEnding(deal.dealNo);
  // First of all, so that the run is there before it is told of the rest.
  if (deal.closedAt) await reopenDeal(change, { dealId, reason: `back-up offer ${offerNo} is promoted` });
  const partyId = await asParty(change, deal, offer);
  const position = offer.backupPosition;
  const row = await writeOfferReceived(change, {
    ...{ offerId: offer.id, status: 'accepted', partyId, backupPosition: null, expiresAt: null, runDueAt: null, waitingFor: null },
  });
  await change.event('OfferReceived.Promoted', {
    ...offerPayload(deal, row, offer.status),
    ...{ priceCents: row.priceCents, partyId, position: { prior: position, next: null } },
  });
  await orderBackups(change, { deal, offerNo, place: 0 });
  for (const keyPrefix of [`promote-backup/${dealId}/`, `answer-offer/${offer.id}/`])
    await closeTasks(change, { keyPrefix, outcome: `offer ${offerNo} is promoted`, by });
  return row;
}
