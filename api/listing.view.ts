import { z } from '@hono/zod-openapi';
import type { Agreement } from '../db/queries/listing-agreements.ts';
import type { OfferIn } from '../db/queries/offers-received.ts';
import type { Showing } from '../db/queries/showings.ts';
import { localWords } from '../domain/time/zoned.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

export const agreementSchema = z
  .object({
    id: z.uuid(),
    agreementNo: z.int(),
    fromOn: z.string(),
    toOn: z.string(),
    zone: z.string(),
    endsAt: instantSchema.openapi({ description: 'The last minute of the last day where the property is' }),
    commissionBps: z.int().nullable(),
    commissionCents: z.int().nullable(),
    listPriceCents: z.int().nullable(),
    exclusivity: z.string(),
    evidence: z.record(z.string(), z.unknown()),
    status: z.string().openapi({ description: 'in-force, expired or ended' }),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    endedAt: instantSchema.nullable(),
    endedReason: z.string().nullable(),
    nextLookAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('ListingAgreement');

export const toAgreement = ({
  brokerageId: _,
  dealId: __,
  told: ___,
  waitingFor: ____,
  runDueAt,
  endsAt,
  recordedAt,
  endedAt,
  evidence,
  ...row
}: Agreement) => ({
  ...row,
  ...{ endsAt: iso(endsAt), recordedAt: iso(recordedAt), endedAt: isoOrNull(endedAt), nextLookAt: isoOrNull(runDueAt) },
  evidence: evidence as Record<string, unknown>,
});

export const showingSchema = z
  .object({
    id: z.uuid(),
    showingNo: z.int(),
    at: instantSchema,
    local: z.string().openapi({ description: 'The same where the property is', example: 'Tue 1 Dec 14:00' }),
    zone: z.string(),
    visitor: z.string(),
    status: z.string().openapi({ description: 'scheduled, done or cancelled' }),
    feedback: z.string().nullable(),
    reason: z.string().nullable(),
    recordedAt: instantSchema,
    recordedBy: z.string(),
    changedAt: instantSchema,
  })
  .openapi('Showing');

export const toShowing = ({ brokerageId: _, dealId: __, at, recordedAt, changedAt, ...row }: Showing) => ({
  ...row,
  ...{ at: iso(at), local: localWords(at, row.zone), recordedAt: iso(recordedAt), changedAt: iso(changedAt) },
});

const terms = {
  priceCents: z.int(),
  earnestMoneyCents: z.int().nullable(),
  financing: z.string(),
  closingOn: z.string().nullable(),
  contingencies: z.array(z.string()),
};
export const offerInSchema = z
  .object({
    id: z.uuid(),
    offerNo: z.int(),
    buyer: z.string(),
    partyId: z.uuid().nullable().openapi({ description: 'The buyer as a party of the deal, once accepted' }),
    ...terms,
    zone: z.string(),
    expiresAt: instantSchema.nullable(),
    documentId: z.uuid().nullable(),
    status: z.string().openapi({ description: 'received, countered, accepted, backup, declined, withdrawn, expired or fell-through' }),
    backupPosition: z.int().nullable(),
    rounds: z.array(z.object({ round: z.int(), by: z.string(), terms: z.object(terms), expiresAt: instantSchema.nullable(), at: instantSchema })),
    reason: z.string().nullable(),
    waitingFor: z.string().nullable(),
    nextLookAt: instantSchema.nullable(),
    receivedAt: instantSchema,
    recordedBy: z.string(),
    changedAt: instantSchema,
    workflowId: z.string(),
  })
  .openapi('OfferReceived');

export const toOfferIn = ({ brokerageId: _, dealId: __, told: ___, runDueAt, expiresAt, receivedAt, changedAt, rounds, ...row }: OfferIn, buyer: string) => ({
  ...row,
  buyer,
  rounds: rounds as z.infer<typeof offerInSchema>['rounds'],
  ...{ expiresAt: isoOrNull(expiresAt), receivedAt: iso(receivedAt), changedAt: iso(changedAt), nextLookAt: isoOrNull(runDueAt) },
});
