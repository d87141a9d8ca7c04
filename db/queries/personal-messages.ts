import { and, desc, eq, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { type PersonReach, planFor, type ReplyChannel, type ReplyPlan } from '../../domain/outreach/reply-plan.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, contacts, deals, inboundMessages, inboundWebhooks, leadContacts, parties, sends } from '../schema/index.ts';
import { type Delivery, endDelivery, findDelivery, requestDelivery } from './deliveries.ts';
import { leadsConcerned } from './inbound.ts';
import { findSender, listAddresses, sendingStopped } from './outreach-facts.ts';
import { finishTask } from './tasks.ts';

/** What a person wrote, kept with its delivery until the ledger has it. */
export type PersonalWords = { channel: ReplyChannel; address: string | null; subject: string | null; body: string; leadId: string };

/** All that decides how a reply to a person may go out; null when nobody is known by that id. */
export async function loadReplyFacts(tx: Tx, { contactId }: { contactId: string }): Promise<PersonReach | null> {
  const [contact] = await tx
    .select({ state: contacts.mailingState, zip: contacts.mailingZip, statedZone: contacts.statedZone })
    .from(contacts)
    .where(and(eq(contacts.brokerageId, tx.brokerageId), eq(contacts.id, contactId)));
  if (!contact) return null;
  return {
    evidence: contact,
    known: await listAddresses(tx, { contactId }),
    lastFrom: { email: await lastFrom(tx, { contactId, channel: 'email' }), text: await lastFrom(tx, { contactId, channel: 'text' }) },
    hasSender: { email: (await findSender(tx, { provider: 'email' })) !== undefined, text: (await findSender(tx, { provider: 'twilio' })) !== undefined },
    sendingStopped: await sendingStopped(tx, {}),
  };
}
export async function planReplyTo(
  tx: Tx,
  { contactId, channel, address, now }: { contactId: string; channel: ReplyChannel; address: string | null; now: Date },
): Promise<ReplyPlan | null> {
  const facts = await loadReplyFacts(tx, { contactId });
  return facts && planFor(facts, { channel, address, now });
}

/** Where they wrote from last on this channel. */
async function lastFrom(tx: Tx, { contactId, channel }: { contactId: string; channel: ReplyChannel }): Promise<string | null> {
  const [row] = await tx
    .select({ address: inboundMessages.fromAddress })
    .from(inboundMessages)
    .where(and(eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.contactId, contactId), eq(inboundMessages.channel, channel)))
    .orderBy(desc(inboundMessages.receivedAt))
    .limit(1);
  return row?.address ?? null;
}

/** The Message-ID that an answer to this address names, so that it lands in their thread: of what they wrote last, else of what went to them last. */
export async function answeredMessageId(tx: Tx, { contactId, address }: { contactId: string; address: string }): Promise<string | null> {
  const ofAddress = and(eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.fromAddress, address), eq(inboundMessages.channel, 'email'));
  const [theirs] = await tx
    .select({ id: sql<string | null>`${inboundWebhooks.payload} ->> 'messageId'` })
    .from(inboundMessages)
    .innerJoin(inboundWebhooks, and(eq(inboundWebhooks.brokerageId, inboundMessages.brokerageId), eq(inboundWebhooks.id, inboundMessages.webhookId)))
    .where(ofAddress)
    .orderBy(desc(inboundMessages.receivedAt))
    .limit(1);
  if (theirs?.id) return theirs.id;
  const [last] = await tx
    .select({ id: sends.providerId })
    .from(sends)
    .where(
      and(
        eq(sends.brokerageId, tx.brokerageId),
        eq(sends.contactId, contactId),
        eq(sends.address, address),
        eq(sends.channel, 'email'),
        eq(sends.status, 'sent'),
      ),
    )
    .orderBy(desc(sends.claimedAt))
    .limit(1);
  return last?.id ?? null;
}

