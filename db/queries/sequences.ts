import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import { checkSequence } from '../../domain/outreach/check.ts';
import type { CompiledTemplate } from '../../domain/outreach/templates.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { enrolments, sequences, templates } from '../schema/index.ts';

export type Sequence = typeof sequences.$inferSelect;
export type Template = typeof templates.$inferSelect;

/** One version of a sequence, the newest unless named. */
export async function findSequence(tx: Tx, { slug, version }: { slug: string; version?: number | undefined }): Promise<Sequence | undefined> {
  const [row] = await tx
    .select()
    .from(sequences)
    .where(and(eq(sequences.brokerageId, tx.brokerageId), eq(sequences.slug, slug), version ? eq(sequences.version, version) : undefined))
    .orderBy(desc(sequences.version))
    .limit(1);
  return row;
}

/** The newest version of each, with how many are in it now. */
export async function listSequences(tx: Tx, _params: Record<string, never>) {
  const newest = tx
    .selectDistinctOn([sequences.slug])
    .from(sequences)
    .where(eq(sequences.brokerageId, tx.brokerageId))
    .orderBy(sequences.slug, desc(sequences.version))
    .as('newest');
  return tx
    .select({
      slug: newest.slug,
      version: newest.version,
      name: newest.name,
      publishedAt: newest.publishedAt,
      open: sql<number>`(select count(*)::int from ${enrolments} where ${enrolments.brokerageId} = ${tx.brokerageId} and ${enrolments.sequenceSlug} = ${newest.slug} and ${enrolments.status} = 'open')`,
    })
    .from(newest)
    .orderBy(newest.slug);
}

/** Saves the next version of a sequence; a definition equal to the newest one changes nothing. All faults are reported at once. */
export async function publishSequence(
  { tx, now, event }: Change,
  { slug, name, definition, by }: { slug: string; name: string; definition: unknown; by: string },
): Promise<{ sequence: Sequence; created: boolean }> {
  const known = Object.fromEntries((await publishedTemplates(tx, {})).map((template) => [template.slug, template]));
  const checked = checkSequence(definition, { templates: known });
  if (!checked.ok)
    throw new DomainError('sequence-faults', `The sequence has ${checked.faults.length} fault${checked.faults.length === 1 ? '' : 's'}`, {
      nextStep: 'Mend the steps named in "faults" and save it again',
      details: { faults: checked.faults },
    });
  const newest = await findSequence(tx, { slug });
  if (newest && newest.name === name && (await sameJson(tx, newest.definition, checked.definition))) return { sequence: newest, created: false };
  const version = (newest?.version ?? 0) + 1;
  const [row] = await tx
    .insert(sequences)
    .values({ brokerageId: tx.brokerageId, slug, version, name, definition: checked.definition, publishedAt: now, publishedBy: by })
    .returning();
  await event('Sequence.Published', { sequence: slug, version: { prior: newest?.version ?? null, next: version } }, { kind: 'brokerage', id: tx.brokerageId });
  return { sequence: row!, created: true };
}

async function sameJson(tx: Tx, a: unknown, b: unknown): Promise<boolean> {
  const [row] = await tx.execute<{ same: boolean }>(sql`select ${JSON.stringify(a)}::jsonb = ${JSON.stringify(b)}::jsonb as same`);
  return row!.same;
}

/** The newest version of each published template (of those named). */
export async function publishedTemplates(
  tx: Tx,
  { slugs }: { slugs?: string[] | undefined },
): Promise<{ slug: string; version: number; channel: string; subject: string | null; publishedAt: Date }[]> {
  if (slugs?.length === 0) return [];
  return tx
    .selectDistinctOn([templates.slug], {
      slug: templates.slug,
      version: templates.version,
      channel: templates.channel,
      subject: templates.subject,
      publishedAt: templates.publishedAt,
    })
    .from(templates)
    .where(and(eq(templates.brokerageId, tx.brokerageId), slugs ? inArray(templates.slug, slugs) : undefined))
    .orderBy(templates.slug, desc(templates.version));
}

/** One version of a template, the newest unless named. */
export async function findTemplate(tx: Tx, { slug, version }: { slug: string; version?: number | undefined }): Promise<Template | undefined> {
  const [row] = await tx
    .select()
    .from(templates)
    .where(and(eq(templates.brokerageId, tx.brokerageId), eq(templates.slug, slug), version ? eq(templates.version, version) : undefined))
    .orderBy(desc(templates.version))
    .limit(1);
  return row;
}

/** Saves the next version of a compiled template; the same source as the newest changes nothing. */
export async function publishTemplate(
  { tx, now, event }: Change,
  { template, by }: { template: CompiledTemplate; by: string },
): Promise<{ template: Template; created: boolean }> {
  const newest = await findTemplate(tx, { slug: template.slug });
  if (newest && newest.channel !== template.channel)
    throw new DomainError('template-channel', `Template "${template.slug}" is for ${newest.channel}`, { nextStep: 'Give the new one another name' });
  if (newest && newest.source === template.source && newest.subject === template.subject) return { template: newest, created: false };
  const version = (newest?.version ?? 0) + 1;
  const [row] = await tx
    .insert(templates)
    .values({ brokerageId: tx.brokerageId, ...template, version, publishedAt: now, publishedBy: by })
    .returning();
  await event(
    'Template.Published',
    { template: template.slug, channel: template.channel, version: { prior: newest?.version ?? null, next: version } },
    { kind: 'brokerage', id: tx.brokerageId },
  );
  return { template: row!, created: true };
}
