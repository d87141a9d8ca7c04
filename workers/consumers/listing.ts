import type { Tx } from '../../db/client.ts';
import { endAgreement, findAgreement } from '../../db/queries/listing-agreements.ts';
import { declineOpenOffers, findOfferReceived } from '../../db/queries/offers-received.ts';
import { cancelShowings } from '../../db/queries/showings.ts';
import { listingEventTypes } from '../../domain/closing/file-events.ts';
import { listingWords } from '../../domain/closing/listing-timeline.ts';
import { type OfferInStatus, openOfferIn } from '../../domain/closing/offers-received.ts';
import type { TermKind } from '../../domain/closing/term-watch.ts';
import type { ListingTermInput } from '../../workflows/closing/listing-term.messages.ts';
import { deadline, dealId as dealAttribute, stage, tenantId } from '../../workflows/search-attributes.ts';
import { acts, type Consumer, writes } from './types.ts';

type Term = { kind: TermKind; id: string; workflowId: string; title: string; endsAt: Date | null; open: boolean; address: string };

/** Starts the run that watches an offer or an agreement with an end, and tells it what became of it. */
const termRuns = acts({
  name: 'listing-term-run',
  on: listingEventTypes,
  async act(tx, { brokerageId, brokerage, eventId, type, payload }) {
    const { dealId, dealNo } = payload;
    const term = await ('offerId' in payload ? offerTerm(tx, payload.offerId) : agreementTerm(tx, payload.agreementId));
    if (!term) return null;
    const { kind, id, workflowId, title, endsAt, open, address } = term;
    const signalInput = { eventId, what: listingWords(type, payload) ?? type };
    // What names no end is watched by nobody; a run that watched an end it had is told.
    if (!open || !endsAt) return type.endsWith('.Recorded') ? null : { kind: 'signal', workflowId, signal: 'lookAgain', input: signalInput };
    const input: ListingTermInput = { brokerageId, brokerage, dealId, dealNo, kind, id, title };
    return {
      ...{ kind: 'signal-with-start', workflow: 'listingTermWorkflow', workflowId, input, signal: 'lookAgain', signalInput },
      summary: `Deal ${dealNo}: ${title}`,
      details: `Asks people ahead of its end, and ends it by the clock.\n\n- Brokerage **${brokerage}**\n- Deal **${dealNo}**\n- API \`/v1/deals/${dealNo}/${address}\``,
      page: `/deals/${dealNo}/offers`,
      attributes: [
        { key: tenantId, value: brokerage },
        { key: dealAttribute, value: String(dealNo) },
        { key: stage, value: 'watching' },
        { key: deadline, value: endsAt },
      ],
      memo: { dealNo, kind },
    };
  },
});

async function offerTerm(tx: Tx, offerId: string): Promise<Term | null> {
  const row = await findOfferReceived(tx, { offerId });
  if (!row) return null;
  const { id, workflowId, offerNo, status, expiresAt } = row;
  const open = openOfferIn.includes(status as OfferInStatus);
  return { kind: 'offer', id, workflowId, title: `Offer ${offerNo} received`, endsAt: expiresAt, open, address: `offers-received/${offerNo}` };
}

async function agreementTerm(tx: Tx, agreementId: string): Promise<Term | null> {
  const row = await findAgreement(tx, { agreementId });
  if (!row) return null;
  const { id, workflowId, status, endsAt } = row;
  return { kind: 'agreement', id, workflowId, title: 'Listing agreement', endsAt, open: status === 'in-force', address: 'listing-agreement' };
}

/** A deal that is over takes its listing with it; one whose contract fell through stays listed, with its back-ups. */
const afterClosing = writes({
  name: 'listing-after-closing',
  on: ['Deal.Closed'],
  async write(change, { payload: { dealId, outcome } }) {
    if (outcome === 'fell-through') return;
    const reason = `the deal is ${outcome}`;
    await declineOpenOffers(change, { dealId, reason, by: 'rule' });
    await cancelShowings(change, { dealId, reason });
    await endAgreement(change, { dealId, status: 'ended', reason, by: 'rule' });
  },
});

export const listingConsumers: Consumer[] = [termRuns, afterClosing];
