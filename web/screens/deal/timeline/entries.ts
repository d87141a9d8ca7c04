import { isMilestone } from '../../../../domain/closing/milestones.ts';
import type { Answer } from '../../../api/client.ts';
import { dateIn } from '../../../parts/time.ts';
import { dayOf } from '../days.ts';
import type { Deadline } from '../use-deal.ts';
import { plain, roleWords, sentence, stageWords } from '../words.ts';
import type { Kind } from './kinds.ts';

export type Item = Answer<'/v1/deals/{no}/timeline', 'get'>['items'][number];

const byPrefix: [RegExp, Kind][] = [
  [/^(Document|Checklist|Envelope|Signature|Delivery)/, 'documents'],
  [/^(PartyMessage|Message|Reply|Enrolment|Send)/, 'messages'],
  [/^(Offer|OfferReceived|Showing|ListingAgreement)/, 'offers'],
  [/^(Party|Contact|Task|Person)/, 'people'],
];
const kindOf = ({ type = '', clock }: Item): Kind =>
  isMilestone(type) || type === 'Fact.TakenBack'
    ? 'facts'
    : clock || type.startsWith('Deadline.')
      ? 'deadlines'
      : (byPrefix.find(([prefix]) => prefix.test(type))?.[1] ?? 'deal');

export type Entry = { id: string; at: string; day: string } & (
  | { is: 'event'; kind: Kind; words: string; item: Item; tense: 'past' | 'future' /** Said so often, one after the other. */; times: number }
  | { is: 'opened'; kind: 'deadlines'; titles: string[] }
  | { is: 'deadline'; kind: 'deadlines'; deadline: Deadline }
  | { is: 'now' }
);

/** What happened, now, and what lies ahead, as one line in the property's days. With `deadlines` each stands at its day with all it has. */
export function entriesOf(items: readonly Item[], deadlines: readonly Deadline[], zone: string, titleOf: (clock: string) => string): Entry[] {
  const standing = new Set(deadlines.map(({ clock }) => clock));
  const opened = new Map<string, string[]>();
  const entries: Entry[] = [];
  const seen = new Map<string, number>();
  for (const item of items) {
    const day = dateIn(item.at, zone);
    // Two entries may say the same of one instant.
    const name = `${item.at} ${item.what}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
    const entry = { id: `${name} ${seen.get(name)}`, at: item.at, day };
    if (item.when === 'now') entries.push({ ...entry, id: 'now', is: 'now' });
    else if (item.type === 'Deadline.Opened') {
      const titles = opened.get(item.at);
      const title = item.title ?? titleOf(item.clock!);
      if (titles) titles.push(title);
      else {
        const first = [title];
        opened.set(item.at, first);
        entries.push({ ...entry, is: 'opened', kind: 'deadlines', titles: first });
      }
    } else if (!(item.when === 'future' && item.clock && standing.has(item.clock)))
      said(entries, {
        ...entry,
        is: 'event',
        kind: kindOf(item),
        words: wordsOfItem(item, zone, titleOf),
        item,
        tense: item.when === 'future' ? 'future' : 'past',
        times: 1,
      });
  }
  for (const deadline of deadlines)
    if (deadline.dueAt)
      entries.push({
        is: 'deadline',
        kind: 'deadlines',
        id: `deadline ${deadline.clock}`,
        at: deadline.dueAt,
        day: deadline.date ?? dateIn(deadline.dueAt, zone),
        deadline,
      });
  // An event log entry keeps its place among those of one instant.
  return entries
    .map((entry, at) => ({ entry, at }))
    .sort((a, b) => a.entry.at.localeCompare(b.entry.at) || a.at - b.at)
    .map(({ entry }) => entry);
}

/** Adds an entry; what was said just before on the same day is counted instead. */
function said(entries: Entry[], entry: Extract<Entry, { is: 'event' }>): void {
  const last = entries.at(-1);
  if (last?.is === 'event' && last.words === entry.words && last.day === entry.day && last.tense === entry.tense) last.times += 1;
  else entries.push(entry);
}

/** An entry as a coordinator says it. */
export function wordsOfItem({ type, what, clock, date, prior, status, title: own }: Item, zone: string, titleOf: (clock: string) => string): string {
  const title = own ?? (clock ? titleOf(clock) : '');
  if (type === 'Deadline.Moved')
    return `${title} ${status === 'extended' ? 'extended' : 'moved'}: ${prior ? dayOf(prior) : 'no date'} → ${date ? dayOf(date) : 'no date'}`;
  if (type === 'Deadline.Settled') return `${title} is ${status === 'pending' ? 'running again' : status}`;
  if (type === 'Deadline.Breached') return `${title} was missed`;
  if (type === 'Deadline.Approaching' || type === 'Deadline.Flagged') return `${title} comes near without evidence`;
  if (type === 'Deadline.Reminded') return `Reminder of ${title.toLowerCase()}`;
  if (type === 'Deadline.Escalated') return `${title} was put before the broker`;
  if (what.startsWith('deadline: ')) return status === 'extended' ? `${title} (extended)` : title;
  const stage = /^deal stage changed: (\S+) → (\S+)$/.exec(what);
  if (stage) return `Stage: ${stageWords(stage[1]!)} → ${stageWords(stage[2]!)}`;
  const party = /^the (.+) (takes part|no longer takes part)$/.exec(what);
  if (party) return `${sentence(roleWords(party[1]!))} ${party[2]}`;
  return sentence(plain(what, zone)).replace(/\bparty message\b/i, 'Message');
}

export type Day = { day: string; entries: Entry[] };
export function byDay(entries: readonly Entry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.day) last.entries.push(entry);
    else days.push({ day: entry.day, entries: [entry] });
  }
  return days;
}
