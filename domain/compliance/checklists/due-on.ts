import { countAfter, countBefore, type DayUnit } from '../counting.ts';
import { addMonths, type Day, isoDay, parseDay } from '../days.ts';
import { type CalendarId, holidayCalendar } from '../holidays/calendar.ts';
import type { Anchor, DayKind, Due } from './row.ts';
import type { DealFacts } from './schemas.ts';

/** States whose business days leave out holidays of their own; everywhere else the federal ones. */
const stateCalendars: Partial<Record<string, CalendarId>> = { TX: 'tx-gov-code-662', CA: 'ca-gov-code-6700', WA: 'wa-rcw-1.16.050' };

/** How a document's days are counted. Regulation Z counts without federal holidays on their own date, whatever the state. */
export function dayUnit(kind: DayKind, state: string | null | undefined): DayUnit {
  const business = kind === 'business';
  return {
    kind,
    calendar: holidayCalendar((business && stateCalendars[state ?? '']) || 'us-federal'),
    dates: business ? 'statutory-and-observed' : 'statutory',
    // A creditor that has said nothing else is open from Monday to Friday.
    ...(kind === 'general' && { creditor: { openDays: new Set(['mon', 'tue', 'wed', 'thu', 'fri'] as const), openDates: new Set(), closedDates: new Set() } }),
  };
}

/** The first date a document is due, counted as the deadline rules count; null where it hangs on an event the contract does not date, or on a blank of the form. */
export function dueOn(due: readonly Due[], facts: DealFacts): string | null {
  const days = due.flatMap((one) => dayOf(one, facts) ?? []);
  return days.length > 0 ? isoDay(Math.min(...days)) : null;
}

function dayOf({ anchor, relation, offset }: Due, facts: DealFacts): Day | null {
  const from = anchorDay(anchor, facts);
  if (from === null || relation === 'until') return null;
  if (relation === 'at' || relation === 'before') return from;
  if (!offset || 'blank' in offset) return null;
  const { count, unit } = offset;
  if (unit === 'years') return addMonths(from, relation === 'within' ? 12 * count : -12 * count);
  const counted = dayUnit(unit, facts.propertyState);
  return (relation === 'within' ? countAfter(from, count, counted) : countBefore(from, count, counted)).day;
}

/** Title passes at the closing. Other events have no date in a deal's facts. */
function anchorDay(anchor: Anchor, { contractDate, closingDate }: DealFacts): Day | null {
  const date = anchor === 'contract' ? contractDate : anchor === 'closing' || anchor === 'transfer' ? closingDate : null;
  return date ? parseDay(date) : null;
}
