import { defineQuery, defineSignal } from '@temporalio/workflow';
import { day, since } from '../../domain/closing/course.ts';

export const digestWorkflowId = (brokerage: string): string => `digest/${brokerage}`;

export type DigestInput = { brokerageId: string; brokerage: string; carried?: DigestCarried };
/** What one run hands to the next at continue-as-new. */
export type DigestCarried = { look: DigestLook; mustLook: boolean; since: string; history: TimelineEntry[] };
export type TimelineEntry = { at: string; what: string };

/** What a look found: how many people read the digest, for how many it was asked just now, of which day, and when the next is. */
export type DigestLook = { readers: number; asked: number; day: string | null; nextAt: string | null; zone: string };
export type DigestStatus = { readers: number; nextAt: string | null };
export type DigestResult = { outcome: 'nobody-reads' };

/** Somebody turned it on or off: look again. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

export const statusQuery = defineQuery<DigestStatus>('status');
export const timelineQuery = defineQuery<TimelineEntry[]>('timeline');
export const explainQuery = defineQuery<string>('explain');

export const readerWords = (readers: number): string => (readers === 1 ? 'one person' : `${readers} people`);

/** Which morning it waits for, since when, and what happens then; null while it looks for the first time. */
export function explainDigest(look: DigestLook | null, from: string): string {
  if (!look) return `looking who reads the digest ${since(from, 'UTC')}; next: it waits for seven o'clock of a workday`;
  const { readers, nextAt, zone } = look;
  if (nextAt === null) return 'ended: nobody reads the digest any more';
  return `waiting for the next digest ${since(from, zone)}; next: ${readerWords(readers)} get${readers === 1 ? 's' : ''} it on ${day(nextAt, zone)}`;
}
