import { z } from 'zod';
import { envelope, envelopeId, instant } from '../../../domain/closing/connect.schemas.ts';

export { type DocusignEnvelope, envelope } from '../../../domain/closing/connect.schemas.ts';

/** The parts of DocuSign's replies we build on; everything else may change. */
export const envelopeSummary = z.looseObject({ envelopeId, status: z.string().max(60) });
export const updateSummary = z.looseObject({ envelopeId });
export const recipients = z.looseObject({
  signers: z
    .array(z.looseObject({ recipientId: z.string().max(40), status: z.string().max(60), name: z.string().max(320), email: z.string().max(320) }))
    .max(1000),
});
/** It answers 200 also when a recipient was not changed, and says so here. */
export const recipientsUpdate = z.looseObject({
  recipientUpdateResults: z
    .array(z.looseObject({ recipientId: z.string().max(40), errorDetails: z.looseObject({ errorCode: z.string().max(100) }).nullish() }))
    .max(1000),
});
const position = z.coerce.number().int().min(0).max(10_000_000);
export const envelopesPage = z.looseObject({
  // Lists go by this instant.
  envelopes: z
    .array(envelope.extend({ statusChangedDateTime: instant }))
    .max(1000)
    .nullish(),
  resultSetSize: position,
  totalSetSize: position,
});
/** A token without an end would be kept for ever. */
export const grant = z.looseObject({
  access_token: z
    .string()
    .min(1)
    .max(20_000)
    .regex(/^[\x21-\x7e]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().int().min(1).max(86_400),
});

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{2,79}$/);
const problem = z.union([z.looseObject({ errorCode: code }), z.looseObject({ error: code })]);

/** DocuSign's own error code (`errorCode`, at the token endpoint `error`), when the reply carries one. */
export function errorCode(text: string): string | null {
  const found = problem.safeParse(json(text)).data;
  return found ? String('errorCode' in found ? found.errorCode : found.error) : null;
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
