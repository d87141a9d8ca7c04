import { and, eq } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { messagePayload } from '../party-message.ts';
import { partyMessages, sends } from '../schema/index.ts';
import { findPartyMessage, type PartyMessage } from './party-messages.view.ts';
import { closeTasks } from './tasks.ts';

async function release({ tx, now, event }: Change, message: PartyMessage, by: string): Promise<PartyMessage> {
  const values = { status: 'released', decidedAt: now, decidedBy: by, waitingFor: 'its run to send it', runDueAt: now };
  await tx.update(partyMessages).set(values).where(ofMessage(tx, message.id));
  await event('PartyMessage.Released', { ...messagePayload(message), by });
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
  await event('PartyMessage.Skipped', { ...messagePayload(message), by });
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
  await event('PartyMessage.Edited', messagePayload(message));
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
  if (row) await event('PartyMessage.Ended', { ...messagePayload((await findPartyMessage(tx, { messageId }))!), status });
}

/** A released message that has not gone out is not said any more: what it speaks of has changed since. */
export async function overtakeMessage({ tx, event }: Change, { messageId, reason, by }: { messageId: string; reason: string; by: string }): Promise<void> {
  const [row] = await tx
    .update(partyMessages)
    .set({ status: 'skipped', reason, runDueAt: null, waitingFor: null })
    .where(and(ofMessage(tx, messageId), eq(partyMessages.status, 'released')))
    .returning({ id: partyMessages.id });
  if (row) await event('PartyMessage.Skipped', { ...messagePayload((await findPartyMessage(tx, { messageId }))!), by });
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
  await event('PartyMessage.Ended', { ...messagePayload(message), status: message.status }, { kind: 'deal', id: message.dealId });
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
  const held = await tx
    .select({ id: partyMessages.id })
    .from(partyMessages)
    .where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.status, 'released')))
    .orderBy(partyMessages.id);
  for (const { id } of held) {
    const message = (await findPartyMessage(tx, { messageId: id }))!;
    await event('PartyMessage.Released', { ...messagePayload(message), by }, { kind: 'deal', id: message.dealId });
  }
}

const ofMessage = (tx: Tx, messageId: string) => and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.id, messageId));

async function draftOf(tx: Tx, messageId: string, wanted: string | null): Promise<PartyMessage> {
  const message = await findPartyMessage(tx, { messageId });
  if (!message)
    throw new DomainError('no-such-message', `There is no message ${messageId}.`, { nextStep: 'List the messages of the deal and take the id of one.' });
  if (message.status === 'draft' || message.status === wanted) return message;
  throw decided(message);
}

const decided = ({ status }: PartyMessage): DomainError =>
  new DomainError('message-decided', `The message is ${status}.`, { nextStep: 'List the messages of the deal with `status=draft`.' });
