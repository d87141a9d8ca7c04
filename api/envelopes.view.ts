import { z } from '@hono/zod-openapi';
import type { EnvelopeRow, Recipient } from '../db/queries/envelopes.ts';
import { type EnvelopeState, signingProgress } from '../domain/closing/envelope.ts';
import { isSigningEnd, signingStatuses } from '../domain/closing/signing.ts';
import { instantSchema, iso, isoOrNull } from './schemas.ts';

const signerSchema = z.object({
  partyId: z.uuid(),
  role: z.string(),
  name: z.string().openapi({ description: 'As the provider was given it, else as the contact has it' }),
  routingOrder: z.int(),
  status: z.string().openapi({ description: 'waiting, sent, delivered (has opened it), completed or declined' }),
  at: instantSchema.nullable(),
  correction: z
    .object({ outcome: z.enum(['corrected', 'signed', 'refused']), code: z.string().nullable(), at: instantSchema })
    .nullable()
    .openapi({ description: 'What came of giving the provider the contact data of now' }),
});
export const envelopeSchema = z
  .object({
    id: z.uuid(),
    envelopeNo: z.int(),
    dealNo: z.int(),
    documentId: z.uuid(),
    documentVersion: z.int(),
    subject: z.string(),
    status: z.enum(signingStatuses),
    signers: z.array(signerSchema),
    progress: z.object({ signed: z.int(), of: z.int() }),
    waitingFor: z.string().nullable(),
    reason: z.string().nullable().openapi({ description: 'Why it ended without all signatures' }),
    signed: z.string().nullable().openapi({ description: 'Address of the signed document, once it is here' }),
    signingPage: z.string().nullable().openapi({ description: 'Where sample signers sign, with the sandbox as provider' }),
    requestedAt: instantSchema,
    expiresAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    workflowId: z.string(),
  })
  .openapi('Envelope');

export function toEnvelope(row: EnvelopeRow, recipients: Recipient[], dealNo: number, sandboxUrl?: string): z.infer<typeof envelopeSchema> {
  const signers = recipients.filter(({ envelopeId }) => envelopeId === row.id);
  const { signed } = signingProgress({ status: null, signers: [], ...(row.progress as Partial<EnvelopeState>) });
  return {
    ...{ id: row.id, envelopeNo: row.envelopeNo, dealNo, documentId: row.documentId, documentVersion: row.documentVersion, subject: row.subject },
    status: row.status as (typeof signingStatuses)[number],
    signers: signers.map(({ partyId, role, name, givenName, routingOrder, status, at, correction }) => ({
      ...{ partyId, role, name: givenName ?? name, routingOrder, status, at: isoOrNull(at) },
      correction: correction as z.infer<typeof signerSchema>['correction'],
    })),
    progress: { signed, of: signers.length },
    waitingFor: row.waitingFor,
    reason: row.reason,
    signed: row.signedSha256 ? `/v1/envelopes/${row.id}/signed` : null,
    signingPage: sandboxUrl && row.providerId ? `${sandboxUrl}/signing/${row.providerId}` : null,
    requestedAt: iso(row.requestedAt),
    expiresAt: isSigningEnd(row.status) ? null : isoOrNull(row.expiresAt),
    endedAt: isoOrNull(row.endedAt),
    workflowId: row.workflowId,
  };
}

/** What is left to say without the run: it has ended, or is about to start. */
export const explainEnvelope = ({ status, waitingFor, reason }: EnvelopeRow): string =>
  isSigningEnd(status) ? `ended: ${status}${reason ? ` (${reason})` : ''}` : `waiting for ${waitingFor ?? 'its run to start'}`;
