import { defineQuery, defineSignal } from '@temporalio/workflow';
import { since } from '../../domain/closing/course.ts';

/** All but the ids only for display; contents and addresses are read inside the activity. */
export type DeliveryInput = { brokerageId: string; deliveryId: string; deliveryNo: number; kind: 'crm' | 'agent-notice' | 'personal' | 'digest' };
export type DeliveryOutcome = 'done' | 'skipped' | 'refused' | 'unknown';
export type DeliveryState = 'delivering' | 'held' | DeliveryOutcome;
export type DeliveryResult = { outcome: DeliveryOutcome };
/** What one attempt came to; `held` waits to be told. */
export type DeliveryAttempt = { kind: DeliveryOutcome; why: string | null } | { kind: 'held'; why: string };

/** It was asked for, or what held it is over. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

export const statusQuery = defineQuery<{ state: DeliveryState; why: string | null }>('status');
export const timelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
export const explainQuery = defineQuery<string>('explain');

/** Why it has not arrived yet, since when, and what ends the wait. */
export function explainDelivery(state: DeliveryState, why: string | null, from: string): string {
  if (state === 'delivering') return `being delivered ${since(from, 'UTC')}; next: it is tried for seven days, then a person is asked`;
  if (state === 'held') return `held ${since(from, 'UTC')}: ${why}; next: it goes out when that is over`;
  return `ended: ${state}${why ? ` (${why})` : ''}`;
}
