import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { sendSubject } from '../../domain/outreach/delivery.ts';
import type { Tx } from '../client.ts';
import { type Change, lockSubject } from '../events.ts';
import { enrolments, sends, touches } from '../schema/index.ts';
import { closeTasks, openTask } from './tasks.ts';

export type Send = typeof sends.$inferSelect;
export type NewSend = Omit<typeof sends.$inferInsert, 'brokerageId' | 'id' | 'status'>;

export async function findSend(tx: Tx, { sendId }: { sendId: string }): Promise<Send | undefined> {
  const [row] = await tx
    .select()
    .from(sends)
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId)));
  return row;
}

export async function findSendByKey(tx: Tx, { key }: { key: string }): Promise<Send | undefined> {
  const [row] = await tx
    .select()
    .from(sends)
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.key, key)));
  return row;
}

/** By what the provider calls it: a MessageSid or a Message-ID. Several ids find the newest of them. */
export async function findSendByProviderId(tx: Tx, { providerIds }: { providerIds: string[] }): Promise<Send | undefined> {
  if (providerIds.length === 0) return undefined;
  const [row] = await tx
    .select()
    .from(sends)
    .where(and(eq(sends.brokerageId, tx.brokerageId), inArray(sends.providerId, providerIds)))
    .orderBy(desc(sends.claimedAt))
    .limit(1);
  return row;
}

