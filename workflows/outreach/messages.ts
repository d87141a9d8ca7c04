import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Course } from '../../domain/outreach/course.ts';
import type { Definition } from '../../domain/outreach/schemas.ts';

export const followUpWorkflowId = (brokerage: string, sequence: string, leadNo: number): string => `followup/${brokerage}/${sequence}/${leadNo}`;

/** The definition as it was when the lead was enrolled; template versions are pinned beside it in the enrolment's row. */
export type FollowUpInput = {
  brokerageId: string;
  brokerage: string;
  enrolmentId: string;
  enrolmentNo: number;
  leadNo: number;
  sequence: string;
  sequenceVersion: number;
  definition: Definition;
  carried?: FollowUpCarried;
};
/** What one run hands to the next at continue-as-new: absolute instants, bounded lists. */
export type FollowUpCarried = { course: Course; history: TimelineEntry[]; seen: string[] };
export type TimelineEntry = { at: string; what: string };

export type FollowUpStatus = {
  state: 'waiting' | 'paused' | 'held' | 'archived' | 'stopped' | 'not-open';
  step: string;
  dueAt: string | null;
  paused: boolean;
  heldBy: string | null;
  stopReason: string | null;
  visits: Record<string, number>;
};
export type FollowUpResult = { outcome: 'archived' | 'stopped' | 'not-open'; reason: string | null };

// Signals, because they are facts that happened: the row says so already. `eventId` recognises repeats, `enrolmentId` an earlier enrolment's.
type OfEnrolment = { eventId: string; enrolmentId: string };
export const stopSignal = defineSignal<[OfEnrolment & { reason: string }]>('stop');
export const pauseSignal = defineSignal<[OfEnrolment]>('pause');
export const resumeSignal = defineSignal<[OfEnrolment]>('resume');
/** What held it is over, or a fact it depends on changed: look again. */
export const releaseSignal = defineSignal<[OfEnrolment]>('release');
export const sendAgainSignal = defineSignal<[OfEnrolment & { step: string }]>('sendAgain');
/** The lead was enrolled once more; comes with the start, and finds the earlier run when that is still ending. */
export const enrolledSignal = defineSignal<[OfEnrolment & { input: FollowUpInput }]>('enrolled');

/** An update, because the person needs an answer: skipped, or why not. `step` guards against a step that went out meanwhile. */
export const skipUpdate = defineUpdate<FollowUpStatus, [{ by: string; step: string }]>('skip');

export const statusQuery = defineQuery<FollowUpStatus>('status');
export const timelineQuery = defineQuery<TimelineEntry[]>('timeline');
/** Why the follow-up waits, in plain words. */
export const explainQuery = defineQuery<string>('explain');
