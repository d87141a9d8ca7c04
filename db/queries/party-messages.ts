import { and, desc, eq, inArray, max, sql } from 'drizzle-orm';
import { type PartyTemplateName, renderPartyMessage } from '../../domain/closing/party-templates.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Variables } from '../../domain/offers/liquid.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, deals, leads, parties, partyMessages, sends, settings } from '../schema/index.ts';
import type { Deal } from './closing.ts';
import { listParties } from './parties.ts';
import { closeTasks, openTask } from './tasks.ts';

type Row = typeof partyMessages.$inferSelect;
export type PartyMessage = Row & { dealNo: number; role: string; sendStatus: string | null };
export type About = { clock?: string; document?: string };

const withParty = (tx: Tx) =>
  tx
    .select({ message: partyMessages, dealNo: deals.dealNo, role: parties.role, sendStatus: sends.status })
    .from(partyMessages)
    .innerJoin(deals, and(eq(deals.brokerageId, partyMessages.brokerageId), eq(deals.id, partyMessages.dealId)))
    .innerJoin(parties, and(eq(parties.brokerageId, partyMessages.brokerageId), eq(parties.id, partyMessages.partyId)))
    .leftJoin(sends, and(eq(sends.brokerageId, partyMessages.brokerageId), eq(sends.key, partyMessages.workflowId)))
    .$dynamic();
type Joined = { message: Row; dealNo: number; role: string; sendStatus: string | null };
const flat = ({ message, ...rest }: Joined): PartyMessage => ({ ...message, ...rest });

/** Newest first. */
export async function listPartyMessages(
  tx: Tx,
  { dealId, status, before, limit }: { dealId: string; status?: string | undefined; before?: number | undefined; limit: number },
): Promise<PartyMessage[]> {
  const rows = await withParty(tx)
    .where(
      and(
        eq(partyMessages.brokerageId, tx.brokerageId),
        eq(partyMessages.dealId, dealId),
        status ? eq(partyMessages.status, status) : undefined,
        before === undefined ? undefined : sql`${partyMessages.messageNo} < ${before}`,
      ),
    )
    .orderBy(desc(partyMessages.messageNo))
    .limit(limit);
  return rows.map(flat);
}

export async function findPartyMessage(tx: Tx, { messageId }: { messageId: string }): Promise<PartyMessage | undefined> {
  const [row] = await withParty(tx).where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.id, messageId)));
  return row && flat(row);
}

export type Draft = {
  deal: Deal;
  template: PartyTemplateName;
  /** What set it off: one message per cause, party and template. */
  cause: string;
  roles: readonly string[];
  about: About;
  /** What the template speaks of besides party, property and brokerage. */
  variables: Variables;
};

/** Drafts a message for each party in these roles. A trusted template is released at once; the others wait for a person. */
export async function draftPartyMessages(change: Change, draft: Draft): Promise<void> {
  const { tx } = change;
  const recipients = await listParties(tx, { dealId: draft.deal.id, roles: draft.roles });
  if (recipients.length === 0) return;
  const place = await whereAndWho(tx, draft.deal);
  const [trust] = await tx.select({ templates: settings.trustedTemplates }).from(settings).where(eq(settings.brokerageId, tx.brokerageId));
  const trusted = trust?.templates.includes(draft.template) ?? false;
  for (const party of recipients) {
    const words = renderPartyMessage(draft.template, { ...place.variables, ...draft.variables, party: { name: party.name } });
    const message = await insertDraft(change, draft, { ...words, trusted, partyId: party.id, slug: place.slug });
    if (!message) continue;
    await setAsideOlder(change, message);
    if (trusted) await release(change, message, 'trusted template');
    else await askForRelease(change, message, party.role);
  }
}

async function whereAndWho(tx: Tx, deal: Deal): Promise<{ slug: string; variables: Variables }> {
  const [lead] = await tx
    .select({ line: leads.line, city: leads.city })
    .from(leads)
    .where(and(eq(leads.brokerageId, tx.brokerageId), eq(leads.id, deal.leadId)));
  const [brokerage] = await tx.select().from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const property = [lead?.line, lead?.city].filter(Boolean).join(', ') || `deal ${deal.dealNo}`;
  return { slug: brokerage!.slug, variables: { property, brokerage: { name: brokerage!.name, postal_address: brokerage!.postalAddress } } };
}

