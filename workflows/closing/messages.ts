import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { type Course, type DealStage, day, since } from '../../domain/closing/course.ts';

export const dealWorkflowId = (brokerage: string, dealNo: number): string => `deal/${brokerage}/${dealNo}`;
export const openingWorkflowId = (brokerage: string): string => `opening/${brokerage}`;

/** `dealNo` only for display; facts are loaded by id inside activities. `takenIn`: how far the run knows the log that went before, on a deal opened again. */
export type DealInput = { brokerageId: string; brokerage: string; dealId: string; dealNo: number; carried?: DealCarried; takenIn?: number };
/** What one run hands to the next at continue-as-new: absolute instants, bounded lists. */
export type DealCarried = { course: Course; zone: string; needsApproval: boolean; history: TimelineEntry[]; seen: string[] };
export type TimelineEntry = { at: string; what: string };

export type DealStatus = { stage: DealStage; waitingFor: string | null; waitingSince: string; dueAt: string | null; offerNo: number | null; takenIn: number };
/** `by` is the person's or key's id; the key of the request makes a repeat harmless. */
export type PersonAct = { by: string };

/** Updates, because a person needs an answer: done, or why not. */
export const approveUpdate = defineUpdate<DealStatus, [PersonAct]>('approve');
export const acceptUpdate = defineUpdate<DealStatus, [PersonAct]>('accept');
export const declineUpdate = defineUpdate<DealStatus, [PersonAct & { reason: string }]>('decline');
export const markDeadUpdate = defineUpdate<DealStatus, [PersonAct & { reason: string }]>('markDead');

/** Signals, because they are facts that happened. `eventId` recognises repeats. */
export const offerRequestedSignal = defineSignal<[{ eventId: string; offerId: string; offerNo: number }]>('offerRequested');
export const sellerRepliedSignal = defineSignal<[{ eventId: string; class: string }]>('sellerReplied');
/** The follow-up did something; `next` is what it does next, in plain words, null when it has ended. */
export const followUpMovedSignal = defineSignal<[{ eventId: string; what: string; next: string | null }]>('followUpMoved');

/**
 * A fact of the file changed: contract, milestone, deadline, document. The run looks at all of them anew. `reopened`: the deal was opened again,
 * which a run that is just ending must not miss.
 */
export const fileChangedSignal = defineSignal<[{ eventId: string; position: number; what: string; reopened?: true }]>('fileChanged');

export const statusQuery = defineQuery<DealStatus>('status');
export const timelineQuery = defineQuery<TimelineEntry[]>('timeline');
/** Why the deal waits, in plain words. */
export const explainQuery = defineQuery<string>('explain');

export type OpeningInput = { brokerageId: string; brokerage: string };
/** Leads were qualified or the daily number was changed: look again. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

/** Why the opening of deals stands still; null while it looks. */
export function explainOpening(look: { waitingFor: string | null; nextAt: string | null } | null, from: string): string {
  if (!look) return `looking for qualified leads ${since(from, 'UTC')}; next: the best of them become deals`;
  return look.nextAt
    ? `waiting for ${look.waitingFor} ${since(from, 'UTC')}; next: it looks again on ${day(look.nextAt, 'UTC')} UTC`
    : 'ended: no qualified lead waits';
}
