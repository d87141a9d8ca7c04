import { z } from 'zod';
import { offerInStatuses } from '../closing/offers-received.ts';
import { change, id, instantText } from './core.ts';

const deal = { dealId: id, dealNo: z.int() };
const offer = { ...deal, offerId: id, offerNo: z.int(), status: change(z.enum(offerInStatuses)) };
const agreement = { ...deal, agreementId: id, agreementNo: z.int(), status: change(z.enum(['in-force', 'expired', 'ended'])) };
const date = z.iso.date();

/** Subject of all: deal. Buyers, visitors and why an offer was refused stay in the rows. */
export const listingEvents = {
  'ListingAgreement.Recorded': {
    version: 1,
    payload: z.object({
      ...agreement,
      fromOn: date,
      toOn: date,
      endsAt: change(instantText),
      commissionBps: z.int().nullable(),
      commissionCents: z.int().nullable(),
      exclusivity: z.string(),
    }),
  },
  'ListingAgreement.Changed': {
    version: 1,
    payload: z.object({ ...agreement, endsAt: change(instantText), changes: z.record(z.string(), change(z.unknown())), reason: z.string().optional() }),
  },
  /** Its last day is over, or both have ended it before. */
  'ListingAgreement.Ended': { version: 1, payload: z.object(agreement) },
  /** `at` and `status` as they were and are; that one was scheduled is `Showing.Scheduled`, too. */
  'Showing.Changed': {
    version: 1,
    payload: z.object({
      ...deal,
      showingId: id,
      showingNo: z.int(),
      at: change(instantText),
      status: change(z.enum(['scheduled', 'done', 'cancelled'])),
      feedback: z.boolean(),
    }),
  },
  'OfferReceived.Recorded': { version: 1, payload: z.object({ ...offer, priceCents: z.int(), expiresAt: change(instantText) }) },
  'OfferReceived.Countered': {
    version: 1,
    payload: z.object({
      ...offer,
      by: z.enum(['seller', 'buyer']),
      round: z.int(),
      terms: z.record(z.string(), change(z.unknown())),
      expiresAt: change(instantText),
    }),
  },
  'OfferReceived.Accepted': { version: 1, payload: z.object({ ...offer, priceCents: z.int(), partyId: id, others: z.enum(['none', 'decline', 'keep']) }) },
  'OfferReceived.Declined': { version: 1, payload: z.object(offer) },
  'OfferReceived.Withdrawn': { version: 1, payload: z.object(offer) },
  'OfferReceived.Expired': { version: 1, payload: z.object(offer) },
  'OfferReceived.FellThrough': { version: 1, payload: z.object(offer) },
  /** Made a back-up, or moved in their order. */
  'OfferReceived.BackedUp': { version: 1, payload: z.object({ ...offer, position: change(z.int()), expiresAt: change(instantText) }) },
  'OfferReceived.Promoted': { version: 1, payload: z.object({ ...offer, priceCents: z.int(), partyId: id, position: change(z.int()) }) },
} as const;
