import { and, eq, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Change } from '../events.ts';
import { inboundMessages, tasks } from '../schema/index.ts';
import { actOnClass } from './replies.class.ts';
import { finishTask } from './tasks.ts';

export type CorrectedClass = 'reply' | 'opt-out' | 'wrong-number' | 'auto-reply';

/**
 * A person says what a message really was. What the class asks for is done as if it had been seen at once; nothing is lifted:
 * an opt-out that was none stays in force until the person gives consent anew.
 */
export async function correctReplyClass(
  change: Change,
  { inboundId, to }: { inboundId: string; to: CorrectedClass },
): Promise<{ contactId: string; from: string }> {
  const { tx } = change;
  const own = and(eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.id, inboundId));
  const [message] = await tx.select().from(inboundMessages).where(own).for('update');
  if (!message?.contactId || message.class === 'internal')
    throw new DomainError('not-found', `There is no message ${inboundId} of a contact.`, { nextStep: 'Open a conversation and take a message that came in.' });
  const { contactId, channel, fromAddress: address, class: from } = message;
  if (from === to) return { contactId, from };
  await tx.update(inboundMessages).set({ class: to }).where(own);
  if (to === 'auto-reply' || to === 'opt-out') await nobodyWaits(change, inboundId);
  await actOnClass(change, { messageId: inboundId, contactId, channel, address, class: to });
  return { contactId, from };
}

/** Nobody waits for an answer to it. */
async function nobodyWaits(change: Change, inboundId: string): Promise<void> {
  const { tx } = change;
  const open = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        eq(tasks.brokerageId, tx.brokerageId),
        eq(tasks.kind, 'answer-seller'),
        eq(tasks.status, 'open'),
        sql`split_part(${tasks.key}, '/', 3) = ${inboundId}`,
      ),
    );
  for (const { id } of open) await finishTask(change, { taskId: id, outcome: 'wants no answer', by: 'a person who corrected its class' });
}

/** Whom a message came from; null when it is no contact's. */
export async function contactOfInbound(tx: Change['tx'], { inboundId }: { inboundId: string }): Promise<string | null> {
  const [row] = await tx
    .select({ contactId: inboundMessages.contactId })
    .from(inboundMessages)
    .where(and(eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.id, inboundId)));
  return row?.contactId ?? null;
}
