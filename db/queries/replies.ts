import { isAutoSubject, isAutoText, ownWords } from '../../domain/outreach/incoming.ts';
import { classifyReply, type ReplyVerdict } from '../../domain/outreach/replies.ts';
import type { InboundEmail, InboundText } from '../../domain/outreach/webhooks.schemas.ts';
import type { Change } from '../events.ts';
import { contactsAt, markWrongAddress, suppress } from './consent.ts';
import { leadsConcerned, phonesOf, saveInbound, sendsTo } from './inbound.ts';
import { requestStops } from './outreach.ts';
import { isOwnAddress } from './people.ts';
import { askForAnswer } from './replies.class.ts';
import { findSendByProviderId } from './sends.ts';
import { askWhoWrote } from './unmatched.ts';

type Source = { webhookId: string; eventId: string };

/** A seller wrote a text: kept, acted on if it asks for an end, and every follow-up of theirs stops. */
export async function takeInText(change: Change, { webhookId, eventId, text }: Source & { text: InboundText }): Promise<void> {
  const { tx } = change;
  const contactIds = await contactsAt(tx, { address: text.from });
  const [last] = await sendsTo(tx, { address: text.from, limit: 1 });
  const people = contactIds.length > 0 || !last?.contactId ? contactIds : [last.contactId];
  const verdict: ReplyVerdict =
    text.optOutType === 'STOP' ? classifyReply({ channel: 'sms', body: 'STOP' }) : classifyReply({ channel: 'sms', body: text.body });
  await takeIn(change, {
    channel: 'text',
    from: text.from,
    addresses: [text.from],
    people,
    lastLeadId: last?.leadId ?? null,
    body: text.body,
    verdict,
    auto: verdict.class !== 'opt-out' && isAutoText(text.body),
    webhookId,
    eventId,
  });
}

/** A seller wrote an e-mail, from the address we know or, in answer to one of ours, from any. */
export async function takeInEmail(change: Change, { webhookId, eventId, email }: Source & { email: InboundEmail }): Promise<void> {
  const { tx } = change;
  const answered = await findSendByProviderId(tx, { providerIds: [...(email.inReplyTo ? [email.inReplyTo] : []), ...email.references] });
  const last = answered ?? (await sendsTo(tx, { address: email.from, limit: 1 }))[0];
  const known = await contactsAt(tx, { address: email.from });
  // Somebody of the brokerage answers a notice, or writes by themselves: kept, and no seller's word.
  const isOwn = known.length === 0 && !last?.contactId && (await isOwnAddress(tx, { address: email.from }));
  if (answered?.personId || isOwn) {
    const kept = {
      channel: 'email',
      fromAddress: email.from,
      contactId: null,
      body: `${email.subject}\n\n${email.body}`,
      class: 'internal',
      webhookId,
    } as const;
    return void (await saveInbound(change, kept));
  }
  const words = ownWords(email.body).slice(0, 4000) || email.subject;
  await takeIn(change, {
    channel: 'email',
    from: email.from,
    addresses: [...new Set([email.from, ...(answered ? [answered.address] : [])])],
    people: [...new Set([...known, ...(last?.contactId ? [last.contactId] : [])])],
    lastLeadId: last?.leadId ?? null,
    body: `${email.subject}\n\n${email.body}`,
    verdict: classifyReply({ channel: 'email', body: words }),
    auto: email.autoReply || isAutoSubject(email.subject),
    webhookId,
    eventId,
  });
}

type Reply = Source & {
  channel: 'text' | 'email';
  from: string;
  /** All addresses the wish is about. */
  addresses: string[];
  people: string[];
  lastLeadId: string | null;
  body: string;
  verdict: ReplyVerdict;
  auto: boolean;
};

async function takeIn(change: Change, reply: Reply): Promise<void> {
  const { channel, from, people, body, verdict, auto, webhookId, eventId } = reply;
  const kind = auto ? 'auto-reply' : verdict.class;
  const messageId = await saveInbound(change, { channel, fromAddress: from, contactId: people[0] ?? null, body, class: kind, webhookId });
  // A machine's answer is kept, but it is nobody's word.
  if (auto) return;
  const concerned = await leadsConcerned(change.tx, { contactIds: people, lastLeadId: reply.lastLeadId });
  const [contactId] = people;
  if (!contactId) await askWhoWrote(change, { messageId, channel, fromAddress: from });
  else if (concerned.length === 0) await askForAnswer(change, { messageId, contactId, class: verdict.class });
  await obey(change, reply, messageId);
  const reason = verdict.class === 'opt-out' ? 'opted-out' : verdict.class === 'wrong-number' ? 'wrong-number' : 'replied';
  for (const { leadId, dealId } of concerned) {
    await change.event('Reply.Received', { messageId, leadId, dealId, channel, class: kind }, { kind: 'lead', id: leadId });
    await requestStops(change, { leadIds: [leadId], reason, sourceEventId: eventId });
  }
}

/** Does what the law or good manners ask, before anything else can go out. */
async function obey(change: Change, { channel, addresses, people, verdict }: Reply, messageId: string): Promise<void> {
  const source = `message/${messageId}`;
  const contactId = people[0] ?? null;
  if (verdict.suppress === 'contact-number')
    for (const id of people)
      for (const address of addresses) await markWrongAddress(change, { contactId: id, address, channel: channel === 'text' ? 'sms' : 'email', source });
  if (verdict.suppress !== 'tenant') return;
  const phones = channel === 'text' ? addresses : await phonesOf(change.tx, { contactIds: people });
  for (const address of phones) await suppress(change, { address, channels: verdict.suppressChannels, reason: 'opt-out', source, contactId });
  // Asked for by e-mail, it ends e-mail as well (CAN-SPAM: an opt-out by reply works).
  if (channel === 'email') for (const address of addresses) await suppress(change, { address, channels: ['email'], reason: 'opt-out', source, contactId });
}
