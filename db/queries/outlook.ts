import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { enrolments, settings } from '../schema/index.ts';
import { type LoadedEnrolment, loadEnrolment } from './outreach-facts.ts';

/** Since when sending is stopped; null while it goes on. For showing: what is sent asks for itself. */
export async function stoppedSince(tx: Tx, _params: Record<string, never>): Promise<Date | null> {
  const [row] = await tx.select({ at: settings.sendingStoppedAt }).from(settings).where(eq(settings.brokerageId, tx.brokerageId));
  return row?.at ?? null;
}

/** The follow-ups of a lead with all that says where they stand, those that go on first, then the newest. */
export async function followUpsOf(tx: Tx, { leadId, limit }: { leadId: string; limit: number }): Promise<LoadedEnrolment[]> {
  const rows = await tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(and(eq(enrolments.brokerageId, tx.brokerageId), eq(enrolments.leadId, leadId)))
    .orderBy(sql`${enrolments.status} <> 'open'`, desc(enrolments.openedAt), desc(enrolments.id))
    .limit(limit);
  const loaded: LoadedEnrolment[] = [];
  for (const { id } of rows) loaded.push((await loadEnrolment(tx, { enrolmentId: id }))!);
  return loaded;
}
