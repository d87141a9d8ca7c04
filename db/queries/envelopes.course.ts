import { and, eq, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { type EnvelopeState, newEnvelope, signingProgress } from '../../domain/closing/envelope.ts';
import { firstState, isSigningEnd, type SigningStatus, signatureWords, type Voiding } from '../../domain/closing/signing.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { envelopes } from '../schema/index.ts';
import { dealOfEnvelope, type EnvelopeRow, findEnvelope, recipientsOf } from './envelopes.ts';
import { closeTasks } from './tasks.ts';

const dayMs = 86_400_000;

/** What the reports so far come to; nothing before the first. */
const stateOf = ({ progress }: EnvelopeRow): EnvelopeState => ({ ...newEnvelope, ...(progress as Partial<EnvelopeState>) });

/** What every event of an envelope says; of who has signed, those that tell of progress keep the roles. */
export async function identityOf(tx: Tx, { envelope }: { envelope: EnvelopeRow }) {
  const { dealId, id, envelopeNo, workflowId } = envelope;
  const { dealNo } = await dealOfEnvelope(tx, { dealId });
  const signedBy = (await recipientsOf(tx, { envelopeIds: [id] })).filter(({ status }) => status === 'completed').map(({ role }) => role);
  return { dealId, dealNo, envelopeId: id, envelopeNo, workflowId, signedBy };
}

export async function writeEnvelope(tx: Tx, { envelopeId, values }: { envelopeId: string; values: PgUpdateSetSource<typeof envelopes> }): Promise<void> {
  await tx
    .update(envelopes)
    .set(values)
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.id, envelopeId)));
}

/** Who is waited for by role, as far as the reports go. */
export async function waitingWords(tx: Tx, { envelopeId, state }: { envelopeId: string; state: EnvelopeState }): Promise<string> {
  const progress = signingProgress(state);
  const people = await recipientsOf(tx, { envelopeIds: [envelopeId] });
  const roles = progress.waitingFor.flatMap((no) => people.find(({ recipientNo }) => String(recipientNo) === no)?.role ?? []);
  return signatureWords(roles, progress);
}

/** Takes the right to send, before the call. Whoever finds it taken must look for the envelope, not send it. */
export async function claimEnvelope({ tx, now }: Change, { envelopeId }: { envelopeId: string }): Promise<void> {
  const recipients = await recipientsOf(tx, { envelopeIds: [envelopeId] });
  await tx
    .update(envelopes)
    .set({ status: 'claimed', progress: firstState(recipients, now.toISOString()), heardAt: sql`clock_timestamp()` })
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.id, envelopeId)));
}

/** Nothing was taken: the claim is given back, and the row says what it waits for. */
export async function releaseEnvelope(tx: Tx, { envelopeId, waitingFor }: { envelopeId: string; waitingFor: string }): Promise<void> {
  await tx
    .update(envelopes)
    .set({ status: 'requested', waitingFor })
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.id, envelopeId), eq(envelopes.status, 'claimed')));
}

/** It is at the provider. A report may have come before the answer: then it says more and stands. */
export async function markSent(
  change: Change,
  { envelopeId, providerId, days, found }: { envelopeId: string; providerId: string; days: number; found: boolean },
): Promise<void> {
  const { tx, now, event } = change;
  const row = await findEnvelope(tx, { envelopeId });
  if (!row || isSigningEnd(row.status)) return;
  const known = row.providerId !== null;
  const values = {
    providerId,
    status: row.status === 'claimed' || row.status === 'unknown' || row.status === 'requested' ? 'sent' : row.status,
    expiresAt: row.expiresAt ?? new Date(now.getTime() + days * dayMs),
  };
  const waitingFor = row.voiding ? row.waitingFor : await waitingWords(tx, { envelopeId, state: stateOf(row) });
  await writeEnvelope(tx, { envelopeId, values: { ...values, runDueAt: values.expiresAt, waitingFor } });
  if (known) return;
  await closeTasks(change, { keyPrefix: `find-envelope/${envelopeId}`, outcome: 'it is there', by: 'signature-provider' });
  await event('Envelope.Sent', { ...(await identityOf(tx, { envelope: row })), found });
}

/** Nobody knows whether the provider took it, and it was looked for long enough. */
export async function markUnknownEnvelope({ tx, event, now }: Change, { envelopeId, days }: { envelopeId: string; days: number }): Promise<void> {
  const row = await findEnvelope(tx, { envelopeId });
  if (row?.status !== 'claimed') return;
  const expiresAt = new Date(now.getTime() + days * dayMs);
  const values = { status: 'unknown', expiresAt, runDueAt: expiresAt, waitingFor: 'a person to look for it at the signature provider' };
  await writeEnvelope(tx, { envelopeId, values });
  await event('Envelope.OutcomeUnknown', await identityOf(tx, { envelope: row }));
}

/** It shall end for this reason, unless there is one already: what the provider says next is read by it. */
export async function wantEnd(tx: Tx, { envelopeId, voiding }: { envelopeId: string; voiding: Voiding }): Promise<Voiding> {
  const row = await findEnvelope(tx, { envelopeId });
  if (row?.voiding) return row.voiding as Voiding;
  await writeEnvelope(tx, { envelopeId, values: { voiding } });
  return voiding;
}

const endEvents = { voided: 'Envelope.Voided', expired: 'Envelope.Expired', completed: 'Envelope.Completed', declined: 'Envelope.Declined' } as const;
export type ReportedEnd = keyof typeof endEvents;

/** Writes an end once and tells it. The row stays open until the run has done what belongs to it. */
export async function endEnvelope(
  { tx, event }: Change,
  { envelopeId, status, reason }: { envelopeId: string; status: ReportedEnd; reason: string | null },
): Promise<void> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row || isSigningEnd(row.status)) return;
  const { signed, of } = signingProgress({ ...stateOf(row), status: status === 'expired' ? 'voided' : status });
  await writeEnvelope(tx, { envelopeId, values: { status, reason, waitingFor: status === 'completed' ? 'the signed document' : null, runDueAt: null } });
  await event(endEvents[status], { ...(await identityOf(tx, { envelope: row })), signed, of });
}

/** The provider refused it, or was not to be reached for too long. */
export async function failEnvelope(
  { tx, event, now }: Change,
  { envelopeId, code, message }: { envelopeId: string; code: string; message: string },
): Promise<void> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row || isSigningEnd(row.status)) return;
  await writeEnvelope(tx, {
    envelopeId,
    values: { status: 'failed' satisfies SigningStatus, reason: message, waitingFor: null, runDueAt: null, endedAt: now },
  });
  await event('Envelope.NotSent', { ...(await identityOf(tx, { envelope: row })), code });
}
