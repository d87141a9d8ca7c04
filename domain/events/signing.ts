import { z } from 'zod';
import { id } from './core.ts';

const envelope = { dealId: id, dealNo: z.int(), envelopeId: id, envelopeNo: z.int(), workflowId: z.string() };
/** Who has signed is told by role; events of earlier versions do not say. */
const progress = { signed: z.int(), of: z.int(), signedBy: z.array(z.string()).optional() };

/** Subject of all: deal. Who signs, and what they wrote, stays in the rows. */
export const signingEvents = {
  /** Starts the envelope's run. */
  'Envelope.Requested': { version: 1, payload: z.object({ ...envelope, documentId: id, documentVersion: z.int(), signers: z.int() }) },
  /** `found`: it was at the provider already, sent by an attempt whose answer was lost. */
  'Envelope.Sent': { version: 1, payload: z.object({ ...envelope, found: z.boolean() }) },
  'Envelope.NotSent': { version: 1, payload: z.object({ ...envelope, code: z.string() }) },
  'Envelope.OutcomeUnknown': { version: 1, payload: z.object(envelope) },
  'Envelope.VoidRequested': { version: 1, payload: z.object({ ...envelope, cause: z.enum(['person', 'deal-closed']) }) },
  /** The contact data of somebody who has not signed yet changed. */
  'Envelope.SignersChanged': { version: 1, payload: z.object(envelope) },
  /** What came of a correction at the provider: corrected, signed (before it came) or refused. */
  'Envelope.SignerCorrected': { version: 1, payload: z.object({ ...envelope, recipientNo: z.int(), outcome: z.string() }) },
  'Envelope.Progressed': { version: 1, payload: z.object({ ...envelope, status: z.string(), ...progress }) },
  'Envelope.Completed': { version: 1, payload: z.object({ ...envelope, ...progress }) },
  'Envelope.Declined': { version: 1, payload: z.object({ ...envelope, ...progress }) },
  'Envelope.Voided': { version: 1, payload: z.object({ ...envelope, ...progress }) },
  'Envelope.Expired': { version: 1, payload: z.object({ ...envelope, ...progress }) },
  /** The signed document is here. */
  'Envelope.Filed': { version: 1, payload: z.object({ ...envelope, documentId: id, sha256: z.string() }) },
  /**
   * The signed copy is a version of its document, the one in force unless a newer one had come. `accepted`: nobody need look at it.
   * Events of earlier versions do not say; their signed copy was always in force.
   */
  'Document.Signed': {
    version: 1,
    payload: z.object({
      ...{ dealId: id, dealNo: z.int(), documentId: id, version: z.int(), envelopeId: id },
      ...{ of: z.int().optional(), inForce: z.boolean().optional(), accepted: z.boolean().optional() },
    }),
  },
} as const;