async function insertDraft(
  { tx, now, event }: Change,
  { deal, template, cause, about }: Draft,
  { slug, ...given }: { subject: string; body: string; trusted: boolean; partyId: string; slug: string },
): Promise<PartyMessage | null> {
  const key = `${cause}/${template}/${given.partyId}`;
  const [last] = await tx
    .select({ no: max(partyMessages.messageNo) })
    .from(partyMessages)
    .where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.dealId, deal.id)));
  const messageNo = (last?.no ?? 0) + 1;
  const workflowId = `message/${slug}/${deal.dealNo}/${messageNo}`;
  const [row] = await tx
    .insert(partyMessages)
    .values({ brokerageId: tx.brokerageId, dealId: deal.id, key, messageNo, workflowId, template, about, ...given, createdAt: now })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  const message = (await findPartyMessage(tx, { messageId: row.id }))!;
  await event('PartyMessage.Drafted', { ...payloadOf(message), partyId: message.partyId });
  return message;
}

/** A newer draft about the same thing stands for those that nobody has released. */
async function setAsideOlder(change: Change, message: PartyMessage): Promise<void> {
  const older = await change.tx
    .select({ id: partyMessages.id })
    .from(partyMessages)
    .where(
      and(
        eq(partyMessages.brokerageId, change.tx.brokerageId),
        eq(partyMessages.dealId, message.dealId),
        eq(partyMessages.partyId, message.partyId),
        eq(partyMessages.template, message.template),
        eq(partyMessages.status, 'draft'),
        sql`${partyMessages.about} = ${JSON.stringify(message.about)}::jsonb and ${partyMessages.id} <> ${message.id}`,
      ),
    );
  for (const { id } of older) await skipMessage(change, { messageId: id, reason: 'a newer message about it stands for this one', by: 'rule' });
}

const askForRelease = (change: Change, { id, dealId, dealNo, template }: PartyMessage, role: string) =>
  openTask(change, {
    kind: 'release-message',
    key: `release-message/${id}`,
    subject: { kind: 'deal', id: dealId },
    dealId,
    title: `Look through a message to the ${role} of deal ${dealNo}`,
    reason: `It was drafted from the template "${template}", which is not trusted to go out by itself`,
    role: 'coordinator',
    dueAt: new Date(change.now.getTime() + 86_400_000),
  });

async function release({ tx, now, event }: Change, message: PartyMessage, by: string): Promise<PartyMessage> {
  const values = { status: 'released', decidedAt: now, decidedBy: by, waitingFor: 'its run to send it', runDueAt: now };
  await tx.update(partyMessages).set(values).where(ofMessage(tx, message.id));
  await event('PartyMessage.Released', { ...payloadOf(message), by });
  return { ...message, ...values };
}

/** A person lets a draft go out; its run sends it. */
export async function releaseMessage(change: Change, { messageId, by }: { messageId: string; by: string }): Promise<PartyMessage> {
  const message = await draftOf(change.tx, messageId, 'released');
  if (message.status === 'released') return message;
  await closeTasks(change, { keyPrefix: `release-message/${messageId}`, outcome: 'released', by });
  return release(change, message, by);
}

export async function skipMessage(change: Change, { messageId, reason, by }: { messageId: string; reason: string; by: string }): Promise<PartyMessage> {
  const { tx, now, event } = change;
  const message = await draftOf(tx, messageId, 'skipped');
  if (message.status === 'skipped' && message.reason === reason) return message;
  if (message.status === 'skipped') throw decided(message);
  const values = { status: 'skipped', reason, decidedAt: now, decidedBy: by };
  await tx.update(partyMessages).set(values).where(ofMessage(tx, messageId));
  await event('PartyMessage.Skipped', { ...payloadOf(message), by });
  await closeTasks(change, { keyPrefix: `release-message/${messageId}`, outcome: 'skipped', by });
  return { ...message, ...values };
}

