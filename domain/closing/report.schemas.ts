import { z } from 'zod';
import { envelopeId } from './connect.schemas.ts';
import { envelopeStatuses, signerStatuses } from './envelope.ts';

const at = z.iso.datetime();
const reason = z.string().max(1000).nullable();

/** A report about an envelope as `inbound_webhooks.payload` keeps it, whether the provider told us or was asked. */
export const envelopeReport = z.object({
  kind: z.literal('envelope-report'),
  envelopeId,
  /** Our key, when the report names it. */
  key: z.string().max(1000).nullable(),
  accountId: z.string().max(100).nullable(),
  at,
  status: z.enum(envelopeStatuses).nullable(),
  reason,
  signers: z
    .array(z.object({ recipientId: z.string().min(1).max(100), routingOrder: z.int().min(1).nullable(), reason, status: z.enum(signerStatuses), at }))
    .max(200),
});
export type KeptReport = z.output<typeof envelopeReport>;
