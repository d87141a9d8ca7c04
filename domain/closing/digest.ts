import { placeWords } from '../places.ts';
import { addDays, instantOf, localDate, minuteOfDay, weekdayOf } from '../time/zoned.ts';
import type { BoardRow } from './board.ts';
import { type Bucket, buckets } from './needs-me.ts';

/** When the digest goes out, in the brokerage's zone, Monday to Friday. */
export const digestMinute = 7 * 60;
/** Later than this it says little that the screen does not say better. */
const latestMinute = 19 * 60;

const isWorkday = (date: string): boolean => !['sat', 'sun'].includes(weekdayOf(date));

/** What counts as the last day where none was: whoever turns it on during a day gets the first one the next morning. */
export const dayBeforeFirst = (now: Date, zone: string): string => addDays(localDate(now, zone), minuteOfDay(now, zone) >= digestMinute ? 0 : -1);

/** The day whose digest is due now, if it is and was not asked for yet. A missed day is not made up for. */
export function dueDigest(now: Date, zone: string, lastDay: string): string | null {
  const [day, minute] = [localDate(now, zone), minuteOfDay(now, zone)];
  return isWorkday(day) && minute >= digestMinute && minute < latestMinute && lastDay < day ? day : null;
}

/** The next digest after that of today, or that of today where it is still to come. */
export function nextDigest(now: Date, zone: string): { day: string; at: Date } {
  let day = localDate(now, zone);
  if (minuteOfDay(now, zone) >= digestMinute) day = addDays(day, 1);
  while (!isWorkday(day)) day = addDays(day, 1);
  return { day, at: instantOf(day, digestMinute, zone) };
}

export type DigestLine = { bucket: Bucket; title: string; reason: string; dealNo: number | null; property: string | null };
export type DigestFacts = {
  person: string;
  /** 2026-11-30 */
  day: string;
  /** What needs the person, most urgent first. */
  lines: readonly DigestLine[];
  /** Open files that need watching: those that close within a week, and those that are not well. */
  files: readonly BoardRow[];
  publicUrl: string;
};

const words: Record<Bucket, string> = {
  overdue: 'overdue',
  automation: 'failed',
  approval: 'to approve',
  review: 'to review',
  reply: 'to answer',
  today: 'due today',
};
const lineLimit = 25;
const fileLimit = 12;

/** The digest of a day in words; null when nothing needs the person and no file needs watching. */
export function digestWords({ person, day, lines, files, publicUrl }: DigestFacts): { subject: string; body: string } | null {
  const closing = files.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0 && daysLeft <= 7).sort((a, b) => a.daysLeft! - b.daysLeft!);
  const unwell = files.filter(({ health }) => health.state === 'blocked' || health.state === 'breached');
  if (lines.length === 0 && closing.length === 0 && unwell.length === 0) return null;
  const counts = buckets.map((bucket) => [lines.filter((line) => line.bucket === bucket).length, words[bucket]] as const).filter(([count]) => count > 0);
  const short = counts.map(([count, what]) => `${count} ${what}`).join(', ') || 'nothing waits for you';
  const sections = [
    section('Needs you', once(lines.map(lineWords)), lineLimit),
    section('Closing within a week', closing.map(closingWords), fileLimit),
    section('Blocked or breached', unwell.map(unwellWords), fileLimit),
  ].filter(Boolean);
  return {
    subject: `${dayWords(day)}: ${short}`,
    body: [
      `Good morning ${person},`,
      ...sections,
      `Everything as it is now: ${publicUrl}/`,
      'This digest comes from Keyturn on workdays. You can turn it off under “Your account”.',
    ].join('\n\n'),
  };
}

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
const ofDeal = (dealNo: number, property: string | null): string => `deal ${dealNo}${property ? `, ${placeWords(property)}` : ''}`;
/** Most titles name their deal: then the place alone is added. */
function lineWords({ bucket, title, reason, dealNo, property }: DigestLine): string {
  const place = property && placeWords(property);
  const where = dealNo === null || new RegExp(`\\bdeal ${dealNo}\\b`, 'i').test(title) ? place : ofDeal(dealNo, property);
  return `${words[bucket]}: ${title}${where ? ` (${where})` : ''}. ${reason}`.slice(0, 300);
}
/** The same words are said once, with how often they hold. */
function once(lines: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
  return [...times].map(([line, count]) => (count > 1 ? `${line} (${count} times)` : line));
}
const closingWords = ({ dealNo, property, daysLeft }: BoardRow): string =>
  `${daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`}: ${ofDeal(dealNo, property)}`;
const unwellWords = ({ dealNo, property, health: { reason, nextStep } }: BoardRow): string =>
  `${ofDeal(dealNo, property)}: ${reason ?? 'see the file'}.${nextStep ? ` Next: ${nextStep}.` : ''}`;

const section = (title: string, lines: readonly string[], limit: number): string =>
  lines.length === 0
    ? ''
    : [`${title}:`, ...lines.slice(0, limit).map((line) => `- ${line}`), ...(lines.length > limit ? [`- and ${lines.length - limit} more`] : [])].join('\n');
