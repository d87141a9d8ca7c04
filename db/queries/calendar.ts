import { and, asc, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { type CalendarEntry, type CalendarOf, keyDateEntry, visitEntry } from '../../domain/closing/calendar.ts';
import type { Tx } from '../client.ts';
import { goesOnAfterClosing } from '../deadline-rows.ts';
import { brokerages, contracts, deadlines, deals, leads, showings } from '../schema/index.ts';

/** More than a calendar program reads with; the nearest are kept. */
const most = 5000;
const monthMs = 30 * 86_400_000;
const place = { dealNo: deals.dealNo, line: leads.line, city: leads.city };
const leadOfDeal = and(eq(leads.brokerageId, deals.brokerageId), eq(leads.id, deals.leadId));

/**
 * The key dates of all open files that are to come or were missed in the last month, with what is due of closed ones after their closing, and the
 * showings: what a calendar shows.
 */
export async function listCalendar(tx: Tx, { what, now }: { what: CalendarOf; now: Date }): Promise<CalendarEntry[]> {
  const [brokerage] = await tx.select({ slug: brokerages.slug }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const since = new Date(now.getTime() - monthMs);
  const dates = await keyDates(tx, what, since);
  const visits = what === 'closings' ? [] : await scheduled(tx, since);
  return [...dates.map((row) => keyDateEntry(brokerage!.slug, row)), ...visits.map((row) => visitEntry(brokerage!.slug, row))];
}

const keyDates = (tx: Tx, what: CalendarOf, since: Date) =>
  tx
    .select({
      ...place,
      ...{ clock: deadlines.clock, title: deadlines.title, actor: deadlines.actor, status: deadlines.status, date: deadlines.date },
      ...{ localTime: deadlines.localTime, dueAt: deadlines.dueAt, movedAt: deadlines.movedAt, zone: contracts.zone },
    })
    .from(deadlines)
    .innerJoin(deals, and(eq(deals.brokerageId, deadlines.brokerageId), eq(deals.id, deadlines.dealId)))
    .innerJoin(leads, leadOfDeal)
    .innerJoin(contracts, and(eq(contracts.brokerageId, deadlines.brokerageId), eq(contracts.id, deadlines.contractId)))
    .where(
      and(
        ...[eq(deadlines.brokerageId, tx.brokerageId), inArray(deadlines.status, ['pending', 'breached']), isNotNull(deadlines.date)],
        ...[gte(deadlines.dueAt, since), what === 'closings' ? eq(deadlines.evidence, 'Closing.Completed') : undefined],
        // What was missed under a contract that fell through is nobody's date any more, and would bear the name of the next one's.
        inArray(contracts.status, ['in-force', 'closed']),
        or(isNull(deals.closedAt), and(eq(deals.stage, 'closed'), goesOnAfterClosing)),
      ),
    )
    .orderBy(asc(deadlines.dueAt), asc(deals.dealNo), asc(deadlines.clock))
    .limit(most);

const scheduled = (tx: Tx, since: Date) =>
  tx
    .select({ ...place, showingNo: showings.showingNo, at: showings.at, changedAt: showings.changedAt })
    .from(showings)
    .innerJoin(deals, and(eq(deals.brokerageId, showings.brokerageId), eq(deals.id, showings.dealId)))
    .innerJoin(leads, leadOfDeal)
    .where(and(eq(showings.brokerageId, tx.brokerageId), eq(showings.status, 'scheduled'), gte(showings.at, since)))
    .orderBy(asc(showings.at), asc(deals.dealNo))
    .limit(most);
