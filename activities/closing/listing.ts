import type { Change } from '../../db/events.ts';
import { type Deal, findDeal, projectDeal } from '../../db/queries/closing.ts';
import { type Agreement, endAgreement, findAgreement, lastAgreement, projectAgreementWatch } from '../../db/queries/listing-agreements.ts';
import { askForAnswer, endOfferReceived, findOfferReceived, listOffersReceived, type OfferIn, projectOfferWatch } from '../../db/queries/offers-received.ts';
import { closeTasks, openTask } from '../../db/queries/tasks.ts';
import { listingState } from '../../domain/closing/listing-state.ts';
import { type OfferInStatus, openOfferIn } from '../../domain/closing/offers-received.ts';
import { type TermKind, type TermPlan, type TermStep, termPlan, termStepWords } from '../../domain/closing/term-watch.ts';
import type { WatchLook } from '../../workflows/compliance/messages.ts';
import type { AdvancedFile } from './file.ts';

/** A listing that no offer has been accepted on: writes what it waits for. */
export async function advanceListing(change: Change, deal: Deal): Promise<AdvancedFile> {
  const [agreement, offers] = [await lastAgreement(change.tx, { dealId: deal.id }), await listOffersReceived(change.tx, { dealId: deal.id })];
  const { stage, waitingFor } = listingState({
    agreement: agreement ?? null,
    offers: offers.map(({ offerNo, status, expiresAt, zone, backupPosition }) => ({
      offerNo,
      status: status as OfferInStatus,
      expiresAt,
      zone,
      backupPosition,
    })),
  });
  await projectDeal(change, { dealId: deal.id, stage, waitingFor, dueAt: null, reason: waitingFor });
  // The accepted offer was withdrawn before its contract.
  await closeTasks(change, { keyPrefix: `record-contract/${deal.id}`, outcome: 'no offer is accepted any more', by: 'run' });
  return { outcome: null, reason: null, stage, waitingFor };
}

/** Re-reads one term of a listing and does what is due about it: asks people ahead of its end, ends it by the clock. */
export async function lookAtTerm(change: Change, { kind, id }: { kind: TermKind; id: string }): Promise<WatchLook> {
  if (kind === 'offer') {
    const offer = await findOfferReceived(change.tx, { offerId: id });
    return offer ? lookAtOffer(change, offer) : gone;
  }
  const agreement = await findAgreement(change.tx, { agreementId: id });
  return agreement ? lookAtAgreement(change, agreement) : gone;
}

const gone: WatchLook = { kind: 'ended', why: 'gone', told: [] };
const ended = (why: string, ...told: string[]): WatchLook => ({ kind: 'ended', why, told });

async function lookAtOffer(change: Change, offer: OfferIn): Promise<WatchLook> {
  const deal = await findDeal(change.tx, { dealId: offer.dealId });
  if (!deal || !openOfferIn.includes(offer.status as OfferInStatus)) {
    await projectOfferWatch(change.tx, { offerId: offer.id, runDueAt: null });
    return ended(deal ? offer.status : 'gone');
  }
  const plan = planOf(change, 'offer', offer.expiresAt, offer.told);
  if (plan.act?.step === 'end') {
    await endOfferReceived(change, { deal, offer, status: 'expired', reason: 'nobody answered in time', by: 'clock' });
    return ended('expired', termStepWords(plan.act));
  }
  if (plan.act) await askForAnswer(change, { deal, offer });
  await projectOfferWatch(change.tx, { offerId: offer.id, told: plan.told, runDueAt: plan.nextAt ? new Date(plan.nextAt) : null });
  return waiting(plan, offer.expiresAt, offer.waitingFor ?? 'an answer', offer.zone);
}

async function lookAtAgreement(change: Change, agreement: Agreement): Promise<WatchLook> {
  const { id: agreementId, dealId, toOn, endsAt, zone } = agreement;
  const deal = await findDeal(change.tx, { dealId });
  if (!deal || agreement.status !== 'in-force') {
    await projectAgreementWatch(change.tx, { agreementId, runDueAt: null });
    return ended(deal ? agreement.status : 'gone');
  }
  const plan = planOf(change, 'agreement', endsAt, agreement.told);
  if (plan.act?.step === 'end') {
    await endAgreement(change, { dealId, status: 'expired', reason: 'its last day is over', by: 'clock' });
    return ended('expired', termStepWords(plan.act));
  }
  if (plan.act) {
    await closeTasks(change, { keyPrefix: `renew-listing/${dealId}/`, outcome: 'a nearer reminder stands for it', by: 'run' });
    await openTask(change, {
      ...{ kind: 'renew-listing', key: `renew-listing/${dealId}/${agreementId}/${plan.act.hours}/${toOn}`, subject: { kind: 'deal', id: dealId } },
      ...{ dealId, leadId: deal.leadId, title: `Renew or end the listing agreement of deal ${deal.dealNo}`, role: 'agent', dueAt: endsAt },
      reason: `Its last day is ${toOn}; without a new term the property is not to be offered`,
    });
  }
  await projectAgreementWatch(change.tx, { agreementId, told: plan.told, runDueAt: plan.nextAt ? new Date(plan.nextAt) : null });
  return waiting(plan, endsAt, agreement.waitingFor ?? 'its last day', zone);
}

const planOf = ({ now }: Change, kind: TermKind, endsAt: Date | null, told: unknown): TermPlan =>
  termPlan({ kind, endsAt: endsAt?.toISOString() ?? null, told: told as string[] }, now.toISOString());

const wordsOrNull = (step: TermStep | null): string | null => step && termStepWords(step);
const waiting = (plan: TermPlan, endsAt: Date | null, evidence: string, zone: string): WatchLook => ({
  ...{ kind: 'waiting', dueAt: endsAt?.toISOString() ?? null, nextAt: plan.nextAt, evidence, next: wordsOrNull(plan.next), zone, flagged: false },
  told: plan.act ? [termStepWords(plan.act)] : [],
});
