import { and, desc, eq } from 'drizzle-orm';
import { parseTemplate } from '../../domain/offers/templates.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { offerTemplates } from '../schema/index.ts';

export type OfferTemplate = typeof offerTemplates.$inferSelect;

export async function newestOfferTemplate(tx: Tx, { slug }: { slug: string }): Promise<OfferTemplate | undefined> {
  const [row] = await tx
    .select()
    .from(offerTemplates)
    .where(and(eq(offerTemplates.brokerageId, tx.brokerageId), eq(offerTemplates.slug, slug)))
    .orderBy(desc(offerTemplates.version))
    .limit(1);
  return row;
}

export async function findOfferTemplate(tx: Tx, { slug, version }: { slug: string; version: number }): Promise<OfferTemplate | undefined> {
  const [row] = await tx
    .select()
    .from(offerTemplates)
    .where(and(eq(offerTemplates.brokerageId, tx.brokerageId), eq(offerTemplates.slug, slug), eq(offerTemplates.version, version)));
  return row;
}

/** The newest version of each letter. */
export function listOfferTemplates(tx: Tx): Promise<OfferTemplate[]> {
  return tx
    .selectDistinctOn([offerTemplates.slug])
    .from(offerTemplates)
    .where(eq(offerTemplates.brokerageId, tx.brokerageId))
    .orderBy(offerTemplates.slug, desc(offerTemplates.version));
}

/** Publishes the next version of a letter; the same letter again is the version that is there. Refuses with all faults at once. */
export async function publishOfferTemplate(
  change: Change,
  { slug, definition, by }: { slug: string; definition: unknown; by: string },
): Promise<OfferTemplate> {
  const { tx, now } = change;
  const parsed = parseTemplate(definition);
  const newest = await newestOfferTemplate(tx, { slug });
  if (newest && JSON.stringify(parseTemplate(newest.definition)) === JSON.stringify(parsed)) return newest;
  const version = (newest?.version ?? 0) + 1;
  const [row] = await tx
    .insert(offerTemplates)
    .values({ brokerageId: tx.brokerageId, slug, version, definition: parsed, publishedAt: now, publishedBy: by })
    .returning();
  await change.event(
    'OfferTemplate.Published',
    { slug, version: { prior: newest?.version ?? null, next: version } },
    { kind: 'brokerage', id: tx.brokerageId },
  );
  return row!;
}
