import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { contactPoints, deals, enrolments, inboundMessages, inboundWebhooks, leadContacts, sends } from '../schema/index.ts';

export async function findWebhook(tx: Tx, { webhookId }: { webhookId: string }): Promise<{ id: string; provider: string; payload: unknown } | undefined> {
  const [row] = await tx
    .select({ id: inboundWebhooks.id, provider: inboundWebhooks.provider, payload: inboundWebhooks.payload })
    .from(inboundWebhooks)
    .where(and(eq(inboundWebhooks.brokerageId, tx.brokerageId), eq(inboundWebhooks.id, webhookId)));
  return row;
}

export type Inbound = { channel: 'text' | 'email'; fromAddress: string; contactId: string | null; body: string; class: string; webhookId: string };

/** Keeps what a seller wrote; answers its id. */
export async function saveInbound({ tx, now }: Change, inbound: Inbound): Promise<string> {
  const [row] = await tx
    .insert(inboundMessages)
    .values({ ...inbound, brokerageId: tx.brokerageId, receivedAt: now })
    .returning({ id: inboundMessages.id });
  return row!.id;
}

/** What sellers wrote, newest first. */
export async function listInbound(tx: Tx, { contactIds, limit }: { contactIds?: string[] | undefined; limit: number }) {
  return tx
    .select()
    .from(inboundMessages)
    .where(and(eq(inboundMessages.brokerageId, tx.brokerageId), contactIds ? inArray(inboundMessages.contactId, contactIds) : undefined))
    .orderBy(desc(inboundMessages.receivedAt), desc(inboundMessages.id))
    .limit(limit);
}

/** The last messages of ours to an address, newest first. */
export async function sendsTo(tx: Tx, { address, statuses, limit }: { address: string; statuses?: string[] | undefined; limit: number }) {
  return tx
    .select()
    .from(sends)
    .where(
      and(eq(sends.brokerageId, tx.brokerageId), eq(sends.address, address), isNull(sends.personId), statuses ? inArray(sends.status, statuses) : undefined),
    )
    .orderBy(desc(sends.claimedAt), desc(sends.id))
    .limit(limit);
}

/** The leads a word from these people concerns: those followed up or dealt with now, else the one last written to about. Sorted, so that locks are taken in one order. */
export async function leadsConcerned(
  tx: Tx,
  { contactIds, lastLeadId }: { contactIds: string[]; lastLeadId: string | null },
): Promise<{ leadId: string; dealId: string | null }[]> {
  const owned = contactIds.length
    ? await tx
        .selectDistinct({ leadId: leadContacts.leadId })
        .from(leadContacts)
        .where(and(eq(leadContacts.brokerageId, tx.brokerageId), inArray(leadContacts.contactId, contactIds)))
    : [];
  const all = [...new Set([...owned.map(({ leadId }) => leadId), ...(lastLeadId ? [lastLeadId] : [])])].sort();
  if (all.length === 0) return [];
  const openDeals = await tx
    .select({ leadId: deals.leadId, dealId: deals.id })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), inArray(deals.leadId, all), isNull(deals.closedAt)))
    .orderBy(deals.dealNo);
  const openEnrolments = await tx
    .select({ leadId: enrolments.leadId, dealId: enrolments.dealId })
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), inArray(enrolments.leadId, all), eq(enrolments.status, 'open')));
  const active = all.filter((leadId) => leadId === lastLeadId || [...openDeals, ...openEnrolments].some((one) => one.leadId === leadId));
  const concerned = active.length > 0 ? active : all.slice(0, 1);
  return concerned.map((leadId) => ({
    leadId,
    dealId: openEnrolments.find((one) => one.leadId === leadId && one.dealId)?.dealId ?? openDeals.find((one) => one.leadId === leadId)?.dealId ?? null,
  }));
}

/** Every phone of these contacts. */
export async function phonesOf(tx: Tx, { contactIds }: { contactIds: string[] }): Promise<string[]> {
  if (contactIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ value: contactPoints.value })
    .from(contactPoints)
    .where(and(eq(contactPoints.brokerageId, tx.brokerageId), inArray(contactPoints.contactId, contactIds), eq(contactPoints.kind, 'phone')));
  return rows.map(({ value }) => value).sort();
}
