import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contactPoints, inboundMessages, tasks } from '../schema/index.ts';
import { findContact } from './parties.ts';
import { actOnClass, type Word } from './replies.class.ts';
import { closeTasks, openTask } from './tasks.ts';

export type Unmatched = {
  messageId: string;
  taskId: string;
  channel: string;
  address: string;
  body: string;
  class: string;
  receivedAt: string;
  /** Of the same address, also not known whose. */
  messages: number;
};

type From = { channel: string; fromAddress: string };

const hourMs = 3_600_000;
/** Who asks whose an address is, and who says so, come one after the other: what is written meanwhile would lie in no tray. */
const lockAddress = (tx: Tx, { channel, fromAddress }: From) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`inbound/${tx.brokerageId}/${channel}/${fromAddress}`}, 0))`);
const unmatchedOf = (tx: Tx, { channel, fromAddress }: From) =>
  and(
    ...[eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.channel, channel), eq(inboundMessages.fromAddress, fromAddress)],
    ...[isNull(inboundMessages.contactId), ne(inboundMessages.class, 'internal'), ne(inboundMessages.class, 'auto-reply')],
  );

/** Somebody at an address that nobody has wrote: a person says who it is. One task an address, however often they write. */
export async function askWhoWrote(change: Change, { messageId, channel, fromAddress }: From & { messageId: string }): Promise<void> {
  const { tx, now } = change;
  await lockAddress(tx, { channel, fromAddress });
  const asked = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(inboundMessages, and(eq(inboundMessages.brokerageId, tasks.brokerageId), sql`${tasks.key} = 'match-message/' || ${inboundMessages.id}::text`))
    .where(and(unmatchedOf(tx, { channel, fromAddress }), eq(tasks.status, 'open')))
    .limit(1)
    // Set aside at this moment, it asks for nobody any more.
    .for('update', { of: tasks });
  if (asked.length > 0) return;
  const what = channel === 'email' ? 'an e-mail' : 'a text';
  await openTask(change, {
    ...{ kind: 'match-message', key: `match-message/${messageId}`, subject: { kind: 'brokerage', id: tx.brokerageId }, role: 'coordinator' },
    title: `Say who wrote: ${what} from ${channel === 'email' ? 'an address' : 'a number'} that nobody has`,
    reason: 'No contact has it, so no follow-up stopped and nobody was told. Say whose it is, or set it aside',
    dueAt: new Date(now.getTime() + 4 * hourMs),
  });
}

/** What waits for a person to say who wrote it, oldest first. */
export async function listUnmatched(tx: Tx, { after, limit }: { after?: [string, string] | undefined; limit: number }): Promise<Unmatched[]> {
  // By a column of their own, so that row-level security lets the index of the messages find them.
  const rows = await tx.execute<Record<string, unknown>>(sql`
    with asked as materialized (
      select id, split_part(key, '/', 2)::uuid as message_id from tasks where brokerage_id = ${tx.brokerageId} and kind = 'match-message' and status = 'open'
    )
    select m.id, t.id as task_id, m.channel, m.from_address, left(m.body, 2000) as body, m.class,
      to_char(m.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as received_at,
      (select count(*)::int from inbound_messages o where o.brokerage_id = ${tx.brokerageId} and o.from_address = m.from_address and o.channel = m.channel
        and o.contact_id is null and o.class not in ('internal', 'auto-reply')) as messages
    from asked t join inbound_messages m on m.brokerage_id = ${tx.brokerageId} and m.id = t.message_id
    ${after ? sql`where (m.received_at, m.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by m.received_at, m.id limit ${limit}`);
  return rows.map((row) => ({
    ...{ messageId: row.id as string, taskId: row.task_id as string, channel: row.channel as string, address: row.from_address as string },
    ...{ body: row.body as string, class: row.class as string, receivedAt: row.received_at as string, messages: row.messages as number },
  }));
}

/**
 * A person says who wrote: everything from that address is theirs, the address is one of theirs from now on, and what the words ask for is done as
 * if it had been seen at once.
 */
export async function matchInbound(
  change: Change,
  { inboundId, contactId, by }: { inboundId: string; contactId: string; by: string },
): Promise<{ messages: number }> {
  const { tx, now } = change;
  const [message] = await tx
    .select()
    .from(inboundMessages)
    .where(and(eq(inboundMessages.brokerageId, tx.brokerageId), eq(inboundMessages.id, inboundId)))
    .for('update');
  if (!message || message.class === 'internal')
    throw new DomainError('not-found', `There is no message ${inboundId} of an unknown sender.`, {
      nextStep: 'List the unmatched messages and take one of them.',
    });
  if (message.contactId !== null && message.contactId !== contactId)
    throw new DomainError('message-matched', 'Somebody has said already who wrote this.', { nextStep: 'Open that conversation.' });
  if (!(await findContact(tx, { contactId })))
    throw new DomainError('no-such-contact', `There is no contact ${contactId}.`, { nextStep: 'Search the contacts by name, address or number.' });
  if (message.contactId === contactId) return { messages: 0 };
  const { channel, fromAddress } = message;
  await lockAddress(tx, message);
  const all = await tx
    .select()
    .from(inboundMessages)
    .where(unmatchedOf(tx, message))
    .orderBy(asc(inboundMessages.receivedAt), asc(inboundMessages.id))
    .for('update');
  const ids = all.map(({ id }) => id);
  await tx
    .update(inboundMessages)
    .set({ contactId })
    .where(and(eq(inboundMessages.brokerageId, tx.brokerageId), inArray(inboundMessages.id, ids)));
  await tx
    .insert(contactPoints)
    .values({
      brokerageId: tx.brokerageId,
      contactId,
      kind: channel === 'email' ? 'email' : 'phone',
      value: fromAddress,
      source: 'person',
      rank: 2,
      createdAt: now,
    })
    .onConflictDoNothing();
  for (const { id, class: kind } of all) await actOnClass(change, { messageId: id, contactId, channel, address: fromAddress, class: kind as Word['class'] });
  for (const id of ids) await closeTasks(change, { keyPrefix: `match-message/${id}`, outcome: 'matched', by });
  return { messages: ids.length };
}
