import { and, asc, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { envelopeRecipients, envelopes, parties } from '../schema/index.ts';
import { identityOf } from './envelopes.course.ts';
import { signersOf } from './envelopes.request.ts';
import { findEnvelope } from './envelopes.ts';
import { closeTasks } from './tasks.ts';

export type Correction = { recipientNo: number; role: string; name: string; email: string };
export type CorrectionOutcome = 'corrected' | 'signed' | 'refused';

/** Tells the open envelopes that somebody who has not signed has other contact data; what is not sent yet takes them at its sending. */
export async function announceSigner({ tx, event }: Change, { contactId }: { contactId: string }): Promise<void> {
  const rows = await tx
    .selectDistinct({ id: envelopes.id, dealId: envelopes.dealId })
    .from(envelopes)
    .innerJoin(envelopeRecipients, and(eq(envelopeRecipients.brokerageId, envelopes.brokerageId), eq(envelopeRecipients.envelopeId, envelopes.id)))
    .innerJoin(parties, and(eq(parties.brokerageId, envelopes.brokerageId), eq(parties.id, envelopeRecipients.partyId)))
    .where(
      and(
        eq(envelopes.brokerageId, tx.brokerageId),
        isNull(envelopes.endedAt),
        inArray(envelopes.status, ['claimed', 'unknown', 'sent', 'delivered']),
        eq(parties.contactId, contactId),
        notInArray(envelopeRecipients.status, ['completed', 'declined']),
      ),
    )
    .orderBy(asc(envelopes.dealId), asc(envelopes.id));
  for (const { id, dealId } of rows) {
    await lockSubject(tx, { kind: 'deal', id: dealId });
    const envelope = (await findEnvelope(tx, { envelopeId: id }))!;
    await event('Envelope.SignersChanged', await identityOf(tx, { envelope }), { kind: 'deal', id: dealId });
  }
}

/** Keeps what the provider is given of each signer, before it is given it. */
export async function noteGiven(
  tx: Tx,
  { envelopeId, given }: { envelopeId: string; given: { recipientNo: number; name: string; email: string }[] },
): Promise<void> {
  for (const { recipientNo, name, email } of given)
    await tx
      .update(envelopeRecipients)
      .set({ givenName: name, givenEmail: email })
      .where(ofRecipient(tx, envelopeId, recipientNo));
}

/** Signers who have not signed and whose contact is another than the provider was given. A party that has left is no longer corrected. */
export async function correctionsOf(tx: Tx, { envelopeId }: { envelopeId: string }): Promise<Correction[]> {
  const row = await findEnvelope(tx, { envelopeId });
  if (!row) return [];
  const open = await tx
    .select()
    .from(envelopeRecipients)
    .where(
      and(
        eq(envelopeRecipients.brokerageId, tx.brokerageId),
        eq(envelopeRecipients.envelopeId, envelopeId),
        isNotNull(envelopeRecipients.givenEmail),
        notInArray(envelopeRecipients.status, ['completed', 'declined']),
      ),
    )
    .orderBy(asc(envelopeRecipients.recipientNo));
  if (open.length === 0) return [];
  const signers = await signersOf(tx, { dealId: row.dealId, partyIds: open.map(({ partyId }) => partyId) });
  return open.flatMap(({ recipientNo, partyId, givenEmail, givenName }) => {
    const signer = signers.find((one) => one.partyId === partyId);
    if (!signer?.email) return [];
    const name = signer.name.slice(0, 100);
    return signer.email === givenEmail && name === givenName ? [] : [{ recipientNo, role: signer.role, name, email: signer.email }];
  });
}

/** What came of a correction. Also a refused one counts as given, so that it is asked for once; a person goes on. */
export async function recordCorrection(
  change: Change,
  { envelopeId, correction, outcome, code }: { envelopeId: string; correction: Correction; outcome: CorrectionOutcome; code: string | null },
): Promise<void> {
  const { tx, now, event } = change;
  const { recipientNo, name, email } = correction;
  await tx
    .update(envelopeRecipients)
    .set({ givenName: name, givenEmail: email, correction: { outcome, code, at: now.toISOString() } })
    .where(ofRecipient(tx, envelopeId, recipientNo));
  const envelope = await findEnvelope(tx, { envelopeId });
  if (!envelope) return;
  if (outcome !== 'refused') await closeTasks(change, { keyPrefix: `correct-signer/${envelopeId}/${recipientNo}/`, outcome, by: 'signature-provider' });
  await event('Envelope.SignerCorrected', { ...(await identityOf(tx, { envelope })), recipientNo, outcome });
}

const ofRecipient = (tx: Tx, envelopeId: string, recipientNo: number) =>
  and(eq(envelopeRecipients.brokerageId, tx.brokerageId), eq(envelopeRecipients.envelopeId, envelopeId), eq(envelopeRecipients.recipientNo, recipientNo));
