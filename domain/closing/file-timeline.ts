import { withOwnTitles } from '../compliance/custom.ts';
import { clocksKnown, type DeadlinePayload, type KnownClock } from './clocks-known.ts';
import { listingAhead, listingWords } from './listing-timeline.ts';
import { isMilestone, type Milestone, milestoneWords } from './milestones.ts';
import { envelopeWords } from './signing.ts';

/** An event of a deal as the log has it; instants in business time. */
export type LoggedEvent = { type: string; occurredAt: Date; payload: unknown };
export type TimelineItem = {
  at: string;
  what: string;
  when: 'past' | 'now' | 'future';
  /** The clock it is about, and for a moved date what it was and why. */
  clock?: string;
  prior?: string | null;
  cause?: string;
  /** Kind of the event it tells of. */
  type?: string;
  /** The day a clock was put to, where the entry is about a clock. */
  date?: string | null;
  status?: string;
  /** The amendment it tells of, or that moved the date. */
  amendmentNo?: number;
  /** What a person called a clock of their own. */
  title?: string;
};

/**
 * Past, now and future on one line, as they were known at `asOf`: what happened until then, and the dates that lay ahead by what was known.
 * Pure: from the events alone, so a later amendment or fact cannot change the answer. `titles` has what people called clocks of their own, by the
 * deadline's id: no event carries it.
 */
export function fileTimeline(events: readonly LoggedEvent[], asOf: string, titles: ReadonlyMap<string, string> = new Map()): TimelineItem[] {
  const until = events.filter(({ occurredAt }) => occurredAt.toISOString() <= asOf);
  const amendments = amendmentNumbers(until);
  const extensions = new Set<LoggedEvent>();
  const clocks = clocksKnown(until, (event, { extended }) => {
    if (event.type === 'Deadline.Moved' && extended?.at === event.occurredAt.toISOString()) extensions.add(event);
  });
  const past = until
    .filter(({ type, payload }) => !quiet.includes(type) && listingWords(type, payload) !== null)
    .map((event) => ({
      ...titled(itemOf(event, extensions.has(event)), (event.payload as DeadlinePayload).deadlineId, titles),
      ...{ type: event.type, ...amendmentOf(event, amendments) },
    }));
  const ahead = clocks
    .filter(({ status, dueAt }) => status === 'pending' && dueAt !== null && dueAt > asOf)
    .sort((a, b) => a.dueAt!.localeCompare(b.dueAt!))
    .map((clock) => titled(aheadOf(clock), clock.deadlineId, titles));
  const future = [...ahead, ...listingAhead(until, asOf)].sort((a, b) => a.at.localeCompare(b.at));
  return [...past, { at: asOf, what: 'now', when: 'now' }, ...future];
}

function titled(item: TimelineItem, deadlineId: string | undefined, titles: ReadonlyMap<string, string>): TimelineItem {
  const title = item.clock && deadlineId && titles.get(deadlineId);
  return title ? { ...item, what: withOwnTitles(item.what, new Map([[item.clock!, title]])), title } : item;
}

const aheadOf = ({ clock, dueAt, extended }: KnownClock): TimelineItem => ({
  ...{ at: dueAt!, what: `deadline: ${plain(clock)}${extended ? ` (extended from ${extended.from.date})` : ''}`, when: 'future', clock },
  ...(extended ? { status: 'extended' } : {}),
});

const amendmentNumbers = (events: readonly LoggedEvent[]): Map<string, number> =>
  new Map(
    events.flatMap(({ type, payload }) => {
      const { amendmentId, amendmentNo } = payload as { amendmentId: string; amendmentNo: number };
      return type === 'Contract.Amended' ? [[amendmentId, amendmentNo]] : [];
    }),
  );

