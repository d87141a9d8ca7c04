import { and, asc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { healthOf } from '../../domain/compliance/health.ts';
import type { Tx } from '../client.ts';
import { businessNow } from '../clock.ts';
import { events } from '../schema/index.ts';
import { dealSettings } from './closing.ts';
import { lastContract } from './contracts.ts';
import { countDeadlines, listDeadlines } from './deadlines.ts';
import { listDealFacts } from './deal-facts.ts';
import { closingGate } from './file-gate.ts';

/** Everything the log says about a deal, in order of commit, with the clock and zone to read it by. */
export async function readFileEvents(tx: Tx, { dealId }: { dealId: string }) {
  const contract = await lastContract(tx, { dealId });
  const rows = await tx
    .select({ type: events.type, occurredAt: events.occurredAt, payload: events.payload })
    .from(events)
    .where(and(eq(events.brokerageId, tx.brokerageId), eq(events.subjectKind, 'deal'), eq(events.subjectId, dealId)))
    .orderBy(asc(events.seq));
  const zone = contract?.zone ?? (await dealSettings(tx, {})).zone;
  return { contract: contract !== undefined, zone, now: await businessNow(tx), events: rows };
}

/** Types of committed facts that a run has not taken in: not numbered yet, or past the position it has reached. */
export async function factsNotTakenIn(tx: Tx, { dealId, position, types }: { dealId: string; position: number; types: readonly string[] }): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ type: events.type })
    .from(events)
    .where(
      and(
        eq(events.brokerageId, tx.brokerageId),
        eq(events.subjectKind, 'deal'),
        eq(events.subjectId, dealId),
        inArray(events.type, [...types]),
        or(isNull(events.position), gt(events.position, position)),
      ),
    );
  return rows.map(({ type }) => type).sort();
}

/** How the file stands, from its rows. */
export async function readHealth(tx: Tx, { dealId }: { dealId: string }) {
  const [rows, gate, facts, counts] = [
    await listDeadlines(tx, { dealId }),
    await closingGate(tx, { dealId }),
    await listDealFacts(tx, { dealId }),
    await countDeadlines(tx, { dealId }),
  ];
  const clocks = rows.map(({ clock, title, actor, status, dueAt, flaggedAt, evidence, answer }) => ({
    ...{ clock, title, actor, status, evidence, dueAt: dueAt?.toISOString() ?? null, flagged: flaggedAt !== null },
    problem: (answer as { problem?: string | null }).problem ?? null,
  }));
  const nextDueAt = counts.nextDueAt ? new Date(counts.nextDueAt).toISOString() : null;
  return { ...healthOf({ clocks, ...gate, closed: facts.some(({ fact }) => fact === 'Closing.Completed') }), nextDueAt, open: counts.open };
}
