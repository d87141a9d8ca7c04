import { defineQuery, defineSignal } from '@temporalio/workflow';

/** All but the ids only for display; contents and addresses are read inside the activity. */
export type DeliveryInput = { brokerageId: string; deliveryId: string; deliveryNo: number; kind: 'crm' | 'agent-notice' | 'personal' };
export type DeliveryOutcome = 'done' | 'skipped' | 'refused' | 'unknown';
export type DeliveryResult = { outcome: DeliveryOutcome };
/** What one attempt came to; `held` waits to be told. */
export type DeliveryAttempt = { kind: DeliveryOutcome; why: string | null } | { kind: 'held'; why: string };

/** It was asked for, or what held it is over. */
export const lookAgainSignal = defineSignal<[{ eventId: string }]>('lookAgain');

export const statusQuery = defineQuery<{ state: 'delivering' | 'held' | DeliveryOutcome; why: string | null }>('status');
export const timelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
export const explainQuery = defineQuery<string>('explain');
