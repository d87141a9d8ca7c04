import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { itemState } from '../../domain/closing/documents.ts';
import { isOfEarlierContract } from '../../domain/compliance/checklists/belongs.ts';
import { type ChecklistPlan, planItems } from '../../domain/compliance/checklists/items.ts';
import type { DocumentStatus } from '../../domain/compliance/checklists/required.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Tx } from '../client.ts';
import type { Change } from '../events.ts';
import { checklistItems, complianceMarks, deals } from '../schema/index.ts';
import type { Deal } from './closing.ts';
import { contractNoOf } from './contracts.ts';
import { dealLaw } from './deal-law.ts';
import { listDocuments } from './documents.ts';

export type ChecklistRow = typeof checklistItems.$inferSelect;
/** `contractNo`: decided under that contract. */
export type Override = { by: string; reason: string; at: string; contractNo?: number };

export function listChecklist(tx: Tx, { dealId }: { dealId: string }): Promise<ChecklistRow[]> {
  return tx
    .select()
    .from(checklistItems)
    .where(and(eq(checklistItems.brokerageId, tx.brokerageId), eq(checklistItems.dealId, dealId)))
    .orderBy(asc(checklistItems.document));
}

/** What the rules of today make of a deal's checklist, without writing it. */
export async function planChecklist(tx: Tx, { dealId, at }: { dealId: string; at: Date }): Promise<ChecklistPlan & { deal: Deal }> {
  const { deal, checklist, facts } = await dealLaw(tx, { dealId, at });
  const rows = await listChecklist(tx, { dealId });
  return {
    ...planItems(
      rows.map((row) => ({ ...row, status: row.status as DocumentStatus })),
      checklist,
      facts,
    ),
    deal,
  };
}

/** Computes a deal's checklist anew and writes it, with the position of the event it was done for. A deal that has ended keeps the list it ended with. */
export async function refreshChecklist(change: Change, { dealId, position }: { dealId: string; position: number }): Promise<void> {
  const { tx, now, event } = change;
  const { deal, items, added, removed, changed } = await planChecklist(tx, { dealId, at: now });
  if (!deal.closedAt) {
    await writeItems(tx, { dealId, items, at: now });
    const gone = removed.filter((document) => !items.some((item) => item.document === document));
    if (gone.length > 0)
      await tx
        .update(checklistItems)
        .set({ status: 'not-required', why: { decidedBy: { text: 'the rules no longer name it' } }, changedAt: now })
        .where(and(eq(checklistItems.brokerageId, tx.brokerageId), eq(checklistItems.dealId, dealId), inArray(checklistItems.document, gone)));
    // What people had taken for it before the law asked for it, and what spoke of a contract that has ended.
    await syncItems(change, { deal });
  }
  const mark = { position, at: now };
  await tx
    .insert(complianceMarks)
    .values({ brokerageId: tx.brokerageId, dealId, ...mark })
    // A replay from the beginning does not make a deal look behind.
    .onConflictDoUpdate({
      target: [complianceMarks.brokerageId, complianceMarks.dealId],
      set: mark,
      setWhere: sql`${complianceMarks.position} < excluded.position`,
    });
  const about = { dealId, dealNo: deal.dealNo };
  if (deal.closedAt) return;
  if (added.length + removed.length + changed.length > 0) await event('Checklist.Changed', { ...about, added, removed, changed });
  else if (deal.stage === 'closing') await event('Checklist.Confirmed', { ...about, position });
}

/** All items at once; what stays the same is left alone, with its date. */
async function writeItems(tx: Tx, { dealId, items, at }: { dealId: string; items: ChecklistPlan['items']; at: Date }): Promise<void> {
  if (items.length === 0) return;
  const written = ['jurisdiction', 'title', 'status', 'why', 'formVersion', 'due', 'dueOn', 'consequence', 'setVersion', 'changedAt'] as const;
  const incoming = (name: (typeof written)[number]) => sql.raw(`excluded.${checklistItems[name].name}`);
  await tx
    .insert(checklistItems)
    .values(items.map((item) => ({ brokerageId: tx.brokerageId, dealId, ...item, changedAt: at })))
    .onConflictDoUpdate({
      target: [checklistItems.brokerageId, checklistItems.dealId, checklistItems.document],
      set: Object.fromEntries(written.map((name) => [name, incoming(name)])),
      setWhere: sql`(${checklistItems.status}, ${checklistItems.why}, ${checklistItems.formVersion}, ${checklistItems.dueOn}, ${checklistItems.setVersion})
        is distinct from (excluded.status, excluded.why, excluded.form_version, excluded.due_on, excluded.set_version)`,
    });
}