function amendmentOf({ type, payload }: LoggedEvent, numbers: ReadonlyMap<string, number>): { amendmentNo?: number } {
  const { amendmentNo, cause } = payload as { amendmentNo?: number; cause?: { kind: string; id: string } };
  const no = type === 'Contract.Amended' ? amendmentNo : cause?.kind === 'amendment' ? numbers.get(cause.id) : undefined;
  return no === undefined ? {} : { amendmentNo: no };
}

const plain = (clock: string): string => clock.replaceAll('-', ' ');

/** Steps of the machinery that say nothing a reader of the file asks for. */
const quiet: readonly string[] = [
  'Task.Opened',
  'Task.Done',
  'Task.Claimed',
  'Task.DueMoved',
  'Document.Viewed',
  'InspectionDeadline.Approaching',
  'Deal.WaitChanged',
];

function itemOf({ type, occurredAt, payload }: LoggedEvent, extending: boolean): TimelineItem {
  const item = { at: occurredAt.toISOString(), when: 'past' as const };
  const { clock, day, cause, status, date } = payload as DeadlinePayload;
  if (isMilestone(type)) {
    const { effectiveOn, value } = payload as { effectiveOn: { prior: string | null; next: string }; value?: { next: unknown } };
    const corrected = effectiveOn.prior && effectiveOn.prior !== effectiveOn.next ? ` (was ${effectiveOn.prior})` : '';
    return { ...item, what: `${milestoneWords(type, value?.next)}, ${effectiveOn.next}${corrected}` };
  }
  if (type === 'Fact.TakenBack') {
    const { fact, effectiveOn, value } = payload as { fact: Milestone; effectiveOn: { prior: string }; value: { prior: unknown } };
    return { ...item, what: `${milestoneWords(fact, value.prior)} taken back (was ${effectiveOn.prior})` };
  }
  if (type === 'Deadline.Moved') {
    const what = `${plain(clock)} ${extending ? 'extended' : 'moved'} to ${day!.next ?? 'no date'}`;
    return { ...item, what, clock, date: day!.next, prior: day!.prior, cause: cause!.kind, ...(extending ? { status: 'extended' } : {}) };
  }
  if (type === 'Deadline.Opened') return { ...item, what: `${plain(clock)} by ${date ?? 'a date not known yet'}`, clock, date };
  if (type === 'Deadline.Settled')
    return { ...item, what: `${plain(clock)} ${status!.next === 'pending' ? 'runs again' : status!.next}`, clock, date, status: status!.next };
  return { ...item, what: wordsOf(type, payload), ...(clock ? { clock } : {}) };
}

/** `Deal.StageChanged` → `deal stage changed: open → drafting`. */
export function wordsOf(type: string, payload: unknown): string {
  const listing = listingWords(type, payload);
  if (listing) return listing;
  const signing = envelopeWords(type, payload as object);
  if (signing) return signing;
  if (type === 'Party.Added' || type === 'Party.Left') return partyWords(type, payload as { role: string });
  if (type === 'Checklist.FactGivenUp') return givenUpWords(payload as { fact: string });
  const what = spoken(type);
  const { stage, outcome, offerNo, clock, amendmentNo, role } = payload as Record<string, unknown> & { stage?: { prior: string; next: string } };
  const detail = stage
    ? `: ${stage.prior} → ${stage.next}`
    : outcome
      ? `: ${outcome}`
      : offerNo
        ? ` ${offerNo}`
        : amendmentNo
          ? ` (amendment ${amendmentNo})`
          : '';
  return `${what}${clock ? ` (${clock})` : ''}${role ? ` to the ${role}` : ''}${detail}`;
}

/** Not who: people's names stay in their rows. */
const givenUpWords = ({ fact }: { fact: string }): string => `${spoken(fact)} was given up for the checklist by a person`;

/** `Closing.Completed` → `closing completed` */
export const spoken = (type: string): string =>
  type
    .replace('.', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** "The buyer takes part": never a name. */
const partyWords = (type: string, { role }: { role: string }): string =>
  `the ${role.replaceAll('-', ' ')} ${type === 'Party.Added' ? 'takes part' : 'no longer takes part'}`;
