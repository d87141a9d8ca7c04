import { defineQuery, defineSignal } from '@temporalio/workflow';
import { since } from '../../domain/closing/course.ts';

/** All but the ids only for display; words and address are read inside the activity. */
export type PartyMessageInput = { brokerageId: string; messageId: string; dealNo: number; messageNo: number; template: string };
export type MessageOutcome = 'sent' | 'unknown' | 'refused' | 'not-open';
export type PartyMessageResult = { outcome: MessageOutcome };
/** What one attempt came to; `held` waits to be told. */
export type MessageAttempt = { kind: MessageOutcome; why: string | null } | { kind: 'held'; why: string };

/** It was released, or what held it is over. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

export type MessageState = 'sending' | 'held' | MessageOutcome;

export const statusQuery = defineQuery<{ state: MessageState; why: string | null }>('status');
export const timelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
export const explainQuery = defineQuery<string>('explain');

/** Why it is not with its party yet, since when, and what ends the wait. */
export function explainMessage(state: MessageState, why: string | null, from: string): string {
  if (state === 'sending') return `being sent ${since(from, 'UTC')}; next: it goes out at the party's hours, or a person is told why not`;
  if (state === 'held') return `held ${since(from, 'UTC')}: ${why}; next: it goes out when that is over`;
  return `ended: ${state}${why ? ` (${why})` : ''}`;
}