/** Brings one item, or all, to where the documents of its kind stand; a document nobody asks for moves nothing. */
export async function syncItems(change: Change, { deal, document }: { deal: Pick<Deal, 'id' | 'dealNo'>; document?: string | undefined }): Promise<void> {
  const { tx, now, event } = change;
  const about = { dealId: deal.id, dealNo: deal.dealNo };
  const items = (await listChecklist(tx, { dealId: deal.id })).filter((item) => document === undefined || item.document === document);
  if (items.length === 0) return;
  const standing = (await listDocuments(tx, { dealId: deal.id, kind: document })).filter(({ ofEarlierContract }) => !ofEarlierContract);
  const contractNo = await contractNoOf(tx, { dealId: deal.id });
  for (const item of items) {
    const best = itemState(standing.filter(({ kind }) => kind === item.document));
    const documentId = best.document?.id ?? null;
    const overridden = item.overridden as Override | null;
    const lapsed = overridden !== null && isOfEarlierContract({ kind: item.document, contractNo: overridden.contractNo ?? 1 }, contractNo);
    if (item.state === best.state && item.documentId === documentId && !lapsed) continue;
    await tx
      .update(checklistItems)
      .set({ state: best.state, documentId, changedAt: now, ...(lapsed ? { overridden: null } : {}) })
      .where(itemOf(tx, deal.id, item.document));
    if (lapsed) await event('Checklist.Overridden', { ...about, document: item.document, overridden: { prior: true, next: false }, by: 'rule' });
    if (item.state !== best.state || item.documentId !== documentId)
      await event('Checklist.ItemMoved', { ...about, document: item.document, documentId, state: { prior: item.state, next: best.state } });
  }
}

const itemOf = (tx: Tx, dealId: string, document: string) =>
  and(eq(checklistItems.brokerageId, tx.brokerageId), eq(checklistItems.dealId, dealId), eq(checklistItems.document, document));

/** The broker goes on without a document, with a reason that is kept; null takes that back. */
export async function overrideItem(
  { tx, now, event }: Change,
  { deal, document, reason, by }: { deal: Pick<Deal, 'id' | 'dealNo'>; document: string; reason: string | null; by: string },
): Promise<ChecklistRow> {
  const where = itemOf(tx, deal.id, document);
  const [item] = await tx.select().from(checklistItems).where(where);
  if (!item)
    throw new DomainError('no-such-item', `The checklist of deal ${deal.dealNo} has no document ${document}.`, {
      nextStep: `Read GET /v1/deals/${deal.dealNo}/checklist and take one of its documents.`,
    });
  if (reason !== null && item.status !== 'required')
    throw new DomainError('not-required', `${document} is ${item.status}: it holds nothing up.`, { nextStep: 'Nothing is left to override.' });
  const before = item.overridden as Override | null;
  if ((before === null && reason === null) || before?.reason === reason) return item;
  const overridden: Override | null = reason === null ? null : { by, reason, at: now.toISOString(), contractNo: await contractNoOf(tx, { dealId: deal.id }) };
  const [row] = await tx.update(checklistItems).set({ overridden, changedAt: now }).where(where).returning();
  const flags = { prior: before !== null, next: overridden !== null };
  await event('Checklist.Overridden', { dealId: deal.id, dealNo: deal.dealNo, document, overridden: flags, by });
  return row!;
}

export type Reevaluation = { dealId: string; dealNo: number; added: string[]; removed: string[]; changed: string[] };

/** Which open deals the law data of today would change, by number. */
export async function previewReevaluation(tx: Tx, { at, limit }: { at: Date; limit: number }): Promise<Reevaluation[]> {
  const open = await tx
    .selectDistinct({ dealId: deals.id, dealNo: deals.dealNo })
    .from(deals)
    .innerJoin(checklistItems, and(eq(checklistItems.brokerageId, deals.brokerageId), eq(checklistItems.dealId, deals.id)))
    .where(and(eq(deals.brokerageId, tx.brokerageId), isNull(deals.closedAt)))
    .orderBy(deals.dealNo)
    .limit(limit);
  const found: Reevaluation[] = [];
  for (const { dealId, dealNo } of open) {
    const { added, removed, changed } = await planChecklist(tx, { dealId, at });
    if (added.length + removed.length + changed.length > 0) found.push({ dealId, dealNo, added, removed, changed });
  }
  return found;
}

/** Asks the state's consumer to look at these deals anew. */
export async function askReevaluation({ event }: Change, { asked }: { asked: { dealId: string; dealNo: number }[] }): Promise<void> {
  for (const { dealId, dealNo } of asked) await event('Checklist.ReevaluationAsked', { dealId, dealNo }, { kind: 'deal', id: dealId });
}
