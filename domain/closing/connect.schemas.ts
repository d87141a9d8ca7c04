import { z } from 'zod';
import { envelopeStatuses, signerStatuses } from './envelope.ts';

export const envelopeId = z
  .string()
  .regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i)
  .toLowerCase();
/** DocuSign writes seven digits of a second; one without a zone would be read in ours. */
export const instant = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/)
  .refine((text) => !Number.isNaN(Date.parse(text)));
/** An unknown word is no status: DocuSign adds some without notice. */
const word = <const S extends readonly [string, ...string[]]>(known: S) =>
  z
    .string()
    .max(60)
    .transform((text) => known.find((one): one is S[number] => one === text.toLowerCase()) ?? null)
    .nullish();
/** What people wrote is cut rather than refused, and rid of what PostgreSQL cannot hold. */
const words = z
  .string()
  .transform((text) => text.replaceAll('\u0000', '').slice(0, 1000).toWellFormed() || null)
  .nullish();
const recipientId = z.string().min(1).max(100);
const count = z.coerce.number().int().min(1).max(10_000).nullish().catch(null);

const signer = z.object({
  recipientId,
  routingOrder: count,
  status: word(signerStatuses),
  sentDateTime: instant.nullish().catch(null),
  deliveredDateTime: instant.nullish().catch(null),
  signedDateTime: instant.nullish().catch(null),
  declinedDateTime: instant.nullish().catch(null),
  declinedReason: words,
});

/** The part of DocuSign's `envelope` we build on, in replies and as `envelopeSummary` of a webhook. */
export const envelope = z.object({
  envelopeId,
  status: word(envelopeStatuses),
  statusChangedDateTime: instant.nullish(),
  voidedReason: words,
  customFields: z
    .object({
      textCustomFields: z
        .array(z.object({ name: z.string().max(200).nullish(), value: z.string().max(1000).nullish() }))
        .max(200)
        .nullish(),
    })
    .nullish(),
  recipients: z.object({ signers: z.array(signer).max(200).nullish() }).nullish(),
});
export type DocusignEnvelope = z.output<typeof envelope>;
export type DocusignSigner = z.output<typeof signer>;

/** A message of DocuSign Connect in its JSON SIM form. */
export const connectMessage = z.object({
  event: z.string().regex(/^[a-z][a-z-]{2,59}$/),
  generatedDateTime: instant,
  data: z.object({
    accountId: z.string().max(100).nullish(),
    envelopeId,
    recipientId: recipientId.nullish(),
    envelopeSummary: envelope.partial({ envelopeId: true }).nullish(),
  }),
});
