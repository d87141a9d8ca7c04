import { and, eq, ne, sql } from 'drizzle-orm';
import { afterReport, type EnvelopeReport, type EnvelopeState, isTerminalEnvelope, newEnvelope, signingProgress } from '../../domain/closing/envelope.ts';
import { isSigningEnd, reasonOf, type SigningStatus, sameProgress, statusAfter, type Voiding } from '../../domain/closing/signing.ts';
import { clockOffsetMs } from '../clock.ts';
import type { Change } from '../events.ts';
import { envelopeRecipients } from '../schema/index.ts';
import { endEnvelope, identityOf, markSent, type ReportedEnd, waitingWords, writeEnvelope } from './envelopes.course.ts';
import { findEnvelope, signingSettings } from './envelopes.ts';
import { openTask } from './tasks.ts';

/** Takes in what the provider says about an envelope. Under the deal's lock; repeats and what comes late change nothing. */
export async function takeInReport(change: Change, { envelopeId, report }: { envelopeId: string; report: EnvelopeReport }): Promise<void> {
  const { tx } = change;
  let row = await findEnvelope(tx, { envelopeId });
  if (!row) return;
  const wasKnown = row.providerId !== null;
  // It speaks before the answer to our sending is here: it is there.
  if (!isSigningEnd(row.status) && !wasKnown) {
    const { signatureDays } = await signingSettings(tx, {});
    await markSent(change, { envelopeId, providerId: report.envelopeId, days: signatureDays, found: true });
    row = (await findEnvelope(tx, { envelopeId }))!;
  }
  const before = { ...newEnvelope, ...(row.progress as Partial<EnvelopeState>) };
  const state = afterReport(before, report);
  const status = statusAfter({ status: row.status as SigningStatus, voiding: row.voiding as Voiding | null }, state);
  await writeEnvelope(tx, { envelopeId, values: { progress: state, providerId: row.providerId ?? report.envelopeId, heardAt: sql`clock_timestamp()` } });
  await writeSigners(change, envelopeId, state);
  if (isSigningEnd(row.status)) return afterTheEnd(change, { envelopeId, ended: row.status as SigningStatus, wasKnown, state });
  if (isSigningEnd(status)) return endEnvelope(change, { envelopeId, status: status as ReportedEnd, reason: reasonOf(state) });
  if (sameProgress(before, state) && status === row.status) return;
  const waitingFor = row.voiding ? row.waitingFor : await waitingWords(tx, { envelopeId, state });
  await writeEnvelope(tx, { envelopeId, values: { status, waitingFor } });
  const { signed, of } = signingProgress(state);
  await change.event('Envelope.Progressed', { ...(await identityOf(tx, { envelope: row })), status, signed, of });
}

/** The provider lives by the wall's clock; a signer's instant is told by ours, which are the same in production. */
async function writeSigners({ tx }: Change, envelopeId: string, state: EnvelopeState): Promise<void> {
  const aheadMs = await clockOffsetMs(tx);
  for (const { recipientId, status: said, at } of state.signers) {
    if (!/^[1-9]\d{0,8}$/.test(recipientId) || said === 'created') continue;
    const status = said === 'signed' ? 'completed' : said;
    await tx
      .update(envelopeRecipients)
      .set({ status, at: new Date(Date.parse(at) + aheadMs) })
      .where(
        and(
          eq(envelopeRecipients.brokerageId, tx.brokerageId),
          eq(envelopeRecipients.envelopeId, envelopeId),
          eq(envelopeRecipients.recipientNo, Number(recipientId)),
          ne(envelopeRecipients.status, status),
        ),
      );
  }
}

type Late = { envelopeId: string; ended: SigningStatus; wasKnown: boolean; state: EnvelopeState };

/** Signed after all, or out for signature after all, where we had given it up: a person must know, because it binds. */
async function afterTheEnd(change: Change, { envelopeId, ended, wasKnown, state }: Late): Promise<void> {
  const signed = state.status === 'completed' && ended !== 'completed';
  if (!signed && (wasKnown || isTerminalEnvelope(state.status))) return;
  const row = (await findEnvelope(change.tx, { envelopeId }))!;
  const { dealNo } = await identityOf(change.tx, { envelope: row });
  await openTask(change, {
    kind: signed ? 'signed-after-end' : 'void-envelope',
    key: `${signed ? 'signed-after-end' : 'void-envelope'}/${envelopeId}`,
    subject: { kind: 'deal', id: row.dealId },
    dealId: row.dealId,
    title: `Envelope ${row.envelopeNo} of deal ${dealNo} ${signed ? 'was signed' : 'is out for signature'} after all`,
    reason: `It counted as ${ended} here, and the signature provider says otherwise: ${signed ? 'fetch the document there and decide' : 'end it there, or let it be signed'}`,
    role: 'broker',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });
}
