import type { Sql } from 'postgres';
import { listingWords } from '../../../domain/closing/listing-timeline.ts';
import { isMilestone, milestones } from '../../../domain/closing/milestones.ts';
import { happeningKinds, happeningOf, happeningWords, type LoggedEvent, oneOf } from '../../../domain/events/happenings.ts';

/** What happened on one day of business time: how often each thing. */
export type Day = { date: string; happened: Record<string, number> /** Of one deal: each thing in words. */; told?: string[] };

type Row = LoggedEvent & { at: Date | string; payload: unknown /** What a person called a deadline of their own. */; title: string | null };

/** Collects what the log says, day by day, of one deal or of all. */
export function createReport(relay: Sql, { dealId, from, zone }: { dealId: string | null; from: number; zone: string }) {
  const days = new Map<string, Day>();
  const dateOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  let position = from;
  return {
    dateOf: (instant: Date): string => dateOf.format(instant),
    /** Reads what was added to the log since the last look. */
    async read(): Promise<void> {
      const rows = await relay<(Row & { position: string; deal: string | null })[]>`
        select position, type, occurred_at as at, payload, payload ->> 'channel' as channel, payload #>> '{status,next}' as status, payload ->> 'step' as step, coalesce(payload ->> 'dealId', case when subject_kind = 'deal' then subject_id::text end) as deal,
          (select d.title from deadlines d where d.id = (payload ->> 'deadlineId')::uuid and d.clock like 'own-%') as title
        from events where position > ${position} order by position`;
      for (const row of rows) {
        position = Number(row.position);
        const kind = happeningOf(row);
        if (!kind || (dealId && row.deal !== dealId)) continue;
        const date = dateOf.format(new Date(row.at));
        const day = days.get(date) ?? { date, happened: {} };
        day.happened[kind] = (day.happened[kind] ?? 0) + 1;
        if (dealId) day.told = [...(day.told ?? []), thingWords(kind, row)];
        days.set(date, day);
      }
    },
    /** Days before `date`, oldest first; they are handed out once. */
    takeBefore(date: string): Day[] {
      const over = [...days.values()].filter((day) => day.date < date).sort((a, b) => a.date.localeCompare(b.date));
      for (const day of over) days.delete(day.date);
      return over;
    },
  };
}

/** One thing in the words of its kind, with what it is about: "reminder (option, 24 h ahead)". */
function thingWords(kind: string, { type, payload, title }: Row): string {
  if (isMilestone(type)) return milestones[type].title.toLowerCase();
  const listing = listingWords(type, payload);
  if (listing) return listing;
  const { clock, hours, role, day, amendmentNo, step, kind: what } = payload as Record<string, string | number | undefined> & { day?: { next: string | null } };
  if (type === 'Task.Opened') return `task for the ${role}: ${String(what).replaceAll('-', ' ')}`;
  const about = [
    title ?? (clock && String(clock).replaceAll('-', ' ')),
    hours && `${hours} h ahead`,
    role && `to the ${role}`,
    day && `to ${day.next ?? 'no date'}`,
    amendmentNo && `no. ${amendmentNo}`,
    typeof what === 'string' && what,
    step,
  ]
    .filter(Boolean)
    .join(', ');
  return `${oneOf(kind)}${about ? ` (${about})` : ''}`;
}

/** One line a day: "Thu 2026-11-26 · 25 deals opened, 3 replies". */
export function dayLine({ date, happened, told }: Day): string {
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  if (told) return `${weekday} ${date} · ${told.join(', ')}`;
  const said = happeningKinds.flatMap((kind) => (happened[kind] ? [happeningWords(kind, happened[kind])] : []));
  return `${weekday} ${date} · ${said.join(', ') || 'nothing'}`;
}
