import { and, eq } from 'drizzle-orm';
import { closedOn, type FileClock, isOverByClosing, readableClocks, showsDone, whyGone } from '../../domain/compliance/file.ts';
import { termsOf } from '../contract-terms.ts';
import { type ByHand, byRule, type Cause, contingencyOf, type DeadlineRow, isNotApplicable, livesOnOf } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import { deadlines } from '../schema/index.ts';
import { type Deal, dealSettings } from './closing.ts';
import { standingFile } from './contracts.ts';
import { moveDeadline, openDeadline } from './deadlines.move.ts';
import { settleDeadline } from './deadlines.settle.ts';
import { clockOf, listDeadlines } from './deadlines.ts';
import { type DealFact, factsOfContract } from './deal-facts.ts';
import { fileContext } from './file-context.ts';

/** Computes every clock of a contract anew and writes what changed, with the cause. Facts that show a duty done settle it. */
export async function recomputeDeadlines(change: Change, { dealId, cause }: { dealId: string; cause: Cause }): Promise<DeadlineRow[]> {
  const { tx } = change;
  const { deal, contract } = await standingFile(tx, { dealId });
  const [facts, rows] = [await factsOfContract(tx, { dealId }), await listDeadlines(tx, { dealId })];
  const byClock = new Map(rows.filter((row) => row.contractId === contract.id).map((row) => [row.clock, row]));
  // What ended because it no longer applied is not asked for again while the rules cannot be read.
  const known = [...byClock.values()].filter((row) => !isNotApplicable(row)).map(clockIn);
  const terms = termsOf(contract);
  const context = await fileContext(tx, { dealId, contractId: contract.id, at: change.now });
  const clocks = readableClocks(terms, facts, known, context);
  const { slug } = await dealSettings(tx, {});
  const closed = closedOn(facts);
  for (const clock of clocks) {
    const row = byClock.get(clock.clock);
    byClock.delete(clock.clock);
    const over = isOverByClosing(closed, clock);
    if (!row && over) continue;
    const current = !row
      ? await openDeadline(change, { deal, contract, clock, slug })
      : over
        ? row
        : await moveDeadline(change, { deal, contract, row, clock, cause });
    await settleByFacts(change, { deal, clock, row: current, facts, closed: over ? closed : null });
  }
  for (const gone of byClock.values())
    if (endsWithItsRule.includes(gone.status))
      await settleDeadline(change, { deal, row: gone, status: 'terminated', reason: whyGone(gone.clock, terms, facts, context), proof: null, by: byRule });
  return listDeadlines(tx, { dealId });
}

/** What its row has of a clock. */
const clockIn = (row: DeadlineRow): Omit<FileClock, 'deadline' | 'waitsFor' | 'problem'> => ({
  ...{ clock: row.clock, title: row.title, actor: row.actor as FileClock['actor'], evidence: row.evidence, watched: row.watched, lapses: row.lapses },
  ...{ contingency: contingencyOf(row), livesOn: livesOnOf(row) },
});

/** Its evidence settles a clock; the closing, where it has left it without a point (`closed`), ends it. */
async function settleByFacts(
  change: Change,
  { deal, clock, row, facts, closed }: { deal: Deal; clock: FileClock; row: DeadlineRow; facts: readonly DealFact[]; closed: string | null },
): Promise<void> {
  const fact = facts.find((entry) => showsDone(entry, clock));
  if (fact && settles(fact, row, change.now)) {
    const reason = `${clock.evidence} on ${fact.effectiveOn}`;
    await settleDeadline(change, { deal, row, status: 'satisfied', reason, proof: fact.id, by: fact.recordedBy });
  } else if (closed !== null && endsWithClosing(row, closed, change.now))
    await settleDeadline(change, { deal, row, status: 'terminated', reason: `the closing took place on ${closed}`, proof: null, by: byRule });
}

/** Sets a date by hand, or with null gives the clock back to its rule. The rule's own answer stays beside it. */
export async function setDateByHand(
  change: Change,
  { dealId, clock, byHand, cause }: { dealId: string; clock: string; byHand: ByHand | null; cause: Cause },
): Promise<DeadlineRow> {
  const row = await clockOf(change.tx, { dealId, clock });
  await change.tx
    .update(deadlines)
    .set({ byHand })
    .where(and(eq(deadlines.brokerageId, change.tx.brokerageId), eq(deadlines.id, row.id)));
  const rows = await recomputeDeadlines(change, { dealId, cause });
  return rows.find(({ id }) => id === row.id)!;
}

/**
 * What ends when its rule does not apply any more: what runs, and what its rule alone had come to, since a duty that is none was not missed and a right
 * that is none has not lapsed. What was done was done, and what a person decided stays.
 */
const endsWithItsRule: readonly string[] = ['pending', 'tolled', 'breached', 'lapsed'];

/** What was due before the closing and is over is missed, whatever came later; what was only due after it is not, although nobody knew. */
function endsWithClosing({ status, date, dueAt, watched }: DeadlineRow, closed: string, now: Date): boolean {
  const before = date !== null && date <= closed;
  if (status === 'breached') return !before;
  return status === 'tolled' || (status === 'pending' && !(before && watched && dueAt !== null && dueAt <= now));
}

/** What was missed stays missed by evidence that is later than its date, also while its watcher has not yet written that down; only a person can waive it. */
function settles({ effectiveOn }: DealFact, row: DeadlineRow, now: Date): boolean {
  const { status, date, dueAt, watched } = row;
  const late = date !== null && effectiveOn > date;
  if (status === 'pending') return !(late && watched && dueAt !== null && dueAt <= now);
  return status === 'tolled' || (status === 'breached' && date !== null && !late) || (isNotApplicable(row) && !late);
}
