import { defineQuery, defineSignal } from '@temporalio/workflow';

export const deadlineWorkflowId = (brokerage: string, dealNo: number, clock: string): string => `deadline/${brokerage}/${dealNo}/${clock}`;

/** `dealNo`, `clock` and `title` only for display; facts are read by id inside activities. */
export type DeadlineInput = {
  brokerageId: string;
  brokerage: string;
  dealNo: number;
  deadlineId: string;
  clock: string;
  title: string;
  carried?: DeadlineCarried;
};
/** What one run hands to the next at continue-as-new: the state as last read, bounded lists. */
export type DeadlineCarried = { look: WatchLook; mustLook: boolean; history: TimelineEntry[]; seen: string[]; since?: string };
export type TimelineEntry = { at: string; what: string };

/** What a look at the facts found, and did. Instants are ISO text in business time. */
export type WatchLook =
  | { kind: 'ended'; why: string; told: string[] }
  | {
      kind: 'waiting';
      dueAt: string | null;
      /** When to look again by itself; null when only news can change anything. */
      nextAt: string | null;
      /** Evidence it waits for, and what comes next, in plain words. */
      evidence: string;
      next: string | null;
      zone: string;
      flagged: boolean;
      told: string[];
    };

export type DeadlineResult = { outcome: string };
export type DeadlineStatus = { state: 'reading' | 'waiting' | 'ended'; dueAt: string | null; nextAt: string | null; flagged: boolean };

/** A fact of this deadline changed: its date, its state, its evidence. `eventId` recognises repeats. */
export const lookAgainSignal = defineSignal<[{ eventId: string; what: string }]>('lookAgain');

export const statusQuery = defineQuery<DeadlineStatus>('status');
export const timelineQuery = defineQuery<TimelineEntry[]>('timeline');
/** Which evidence it waits for, and who is told next. */
export const explainQuery = defineQuery<string>('explain');
