import { and, asc, eq, or } from 'drizzle-orm';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import { people, savedViews } from '../schema/index.ts';

export type SavedView = typeof savedViews.$inferSelect & { owner: string | null };
type Words = { name: string; screen: string; filters: Record<string, unknown>; shared: boolean };

const viewsOf = (tx: Tx) =>
  tx
    .select({ view: savedViews, owner: people.name })
    .from(savedViews)
    .leftJoin(people, and(eq(people.brokerageId, savedViews.brokerageId), eq(people.id, savedViews.ownerId)))
    .$dynamic();
const flat = ({ view, owner }: { view: typeof savedViews.$inferSelect; owner: string | null }): SavedView => ({ ...view, owner });

/** Those a person may use: their own and the shared ones, by name. */
export async function listViews(tx: Tx, { personId, screen }: { personId: string; screen?: string | undefined }): Promise<SavedView[]> {
  const usable = or(eq(savedViews.ownerId, personId), eq(savedViews.shared, true));
  const rows = await viewsOf(tx)
    .where(and(eq(savedViews.brokerageId, tx.brokerageId), usable, screen ? eq(savedViews.screen, screen) : undefined))
    .orderBy(asc(savedViews.screen), asc(savedViews.name), asc(savedViews.id))
    .limit(500);
  return rows.map(flat);
}

/** One that a person may use; somebody else's own is not there for them. */
export async function findView(tx: Tx, { viewId, personId }: { viewId: string; personId: string }): Promise<SavedView | null> {
  const [row] = await viewsOf(tx).where(and(eq(savedViews.brokerageId, tx.brokerageId), eq(savedViews.id, viewId)));
  return row && (row.view.shared || row.view.ownerId === personId) ? flat(row) : null;
}

export async function saveView(tx: Tx, { personId, at, ...words }: Words & { personId: string; at: Date }): Promise<SavedView> {
  const [row] = await tx
    .insert(savedViews)
    .values({ brokerageId: tx.brokerageId, ownerId: personId, ...words, changedAt: at })
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  if (!row) throw nameTaken(words.name);
  return (await findView(tx, { viewId: row.id, personId }))!;
}

export async function changeView(tx: Tx, { view, at, ...words }: Partial<Words> & { view: SavedView; at: Date }): Promise<SavedView> {
  const { ownerId, screen, id } = view;
  const [namesake] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.brokerageId, tx.brokerageId),
        eq(savedViews.ownerId, ownerId),
        eq(savedViews.screen, words.screen ?? screen),
        eq(savedViews.name, words.name ?? view.name),
      ),
    );
  if (namesake && namesake.id !== id) throw nameTaken(words.name ?? view.name);
  await tx
    .update(savedViews)
    .set({ ...words, changedAt: at })
    .where(and(eq(savedViews.brokerageId, tx.brokerageId), eq(savedViews.id, id)));
  return (await findView(tx, { viewId: id, personId: ownerId }))!;
}

export async function removeView(tx: Tx, { viewId }: { viewId: string }): Promise<void> {
  await tx.delete(savedViews).where(and(eq(savedViews.brokerageId, tx.brokerageId), eq(savedViews.id, viewId)));
}

const nameTaken = (name: string) =>
  new DomainError('view-exists', `You have a view named "${name}" on this screen.`, { nextStep: 'Change that one, or choose another name.' });
