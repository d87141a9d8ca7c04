import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { deliverySubject } from '../../domain/outreach/delivery.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { brokerages, deals, deliveries, parties, people, settings, tasks } from '../schema/index.ts';
import { drawNumber } from './numbers.ts';
import { findContact } from './parties.ts';
import { freeRefusedKey } from './sends.ts';
import { closeTasks } from './tasks.ts';

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryKind = 'crm-contact' | 'crm-ping' | 'agent-notice' | 'personal-message' | 'daily-digest';
/** What goes through the send ledger, and is held while sending is stopped. */
const written = ['agent-notice', 'personal-message', 'daily-digest'];
export type NewDelivery = {
  kind: DeliveryKind;
  /** One per cause: a repeat of it finds what is there. */
  key: string;
  dealId?: string;
  contactId?: string;
  personId?: string | null;
  about: Record<string, unknown>;
};

/** Asks for a delivery; its event starts the run. */
export async function requestDelivery(change: Change, delivery: NewDelivery): Promise<Delivery | null> {
  const { tx, now } = change;
  if (await findDeliveryByKey(tx, { key: delivery.key })) return null;
  const [brokerage] = await tx.select({ slug: brokerages.slug }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const deliveryNo = await drawNumber(tx, { kind: 'delivery' });
  const workflowId = `delivery/${brokerage!.slug}/${deliveryNo}`;
  const [row] = await tx
    .insert(deliveries)
    .values({ brokerageId: tx.brokerageId, deliveryNo, workflowId, ...delivery, createdAt: now, runDueAt: now, waitingFor: 'its run to deliver it' })
    .onConflictDoNothing()
    .returning();
  if (!row) return null;
  await announce(change, row);
  return row;
}

async function announce({ tx, event }: Change, row: Delivery): Promise<void> {
  const about = { deliveryId: row.id, deliveryNo: row.deliveryNo, workflowId: row.workflowId };
  if (row.kind === 'personal-message')
    return void (await event('PersonalMessage.Requested', { ...about, contactId: row.contactId!, dealId: row.dealId }, deliverySubject(tx.brokerageId, row)));
  if (row.kind === 'daily-digest')
    return void (await event('DailyDigest.Requested', { ...about, personId: row.personId! }, deliverySubject(tx.brokerageId, row)));
  if (row.kind !== 'agent-notice') return void (await event('CrmPush.Requested', { ...about, contactId: row.contactId }, deliverySubject(tx.brokerageId, row)));
  const [deal] = await tx
    .select({ dealNo: deals.dealNo })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, row.dealId!)));
  await event('AgentNotice.Requested', { ...about, dealId: row.dealId!, dealNo: deal?.dealNo ?? 0 }, deliverySubject(tx.brokerageId, row));
}

async function findDeliveryByKey(tx: Tx, { key }: { key: string }): Promise<Delivery | undefined> {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.key, key)));
  return row;
}

export async function findDelivery(tx: Tx, { deliveryId }: { deliveryId: string }): Promise<Delivery | undefined> {
  const [row] = await tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.id, deliveryId)));
  return row;
}

/** Newest first. */
export function listDeliveries(
  tx: Tx,
  { status, kind, before, limit }: { status?: string | undefined; kind?: string | undefined; before?: number | undefined; limit: number },
): Promise<Delivery[]> {
  return tx
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.brokerageId, tx.brokerageId),
        status ? eq(deliveries.status, status) : undefined,
        kind ? eq(deliveries.kind, kind) : undefined,
        before === undefined ? undefined : lt(deliveries.deliveryNo, before),
      ),
    )
    .orderBy(desc(deliveries.deliveryNo))
    .limit(limit);
}

/** What came of it, once. */
export async function endDelivery(
  { tx, now, event }: Change,
  { deliveryId, status, reason }: { deliveryId: string; status: 'done' | 'skipped' | 'refused' | 'unknown'; reason: string | null },
): Promise<void> {
  const [row] = await tx
    .update(deliveries)
    .set({ status, reason, endedAt: now, runDueAt: null, waitingFor: null })
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.id, deliveryId), eq(deliveries.status, 'queued')))
    .returning();
  if (row)
    await event(
      'Delivery.Ended',
      { deliveryId, deliveryNo: row.deliveryNo, workflowId: row.workflowId, kind: row.kind, status },
      deliverySubject(tx.brokerageId, row),
    );
}

/** Makes a wait visible: for sending to go on, or for the next attempt. */
export async function showDeliveryWait(tx: Tx, { deliveryId, waitingFor, at }: { deliveryId: string; waitingFor: string; at: Date | null }): Promise<void> {
  await tx
    .update(deliveries)
    .set({ waitingFor: waitingFor.slice(0, 500), runDueAt: at })
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.id, deliveryId), eq(deliveries.status, 'queued')));
}

