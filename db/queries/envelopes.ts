import { and, asc, desc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { brokerages, checklistItems, contacts, deals, documents, envelopeRecipients, envelopes, parties, settings } from '../schema/index.ts';

export type EnvelopeRow = typeof envelopes.$inferSelect;
export type Recipient = typeof envelopeRecipients.$inferSelect & { role: string; name: string };

export async function findEnvelope(tx: Tx, { envelopeId }: { envelopeId: string }): Promise<EnvelopeRow | undefined> {
  const [row] = await tx
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.id, envelopeId)));
  return row;
}

/** By the provider's id, or by our key where the provider's id never reached us. */
export async function findReported(tx: Tx, { providerId, key }: { providerId: string; key: string | null }): Promise<EnvelopeRow | undefined> {
  const rows = await tx
    .select()
    .from(envelopes)
    .where(
      and(
        eq(envelopes.brokerageId, tx.brokerageId),
        or(eq(envelopes.providerId, providerId), key === null ? undefined : and(eq(envelopes.key, key), isNull(envelopes.providerId))),
      ),
    );
  return rows.find((row) => row.providerId === providerId) ?? rows[0];
}

/** Newest first. */
export function envelopesOfDeal(tx: Tx, { dealId }: { dealId: string }): Promise<EnvelopeRow[]> {
  return tx
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.dealId, dealId)))
    .orderBy(desc(envelopes.envelopeNo));
}

/** In the order they sign. */
export function recipientsOf(tx: Tx, { envelopeIds }: { envelopeIds: string[] }): Promise<Recipient[]> {
  return tx
    .select({
      brokerageId: envelopeRecipients.brokerageId,
      envelopeId: envelopeRecipients.envelopeId,
      partyId: envelopeRecipients.partyId,
      recipientNo: envelopeRecipients.recipientNo,
      routingOrder: envelopeRecipients.routingOrder,
      anchor: envelopeRecipients.anchor,
      status: envelopeRecipients.status,
      at: envelopeRecipients.at,
      givenName: envelopeRecipients.givenName,
      givenEmail: envelopeRecipients.givenEmail,
      correction: envelopeRecipients.correction,
      role: parties.role,
      name: contacts.displayName,
    })
    .from(envelopeRecipients)
    .innerJoin(parties, and(eq(parties.brokerageId, envelopeRecipients.brokerageId), eq(parties.id, envelopeRecipients.partyId)))
    .innerJoin(contacts, and(eq(contacts.brokerageId, parties.brokerageId), eq(contacts.id, parties.contactId)))
    .where(and(eq(envelopeRecipients.brokerageId, tx.brokerageId), inArray(envelopeRecipients.envelopeId, envelopeIds)))
    .orderBy(asc(envelopeRecipients.routingOrder), asc(envelopeRecipients.recipientNo));
}

export async function signingSettings(tx: Tx, _params: Record<string, never>): Promise<{ zone: string; slug: string; signatureDays: number }> {
  const [row] = await tx
    .select({ zone: brokerages.zone, slug: brokerages.slug, signatureDays: settings.signatureDays })
    .from(settings)
    .innerJoin(brokerages, eq(brokerages.id, settings.brokerageId))
    .where(eq(settings.brokerageId, tx.brokerageId));
  return row ?? { zone: 'UTC', slug: '', signatureDays: 30 };
}

/** Those the provider may still say something about, for the look that repairs lost webhooks. */
export function awaitedEnvelopes(tx: Tx, _params: Record<string, never>): Promise<EnvelopeRow[]> {
  return tx
    .select()
    .from(envelopes)
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), isNull(envelopes.endedAt), ne(envelopes.status, 'requested')));
}

/** What a deal waits for signatures on, with how many have signed: by the checklist's title of the document, or by its number. */
export async function awaitedSignatures(tx: Tx, { dealId }: { dealId: string }): Promise<{ what: string; signed: number; of: number }[]> {
  return tx
    .select({
      what: sql<string>`coalesce(${checklistItems.title}, 'document ' || ${documents.documentNo})`,
      signed: sql<number>`count(*) filter (where ${envelopeRecipients.status} = 'completed')::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(envelopes)
    .innerJoin(documents, and(eq(documents.brokerageId, envelopes.brokerageId), eq(documents.id, envelopes.documentId)))
    .innerJoin(envelopeRecipients, and(eq(envelopeRecipients.brokerageId, envelopes.brokerageId), eq(envelopeRecipients.envelopeId, envelopes.id)))
    .leftJoin(
      checklistItems,
      and(eq(checklistItems.brokerageId, envelopes.brokerageId), eq(checklistItems.dealId, envelopes.dealId), eq(checklistItems.document, documents.kind)),
    )
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), eq(envelopes.dealId, dealId), inArray(envelopes.status, ['sent', 'delivered'])))
    .groupBy(envelopes.id, checklistItems.title, documents.documentNo)
    .orderBy(envelopes.envelopeNo);
}

/** Open ones of which nothing was heard for a day of machine time, longest silent first; they count as asked from here on. */
export async function takeSilent(tx: Tx, { limit }: { limit: number }): Promise<{ envelopeId: string; providerId: string | null; key: string }[]> {
  const silent = tx
    .select({ id: envelopes.id })
    .from(envelopes)
    .where(
      and(
        eq(envelopes.brokerageId, tx.brokerageId),
        isNull(envelopes.endedAt),
        ne(envelopes.status, 'requested'),
        lt(envelopes.heardAt, sql`clock_timestamp() - interval '1 day'`),
      ),
    )
    .orderBy(envelopes.heardAt)
    .limit(limit);
  return tx
    .update(envelopes)
    .set({ heardAt: sql`clock_timestamp()` })
    .where(and(eq(envelopes.brokerageId, tx.brokerageId), inArray(envelopes.id, silent)))
    .returning({ envelopeId: envelopes.id, providerId: envelopes.providerId, key: envelopes.key });
}

/** The number of the deal an envelope belongs to, whether that is still open, and where it stands. */
export async function dealOfEnvelope(tx: Tx, { dealId }: { dealId: string }): Promise<{ dealNo: number; closed: boolean; stage: string }> {
  const [row] = await tx
    .select({ dealNo: deals.dealNo, closedAt: deals.closedAt, stage: deals.stage })
    .from(deals)
    .where(and(eq(deals.brokerageId, tx.brokerageId), eq(deals.id, dealId)));
  return { dealNo: row?.dealNo ?? 0, closed: row === undefined || row.closedAt !== null, stage: row?.stage ?? 'dead' };
}
