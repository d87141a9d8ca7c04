import { and, asc, eq, inArray } from 'drizzle-orm';
import { chooseAddress } from '../../domain/outreach/addresses.ts';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { messagePayload } from '../party-message.ts';
import { contacts, parties, partyMessages } from '../schema/index.ts';
import { listAddresses } from './outreach-facts.ts';
import { findPartyMessage, type PartyMessage } from './party-messages.view.ts';
import { restateTask } from './tasks.ts';

export type Recipient = { address: string | null; why: string | null };

/** Where a message went, or would go as the contact's data stand; `why` says what stands in the way. */
export async function recipientOf(tx: Tx, { message }: { message: Pick<PartyMessage, 'contactId' | 'sentTo' | 'status'> }): Promise<Recipient> {
  if (message.sentTo !== null || (message.status !== 'draft' && message.status !== 'released')) return { address: message.sentTo, why: null };
  const choice = chooseAddress('email', await listAddresses(tx, { contactId: message.contactId }));
  return choice.kind === 'send' ? { address: choice.address, why: null } : { address: null, why: choice.why };
}

/**
 * Follows a change of contact data: drafts that wait for a person speak to the name of now and say so in their task; a message that had no good address
 * says that there is another. Which address is used is decided at the send alone, with its own consent and suppression.
 */
export async function readdressMessages(change: Change, { contactId, fields }: { contactId: string; fields: readonly string[] }): Promise<void> {
  const { tx } = change;
  const [contact] = await tx
    .select({ name: contacts.displayName })
    .from(contacts)
    .where(and(eq(contacts.brokerageId, tx.brokerageId), eq(contacts.id, contactId)));
  const waiting = await tx
    .select({ id: partyMessages.id, dealId: partyMessages.dealId })
    .from(partyMessages)
    .innerJoin(parties, and(eq(parties.brokerageId, partyMessages.brokerageId), eq(parties.id, partyMessages.partyId)))
    .where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(parties.contactId, contactId), inArray(partyMessages.status, ['draft', 'refused'])))
    .orderBy(asc(partyMessages.dealId), asc(partyMessages.messageNo));
  for (const { id, dealId } of waiting) {
    await lockSubject(tx, { kind: 'deal', id: dealId });
    const message = await findPartyMessage(tx, { messageId: id });
    if (message?.status === 'draft') await readdress(change, message, contact?.name ?? null, fields);
    else if (message?.status === 'refused' && fields.includes('email'))
      await restateTask(tx, {
        keyPrefix: `reach-party/${id}`,
        reason: `${message.reason}. The contact has another e-mail address since: tell them there, or another way`,
      });
  }
}

async function readdress({ tx, event }: Change, message: PartyMessage, name: string | null, fields: readonly string[]): Promise<void> {
  const told = message.addressedName;
  if (name !== null && told !== null && told !== name) {
    const now = { subject: message.subject.replaceAll(told, name), body: message.body.replaceAll(told, name), addressedName: name };
    await tx
      .update(partyMessages)
      .set(now)
      .where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.id, message.id)));
  } else if (!fields.includes('email')) return;
  await restateTask(tx, {
    keyPrefix: `release-message/${message.id}`,
    reason: `The recipient's ${fields.map((field) => fieldWords[field] ?? field).join(' and ')} changed since it was drafted; it goes to the address of now`,
  });
  await event('PartyMessage.Readdressed', { ...messagePayload(message), fields: [...fields] }, { kind: 'deal', id: message.dealId });
}

const fieldWords: Record<string, string> = { email: 'e-mail address', phone: 'phone number', statedZone: 'time zone' };