/** A person has mended what was in the way: it is delivered once more, under the same key. What may have arrived as an e-mail is not. */
export async function retryDelivery(change: Change, { deliveryId, by }: { deliveryId: string; by: string }): Promise<Delivery> {
  const { tx, now } = change;
  const row = await findDelivery(tx, { deliveryId });
  if (!row) throw new DomainError('no-such-delivery', `There is no delivery ${deliveryId}.`, { nextStep: 'List the deliveries and take the id of one.' });
  if (row.status === 'queued') return row;
  if (row.status !== 'refused')
    throw new DomainError('delivery-ended', `Delivery ${row.deliveryNo} is ${row.status}.`, { nextStep: 'Only what was refused can be tried again.' });
  const [next] = await tx
    .update(deliveries)
    .set({ status: 'queued', reason: null, endedAt: null, runDueAt: now, waitingFor: 'its run to deliver it' })
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.id, deliveryId)))
    .returning();
  await freeRefusedKey(tx, { key: row.workflowId });
  await closeTasks(change, { keyPrefix: `mend-delivery/${deliveryId}/`, outcome: 'tried again', by });
  await announce(change, next!);
  return next!;
}

/** Tells the runs of notices and of people's own messages that sending goes on. */
export async function releaseHeldDeliveries(change: Change, _params: Record<string, never>): Promise<void> {
  const held = await change.tx
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.brokerageId, change.tx.brokerageId), eq(deliveries.status, 'queued'), inArray(deliveries.kind, written)))
    .orderBy(deliveries.deliveryNo);
  for (const row of held) await announce(change, row);
}

/** A person, or the provider, late, has said what became of a notice. */
export async function settleDelivery({ tx }: Change, { key, sent }: { key: string; sent: boolean }): Promise<void> {
  await tx
    .update(deliveries)
    .set(sent ? { status: 'done', reason: null } : { status: 'refused', reason: 'not sent, as was found out' })
    .where(and(eq(deliveries.brokerageId, tx.brokerageId), eq(deliveries.workflowId, key), eq(deliveries.status, 'unknown')));
}

/** The brokerage's CRM, if it has one. */
export async function crmTarget(tx: Tx, _params: Record<string, never>): Promise<{ url: string; secret: string; allowPrivate: boolean } | null> {
  const [row] = await tx
    .select({ url: settings.crmUrl, secret: settings.crmSecret, embedded: sql<boolean>`(select embedded from instance_clock)` })
    .from(settings)
    .where(eq(settings.brokerageId, tx.brokerageId));
  return row?.url && row.secret ? { url: row.url, secret: row.secret, allowPrivate: row.embedded === true } : null;
}

/** A contact as a CRM takes it: all of it, as it is now. */
export async function crmContact(tx: Tx, { contactId }: { contactId: string }) {
  const contact = await findContact(tx, { contactId });
  if (!contact) return null;
  const roles = await tx
    .select({ dealNo: deals.dealNo, role: parties.role })
    .from(parties)
    .innerJoin(deals, and(eq(deals.brokerageId, parties.brokerageId), eq(deals.id, parties.dealId)))
    .where(and(eq(parties.brokerageId, tx.brokerageId), eq(parties.contactId, contactId), isNull(parties.leftAt), isNull(deals.closedAt)))
    .orderBy(deals.dealNo, parties.role);
  const { id, name, emails, phones, statedZone } = contact;
  return { id, name, emails, phones, zone: statedZone, deals: roles };
}

/** The agent of a deal: who has the newest of its tasks for an agent, else the first agent, else the first broker. Stood in for while disabled. */
export async function agentOf(tx: Tx, { dealId }: { dealId: string }): Promise<string | null> {
  const [task] = await tx
    .select({ id: tasks.ownerId })
    .from(tasks)
    .innerJoin(people, and(eq(people.brokerageId, tasks.brokerageId), eq(people.id, tasks.ownerId)))
    .where(and(eq(tasks.brokerageId, tx.brokerageId), eq(tasks.dealId, dealId), eq(people.role, 'agent'), isNotNull(tasks.ownerId)))
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(1);
  if (task?.id) return task.id;
  const [first] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.brokerageId, tx.brokerageId), isNull(people.disabledAt), sql`${people.role} in ('agent', 'broker')`))
    .orderBy(people.role, people.name)
    .limit(1);
  return first?.id ?? null;
}

/** Whom a notice to a person reaches now: the person, or who stands in. */
export async function reachPerson(tx: Tx, { personId }: { personId: string }): Promise<{ id: string; name: string; email: string } | null> {
  const of = async (id: string) =>
    (
      await tx
        .select()
        .from(people)
        .where(and(eq(people.brokerageId, tx.brokerageId), eq(people.id, id)))
    )[0];
  const person = await of(personId);
  const reached = person?.disabledAt && person.standInId ? await of(person.standInId) : person;
  return reached && !reached.disabledAt ? { id: reached.id, name: reached.name, email: reached.email } : null;
}
