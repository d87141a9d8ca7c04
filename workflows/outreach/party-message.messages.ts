import { defineQuery, defineSignal } from '@temporalio/workflow';

/** All but the ids only for display; words and address are read inside the activity. */
export type PartyMessageInput = { brokerageId: string; messageId: string; dealNo: number; messageNo: number; template: string };
export type MessageOutcome = 'sent' | 'unknown' | 'refused' | 'not-open';
export type PartyMessageResult = { outcome: MessageOutcome };
/** What one attempt came to; `held` waits to be told. */
export type MessageAttempt = { kind: MessageOutcome; why: string | null } | { kind: 'held'; why: string };

/** It was released, or what held it is over. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

export const statusQuery = defineQuery<{ state: 'sending' | 'held' | MessageOutcome; why: string | null }>('status');
export const timelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
export const explainQuery = defineQuery<string>('explain');