/** Changes the words of a draft. */
export async function editMessage(
  { tx, event }: Change,
  { messageId, subject, body }: { messageId: string; subject?: string | undefined; body?: string | undefined },
): Promise<PartyMessage> {
  const message = await draftOf(tx, messageId, null);
  const next = { subject: subject ?? message.subject, body: body ?? message.body };
  if (next.subject === message.subject && next.body === message.body) return message;
  await tx.update(partyMessages).set(next).where(ofMessage(tx, messageId));
  await event('PartyMessage.Edited', payloadOf(message));
  return { ...message, ...next };
}

/** What came of the send. A message that has ended stays as it ended. */
export async function endMessage(
  { tx, event }: Change,
  { messageId, status, reason }: { messageId: string; status: 'sent' | 'unknown' | 'refused'; reason: string | null },
): Promise<void> {
  const [row] = await tx
    .update(partyMessages)
    .set({ status, reason, runDueAt: null, waitingFor: null })
    .where(and(ofMessage(tx, messageId), eq(partyMessages.status, 'released')))
    .returning({ id: partyMessages.id });
  if (row) await event('PartyMessage.Ended', { ...payloadOf((await findPartyMessage(tx, { messageId }))!), status });
}

/** What is known at last about a message whose outcome was not; a send of something else moves nothing. */
export async function settleMessage({ tx, event }: Change, { sendId, sent }: { sendId: string; sent: boolean }): Promise<void> {
  const [row] = await tx
    .update(partyMessages)
    .set(sent ? { status: 'sent', reason: null } : { status: 'refused', reason: 'not sent, as was found out' })
    .from(sends)
    .where(
      and(
        eq(partyMessages.brokerageId, tx.brokerageId),
        eq(partyMessages.status, 'unknown'),
        eq(sends.brokerageId, tx.brokerageId),
        eq(sends.id, sendId),
        eq(sends.key, partyMessages.workflowId),
      ),
    )
    .returning({ id: partyMessages.id });
  if (!row) return;
  const message = (await findPartyMessage(tx, { messageId: row.id }))!;
  await event('PartyMessage.Ended', { ...payloadOf(message), status: message.status }, { kind: 'deal', id: message.dealId });
}

/** Makes a wait visible: for sending to go on, or for the next attempt. */
export async function showMessageWait(tx: Tx, { messageId, waitingFor, at }: { messageId: string; waitingFor: string; at: Date | null }): Promise<void> {
  await tx
    .update(partyMessages)
    .set({ waitingFor, runDueAt: at })
    .where(and(ofMessage(tx, messageId), eq(partyMessages.status, 'released')));
}

/** Tells the runs of released messages to look again; for when sending goes on. */
export async function releaseHeldMessages({ tx, event }: Change, { by }: { by: string }): Promise<void> {
  const held = await withParty(tx).where(and(eq(partyMessages.brokerageId, tx.brokerageId), inArray(partyMessages.status, ['released'])));
  for (const row of held) await event('PartyMessage.Released', { ...payloadOf(flat(row)), by }, { kind: 'deal', id: row.message.dealId });
}

const ofMessage = (tx: Tx, messageId: string) => and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.id, messageId));
const payloadOf = ({ dealId, dealNo, id, messageNo, workflowId, template }: PartyMessage) => ({
  dealId,
  dealNo,
  messageId: id,
  messageNo,
  workflowId,
  template,
});

async function draftOf(tx: Tx, messageId: string, wanted: string | null): Promise<PartyMessage> {
  const message = await findPartyMessage(tx, { messageId });
  if (!message)
    throw new DomainError('no-such-message', `There is no message ${messageId}.`, { nextStep: 'List the messages of the deal and take the id of one.' });
  if (message.status === 'draft' || message.status === wanted) return message;
  throw decided(message);
}

const decided = ({ status }: PartyMessage): DomainError =>
  new DomainError('message-decided', `The message is ${status}.`, { nextStep: 'List the messages of the deal with `status=draft`.' });
