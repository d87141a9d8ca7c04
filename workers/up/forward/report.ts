import type { Sql } from 'postgres';
import { listingWords } from '../../../domain/closing/listing-timeline.ts';
import { isMilestone, milestones } from '../../../domain/closing/milestones.ts';

/** What happened on one day of business time: how often each thing. */
export type Day = { date: string; happened: Record<string, number> /** Of one deal: each thing in words. */; told?: string[] };

/** What a person wants to read about, in the order of the journey; the text after the number. */
const kinds: [string, (event: Row) => boolean][] = [
  ['deals opened', ({ type }) => type === 'Deal.Opened'],
  ['letters drafted', ({ type }) => type === 'Offer.Drafted'],
  ['offers sent', ({ type }) => type === 'Offer.Sent'],
  ['e-mails sent', ({ type, channel }) => type === 'Message.Sent' && channel === 'email'],
  ['texts sent', ({ type, channel }) => type === 'Message.Sent' && channel === 'text'],
  ['messages held back', ({ type }) => type === 'Message.NotSent'],
  ['sends of unknown outcome', ({ type }) => type === 'Message.OutcomeUnknown'],
  ['bounces', ({ type }) => type === 'Message.Bounced'],
  ['replies', ({ type }) => type === 'Reply.Received'],
  ['opt-outs', ({ type }) => type === 'Contact.OptedOut'],
  ['tasks for people', ({ type }) => type === 'Task.Opened'],
  ['follow-ups ended', ({ type }) => type === 'Enrolment.Closed'],
  ['offers accepted', ({ type }) => type === 'Offer.Accepted'],
  ['offers declined', ({ type }) => type === 'Offer.Declined'],
  ['offers expired', ({ type }) => type === 'Offer.Expired'],
  ['offers received', ({ type }) => type === 'OfferReceived.Recorded'],
  ['offers accepted by our sellers', ({ type }) => type === 'OfferReceived.Accepted' || type === 'OfferReceived.Promoted'],
  ['offers received that expired', ({ type }) => type === 'OfferReceived.Expired'],
  ['listings ended', ({ type }) => type === 'ListingAgreement.Ended'],
  ['contracts recorded', ({ type }) => type === 'Contract.Recorded'],
  ['amendments', ({ type }) => type === 'Contract.Amended'],
  ['facts of files', ({ type }) => isMilestone(type)],
  ['documents received', ({ type }) => type === 'Document.Uploaded' || type === 'Document.VersionAdded'],
  ['documents accepted', ({ type, status }) => type === 'Document.Reviewed' && status === 'accepted'],
  ['documents rejected', ({ type, status }) => type === 'Document.Reviewed' && status === 'rejected'],
  ['deadlines moved', ({ type }) => type === 'Deadline.Moved'],
  ['deadlines met', ({ type, status }) => type === 'Deadline.Settled' && status === 'satisfied'],
  ['reminders', ({ type }) => type === 'Deadline.Reminded'],
  ['flags', ({ type }) => type === 'Deadline.Flagged'],
  ['escalations', ({ type }) => type === 'Deadline.Escalated'],
  ['deadlines missed', ({ type }) => type === 'Deadline.Breached'],
  ['contracts ended', ({ type }) => type === 'Contract.Ended'],
  ['envelopes sent', ({ type }) => type === 'Envelope.Sent'],
  ['envelopes signed by all', ({ type }) => type === 'Envelope.Completed'],
  ['envelopes declined', ({ type }) => type === 'Envelope.Declined'],
  ['envelopes withdrawn or expired', ({ type }) => type === 'Envelope.Voided' || type === 'Envelope.Expired'],
  ['envelopes refused', ({ type }) => type === 'Envelope.NotSent'],
  ['envelopes of unknown outcome', ({ type }) => type === 'Envelope.OutcomeUnknown'],
  ['deals closed', ({ type }) => type === 'Deal.Closed'],
];

type Row = { type: string; channel: string | null; status: string | null; at: Date | string; payload: unknown };

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
        select position, type, occurred_at as at, payload, payload ->> 'channel' as channel, payload #>> '{status,next}' as status, coalesce(payload ->> 'dealId', case when subject_kind = 'deal' then subject_id::text end) as deal
        from events where position > ${position} order by position`;
      for (const row of rows) {
        position = Number(row.position);
        const kind = kinds.find(([, fits]) => fits(row))?.[0];
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
function thingWords(kind: string, { type, payload }: Row): string {
  if (isMilestone(type)) return milestones[type].title.toLowerCase();
  const listing = listingWords(type, payload);
  if (listing) return listing;
  const { clock, hours, role, day, amendmentNo, step, kind: what } = payload as Record<string, string | number | undefined> & { day?: { next: string | null } };
  if (type === 'Task.Opened') return `task for the ${role}: ${String(what).replaceAll('-', ' ')}`;
  const about = [
    clock && String(clock).replaceAll('-', ' '),
    hours && `${hours} h ahead`,
    role && `to the ${role}`,
    day && `to ${day.next ?? 'no date'}`,
    amendmentNo && `no. ${amendmentNo}`,
    typeof what === 'string' && what,
    step,
  ]
    .filter(Boolean)
    .join(', ');
  return `${singular(kind)}${about ? ` (${about})` : ''}`;
}

/** One line a day: "Thu 2026-11-26 · 25 deals opened, 3 replies". */
export function dayLine({ date, happened, told }: Day): string {
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  if (told) return `${weekday} ${date} · ${told.join(', ')}`;
  const said = kinds.flatMap(([kind]) => (happened[kind] ? [`${happened[kind]} ${happened[kind] === 1 ? singular(kind) : kind}`] : []));
  return `${weekday} ${date} · ${said.join(', ') || 'nothing'}`;
}

const singular = (kind: string): string =>
  kind
    .replace('replies', 'reply')
    .replace('facts of files', 'fact of a file')
    .replace(/^(\S+?)s\b/, '$1')
    .replace(/^follow-up ended/, 'follow-up ended');
