import { and, asc, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { envelopeRecipients, envelopes, partyMessages } from '../schema/index.ts';

export type FellingParty = {
  messages: { messageId: string; template: string; partyId: string; effect: string }[];
  envelopes: { envelopeId: string; envelopeNo: number; partyId: string; effect: string }[];
};

/** What waits for parties that leave: messages that go out no more, and signatures that somebody has to decide about. */
export async function waitingFor(tx: Tx, { dealId, partyIds }: { dealId: string; partyIds: readonly string[] }): Promise<FellingParty> {
  if (partyIds.length === 0) return { messages: [], envelopes: [] };
  const messages = await tx
    .select({ messageId: partyMessages.id, template: partyMessages.template, partyId: partyMessages.partyId })
    .from(partyMessages)
    .where(
      and(
        eq(partyMessages.brokerageId, tx.brokerageId),
        eq(partyMessages.dealId, dealId),
        inArray(partyMessages.partyId, [...partyIds]),
        inArray(partyMessages.status, ['draft', 'released']),
      ),
    )
    .orderBy(asc(partyMessages.messageNo));
  const open = await tx
    .select({ envelopeId: envelopes.id, envelopeNo: envelopes.envelopeNo, partyId: envelopeRecipients.partyId })
    .from(envelopes)
    .innerJoin(envelopeRecipients, and(eq(envelopeRecipients.brokerageId, envelopes.brokerageId), eq(envelopeRecipients.envelopeId, envelopes.id)))
    .where(
      and(
        eq(envelopes.brokerageId, tx.brokerageId),
        eq(envelopes.dealId, dealId),
        isNull(envelopes.endedAt),
        notInArray(envelopes.status, ['completed', 'declined', 'voided', 'expired', 'failed']),
        inArray(envelopeRecipients.partyId, [...partyIds]),
        notInArray(envelopeRecipients.status, ['completed', 'declined']),
      ),
    )
    .orderBy(asc(envelopes.envelopeNo));
  return {
    messages: messages.map((one) => ({ ...one, effect: 'is not sent: its recipient takes part no more' })),
    envelopes: open.map((one) => ({ ...one, effect: 'still waits for this signature: withdraw it, or have it signed' })),
  };
}