/** Which lead, and which open deal, words to a person belong to: what is under way first, else what they take part in or own. */
export async function fileOfContact(tx: Tx, { contactId }: { contactId: string }): Promise<{ leadId: string; dealId: string | null } | null> {
  const [concerned] = await leadsConcerned(tx, { contactIds: [contactId], lastLeadId: null });
  if (concerned?.dealId) return concerned;
  const [party] = await tx
    .select({ leadId: deals.leadId, dealId: deals.id })
    .from(parties)
    .innerJoin(deals, and(eq(deals.brokerageId, parties.brokerageId), eq(deals.id, parties.dealId)))
    .where(and(eq(parties.brokerageId, tx.brokerageId), eq(parties.contactId, contactId)))
    .orderBy(sql`${parties.leftAt} is not null, ${deals.closedAt} is not null`, desc(deals.dealNo))
    .limit(1);
  if (party) return party;
  if (concerned) return concerned;
  const [owned] = await tx
    .select({ leadId: leadContacts.leadId })
    .from(leadContacts)
    .where(and(eq(leadContacts.brokerageId, tx.brokerageId), eq(leadContacts.contactId, contactId)))
    .limit(1);
  return owned ? { leadId: owned.leadId, dealId: null } : null;
}

/** Takes in what a person wrote to a contact and closes what asked for it; a run sends it, once. Refused at once when it could never go out. */
export async function requestPersonalMessage(
  change: Change,
  {
    contactId,
    file,
    by,
    key,
    ...words
  }: { contactId: string; file: { leadId: string; dealId: string | null }; by: string; key: string } & Omit<PersonalWords, 'leadId'>,
): Promise<{ delivery: Delivery; plan: ReplyPlan }> {
  const { channel, address } = words;
  const plan = await planReplyTo(change.tx, { contactId, channel, address, now: change.now });
  if (!plan || plan.kind === 'no')
    throw new DomainError('cannot-be-reached', `${channel === 'email' ? 'An e-mail' : 'A text'} cannot go out: ${plan?.words ?? 'nobody is known'}.`, {
      nextStep: 'Use another channel or address, call, or record the consent they have given.',
    });
  const about: PersonalWords = { ...words, leadId: file.leadId };
  const delivery = await requestDelivery(change, {
    ...{ kind: 'personal-message', key: `personal/${key}`, contactId, personId: by, about },
    ...(file.dealId ? { dealId: file.dealId } : {}),
  });
  if (!delivery) throw new Error(`the key personal/${key} is taken`);
  await closeAnswerTasks(change, { contactId, by });
  return { delivery, plan };
}

/** What asks for an answer to this person is done. */
async function closeAnswerTasks(change: Change, { contactId, by }: { contactId: string; by: string }): Promise<void> {
  const { tx } = change;
  const open = await tx.execute<{ id: string }>(sql`
    select t.id from tasks t where t.brokerage_id = ${tx.brokerageId} and t.kind = 'answer-seller' and t.status = 'open'
      and (split_part(t.key, '/', 3) in (select id::text from inbound_messages where brokerage_id = ${tx.brokerageId} and contact_id = ${contactId})
        or split_part(t.key, '/', 3) in (select id::text from deliveries where brokerage_id = ${tx.brokerageId} and contact_id = ${contactId} and kind = 'personal-message'))
    order by t.id`);
  for (const { id } of open) await finishTask(change, { taskId: id, outcome: 'answered', by });
}

/** Takes back what has not gone out yet. */
export async function withdrawPersonalMessage(change: Change, { deliveryId, by }: { deliveryId: string; by: string }): Promise<Delivery> {
  const { tx } = change;
  const row = await findDelivery(tx, { deliveryId });
  if (row?.kind !== 'personal-message')
    throw new DomainError('not-found', `There is no message ${deliveryId}.`, { nextStep: 'Open the conversation and take a message that waits.' });
  if (row.status === 'skipped') return row;
  const [claimed] = await tx
    .select({ id: sends.id })
    .from(sends)
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.key, row.workflowId)));
  if (row.status !== 'queued' || claimed)
    throw new DomainError('message-on-its-way', 'The message has gone out, or is about to.', { nextStep: 'Write another one that corrects it.' });
  await endDelivery(change, { deliveryId, status: 'skipped', reason: `taken back by ${by}` });
  return (await findDelivery(tx, { deliveryId }))!;
}

/** Name of the brokerage as it signs. */
export async function senderName(tx: Tx, _params: Record<string, never>): Promise<string> {
  const [row] = await tx.select({ name: brokerages.name }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  return row?.name ?? '';
}
