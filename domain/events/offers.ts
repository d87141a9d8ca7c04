import { z } from 'zod';
import { change, id } from './core.ts';

const offer = { offerId: id, offerNo: z.int(), dealId: id };

/** Subject of all: deal. */
export const offerEvents = {
  /** The deal run drafts it. */
  'Offer.Requested': { version: 1, payload: z.object({ ...offer, terms: z.string(), amountCents: z.int(), supersedes: id.nullable() }) },
  'Offer.Drafted': { version: 1, payload: z.object({ ...offer, pdfSha256: z.string() }) },
  'Offer.Blocked': { version: 1, payload: z.object({ ...offer, missing: z.array(z.string()), message: z.string() }) },
  'Offer.Approved': { version: 1, payload: z.object({ ...offer, by: z.string() }) },
  'Offer.Sent': { version: 1, payload: z.object({ ...offer, expiresAt: z.iso.datetime() }) },
  'Offer.Superseded': { version: 1, payload: z.object({ ...offer, by: id }) },
  'Offer.Accepted': { version: 1, payload: z.object({ ...offer }) },
  'Offer.Declined': { version: 1, payload: z.object({ ...offer, reason: z.string().nullable() }) },
  'Offer.Expired': { version: 1, payload: z.object({ ...offer }) },
  'Offer.Withdrawn': { version: 1, payload: z.object({ ...offer, reason: z.string() }) },
  /** Subject: brokerage. */
  'OfferTemplate.Published': { version: 1, payload: z.object({ slug: z.string(), version: change(z.int()) }) },
} as const;
