import { z } from 'zod';
import { disclosureFacts } from '../compliance/wholesaling/law.ts';
import { cents, earnestMoneyEnds, fileDate, words } from './contract.schemas.ts';

/** What a broker goes on without: ids of the law's demands. */
const override = z.strictObject({ requirements: z.array(z.string().min(1).max(60)).min(1).max(20), reason: words() });

/** An assignment as it is drafted, with the statements made so far. */
export const AssignmentInput = z.strictObject({
  assigneePartyId: z.uuid(),
  feeCents: cents.or(z.literal(0)),
  /** The day it is to take effect where the property is. */
  effectiveOn: fileDate,
  /** The written assignment; needed before it takes effect. */
  documentId: z.uuid().optional(),
  disclosures: z
    .array(z.strictObject({ fact: z.enum(disclosureFacts), on: fileDate, documentId: z.uuid().optional(), note: words().optional() }))
    .max(disclosureFacts.length)
    .refine((given) => new Set(given.map(({ fact }) => fact)).size === given.length, { error: 'names a statement twice' })
    .default([]),
  override: override.optional(),
});

/** The day it took effect, where that is not the planned one. */
export const EffectiveInput = z.strictObject({ effectiveOn: fileDate.optional(), override: override.optional() });

export const SellerCancellationInput = z.strictObject({
  /** The day it came; today when left out. */
  receivedOn: fileDate.optional(),
  documentId: z.uuid().optional(),
  earnestMoney: earnestMoneyEnds,
});
