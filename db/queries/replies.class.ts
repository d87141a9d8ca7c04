import type { Change } from '../events.ts';
import { markWrongAddress, suppress } from './consent.ts';
import { leadsConcerned, phonesOf } from './inbound.ts';
import { requestStops } from './outreach.ts';
import { fileOfContact } from './personal-messages.ts';
import { openTask } from './tasks.ts';

export type Word = {
  messageId: string;
  contactId: string;
  channel: string;
  address: string;
  class: 'opt-out' | 'wrong-number' | 'unclear' | 'hold' | 'resume' | 'help' | 'reply' | 'auto-reply';
};

/** Does what the class of a known person's message asks for, as if it had been seen at once. Nothing is lifted. */
export async function actOnClass(change: Change, { messageId, contactId, channel, address, class: kind }: Word): Promise<void> {
  const { tx, event } = change;
  const source = `message/${messageId}`;
  if (kind === 'wrong-number') await markWrongAddress(change, { contactId, address, channel: channel === 'text' ? 'sms' : 'email', source });
  if (kind === 'opt-out') {
    const phones = channel === 'text' ? [address] : await phonesOf(tx, { contactIds: [contactId] });
    for (const phone of phones) await suppress(change, { address: phone, channels: ['sms', 'call'], reason: 'opt-out', source, contactId });
    if (channel === 'email') await suppress(change, { address, channels: ['email'], reason: 'opt-out', source, contactId });
  }
  if (kind === 'auto-reply') return;
  const reason = kind === 'opt-out' ? 'opted-out' : kind === 'wrong-number' ? 'wrong-number' : 'replied';
  const concerned = await leadsConcerned(tx, { contactIds: [contactId], lastLeadId: null });
  if (concerned.length === 0) await askForAnswer(change, { messageId, contactId, class: kind });
  for (const { leadId, dealId } of concerned) {
    await event('Reply.Received', { messageId, leadId, dealId, channel: channel as 'text' | 'email', class: kind }, { kind: 'lead', id: leadId });
    await requestStops(change, { leadIds: [leadId], reason, sourceEventId: messageId });
  }
}

/** Somebody we know wrote who owns no lead, such as a title officer: no follow-up stops, but a person answers. */
export async function askForAnswer(change: Change, { messageId, contactId, class: kind }: Pick<Word, 'messageId' | 'contactId' | 'class'>): Promise<void> {
  if (!['reply', 'unclear', 'help', 'hold'].includes(kind)) return;
  const file = await fileOfContact(change.tx, { contactId });
  await openTask(change, {
    ...{ kind: 'answer-seller', key: `answer-seller/${file?.dealId ?? contactId}/${messageId}`, role: 'coordinator' },
    subject: file?.dealId ? { kind: 'deal', id: file.dealId } : { kind: 'contact', id: contactId },
    ...{ dealId: file?.dealId ?? null, leadId: file?.leadId ?? null },
    title: file?.dealId ? 'Answer a party of the deal' : 'Answer somebody you know',
    reason: 'They wrote by themselves. Open the conversation and answer',
    dueAt: new Date(change.now.getTime() + 4 * 3_600_000),
  });
}
