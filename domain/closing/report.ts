import { createHash } from 'node:crypto';
import type { ReadWebhook } from '../outreach/webhooks.read.ts';
import type { EnvelopeReport } from './envelope.ts';

type Told = EnvelopeReport & { key: string | null; accountId?: string | null };

/** A report as the inbox keeps it; `eventId` is the same on every copy. */
export const keptReport = (eventId: string, { envelopeId, key, accountId = null, at, status, reason, signers }: Told): ReadWebhook => ({
  eventId,
  payload: { kind: 'envelope-report', envelopeId, key, accountId, at, status, reason, signers },
});

/** What a look at the provider found, under an id that another look at the same finds again. */
export function lookedUp(snapshot: Told): ReadWebhook {
  const { envelopeId, status, at, reason, signers } = snapshot;
  const mark = createHash('sha256')
    .update(JSON.stringify([status, at, reason, signers]))
    .digest('hex')
    .slice(0, 16);
  return keptReport(`${envelopeId}:looked-up:${mark}`, snapshot);
}