/** Newest first. */
export async function listSends(
  tx: Tx,
  {
    status,
    leadId,
    enrolmentId,
    before,
    limit,
  }: {
    status?: string | undefined;
    leadId?: string | undefined;
    enrolmentId?: string | undefined;
    before?: { claimedAt: Date; id: string } | undefined;
    limit: number;
  },
): Promise<Send[]> {
  return tx
    .select()
    .from(sends)
    .where(
      and(
        eq(sends.brokerageId, tx.brokerageId),
        status ? eq(sends.status, status) : undefined,
        leadId ? eq(sends.leadId, leadId) : undefined,
        enrolmentId ? eq(sends.enrolmentId, enrolmentId) : undefined,
        before ? sql`(${sends.claimedAt}, ${sends.id}) < (${before.claimedAt.toISOString()}::timestamptz, ${before.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(sends.claimedAt), desc(sends.id))
    .limit(limit);
}

/** Claims a key for the one call it allows; undefined when it is claimed already. */
export async function claimSend(tx: Tx, { send }: { send: NewSend }): Promise<Send | undefined> {
  const [row] = await tx
    .insert(sends)
    .values({ ...send, brokerageId: tx.brokerageId, status: 'claimed' })
    .onConflictDoNothing()
    .returning();
  return row;
}

/** Gives a claim back: the provider took nothing. */
export async function releaseClaim(tx: Tx, { key }: { key: string }): Promise<void> {
  await tx.delete(sends).where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.key, key), eq(sends.status, 'claimed')));
}

/** A person has mended what a send was refused for: it stays on record, and its key may be claimed for another one. */
export async function freeRefusedKey(tx: Tx, { key }: { key: string }): Promise<void> {
  await tx
    .update(sends)
    .set({ key: sql`${sends.key} || '/' || ${sends.id}` })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.key, key), inArray(sends.status, ['bounced', 'not-sent'])));
}

/** The provider took it. Also when that is learned late, after the outcome had been given up as unknown. */
export async function markSent(change: Change, { sendId, providerId }: { sendId: string; providerId: string | null }): Promise<boolean> {
  const { tx, now, event } = change;
  const [row] = await tx
    .update(sends)
    .set({ status: 'sent', providerId, settledAt: now, problem: null })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), eq(sends.status, 'claimed')))
    .returning();
  if (!row) {
    const late = await findSend(tx, { sendId });
    if (late?.status === 'unknown') await settleUnknown(change, { sendId, outcome: 'sent', providerId, by: 'provider' });
    return false;
  }
  const { leadId, dealId, channel, step, templateSlug: template, templateVersion } = row;
  await event('Message.Sent', { sendId, leadId, dealId, channel, step, template, templateVersion }, sendSubject(row));
  return true;
}

/** Nobody knows whether the provider took it: it is not sent again, and a person finds out. */
export async function markUnknown(change: Change, { sendId, problem }: { sendId: string; problem: string }): Promise<void> {
  const { tx, now, event } = change;
  const [row] = await tx
    .update(sends)
    .set({ status: 'unknown', problem: { message: problem } })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), eq(sends.status, 'claimed')))
    .returning();
  if (!row) return;
  const { leadId, dealId, channel, step } = row;
  await event('Message.OutcomeUnknown', { sendId, leadId, dealId, channel, step }, sendSubject(row));
  await openTask(change, {
    kind: 'decide-unknown-send',
    key: `decide-unknown-send/${sendId}`,
    subject: sendSubject(row),
    leadId,
    dealId,
    title: `Find out whether ${channel === 'email' ? 'an e-mail' : 'a text'} went out (${step.replaceAll('-', ' ')})`,
    reason: `${problem}. Look it up at the provider, then settle it as sent or not sent`,
    role: 'coordinator',
    dueAt: new Date(now.getTime() + 86_400_000),
  });
}

/** The provider refused it for good. */
export async function markRefused(change: Change, { sendId, code, message }: { sendId: string; code: string; message: string }): Promise<void> {
  const { tx, now, event } = change;
  const [row] = await tx
    .update(sends)
    .set({ status: 'bounced', settledAt: now, problem: { code, message } })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), inArray(sends.status, ['claimed', 'sent', 'unknown'])))
    .returning();
  if (row) await event('Message.Bounced', { sendId, leadId: row.leadId, dealId: row.dealId, channel: row.channel, code }, sendSubject(row));
}

/** What the provider reports about a text later; a final word is never taken back by an earlier one that comes late. */
export async function markDelivered(change: Change, { sendId }: { sendId: string }): Promise<void> {
  const { tx, event } = change;
  const [row] = await tx
    .update(sends)
    .set({ status: 'delivered' })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), inArray(sends.status, ['claimed', 'sent'])))
    .returning();
  if (row) await event('Message.Delivered', { sendId, leadId: row.leadId, channel: row.channel }, sendSubject(row));
}

/** A failure at the carrier that says nothing about the address. */
export async function markFailed(change: Change, { sendId, code, message }: { sendId: string; code: string; message: string }): Promise<void> {
  const { tx, event } = change;
  const [row] = await tx
    .update(sends)
    .set({ status: 'failed', problem: { code, message } })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), inArray(sends.status, ['claimed', 'sent'])))
    .returning();
  if (row)
    await event(
      'Message.NotSent',
      { leadId: row.leadId, dealId: row.dealId, channel: row.channel, step: row.step, reason: `not delivered: ${message} (${code})` },
      sendSubject(row),
    );
}

/** A person (or the provider, late) says what became of a send. `again` has its run send the step once more under a new key. */
export async function settleUnknown(
  change: Change,
  {
    sendId,
    outcome,
    again = false,
    providerId = null,
    by,
  }: { sendId: string; outcome: 'sent' | 'not-sent'; again?: boolean | undefined; providerId?: string | null | undefined; by: string },
): Promise<Send> {
  const { tx, now, event } = change;
  const send = await findSend(tx, { sendId });
  if (!send) throw new DomainError('no-such-send', 'There is no such message', { nextStep: 'List the messages whose outcome is unknown' });
  await lockSubject(tx, sendSubject(send));
  const [row] = await tx
    .update(sends)
    .set({ status: outcome, settledAt: now, providerId: providerId ?? send.providerId })
    .where(and(eq(sends.brokerageId, tx.brokerageId), eq(sends.id, sendId), eq(sends.status, 'unknown')))
    .returning();
  if (!row) {
    // Read before the lock was had: whoever had it may have settled it.
    const settled = (await findSend(tx, { sendId }))!;
    if (settled.status === outcome || (outcome === 'sent' && settled.status === 'delivered')) return settled;
    throw new DomainError('send-settled', `The outcome of this message is known: ${settled.status}.`, { nextStep: 'Nothing is left to decide.' });
  }
  const { leadId, dealId, channel } = row;
  const found = outcome === 'sent' ? { outcome: 'sent', why: null } : { outcome: 'skipped', why: 'not sent, as was found out' };
  await tx
    .update(touches)
    .set(found)
    .where(and(eq(touches.brokerageId, tx.brokerageId), eq(touches.key, row.key)));
  await event('Message.Settled', { sendId, leadId, dealId, channel, status: { prior: 'unknown', next: outcome }, by }, sendSubject(row));
  await closeTasks(change, { keyPrefix: `decide-unknown-send/${sendId}`, outcome, by });
  if (outcome === 'not-sent' && again && row.enrolmentId) await askAgain(change, row, by);
  return row;
}

async function askAgain({ tx, event }: Change, send: Send, by: string): Promise<void> {
  const [enrolment] = await tx
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.id, send.enrolmentId!)));
  if (enrolment?.status !== 'open' || enrolment.stopReason)
    throw new DomainError('enrolment-closed', 'The follow-up has ended, so the step cannot be sent again by it', {
      nextStep: 'Settle it as not sent, without "again"',
    });
  const { id: enrolmentId, workflowId, leadId, dealId } = enrolment;
  await event('Enrolment.SendAgain', { enrolmentId, workflowId, leadId, dealId, step: send.step, by }, sendSubject(send));
}
