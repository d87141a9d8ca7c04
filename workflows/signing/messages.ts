import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { SigningStatus } from '../../domain/closing/signing.ts';

export const envelopeWorkflowId = (brokerage: string, dealNo: number, envelopeNo: number): string => `envelope/${brokerage}/${dealNo}/${envelopeNo}`;

/** Numbers only for display; facts are read by id inside activities. */
export type EnvelopeInput = { brokerageId: string; brokerage: string; dealNo: number; envelopeNo: number; envelopeId: string };
export type EnvelopeResult = { outcome: string };

/** What an activity found, or did. Instants are ISO text in business time. */
export type EnvelopeAnswer =
  /** With its signers; whom it waits for, by role. */
  | { kind: 'out'; waitingFor: string; expiresAt: string | null; zone: string }
  /** It may or may not be on its way: look again then. */
  | { kind: 'unclear'; lookAgainAt: string; look: number; zone: string }
  | { kind: 'unknown'; expiresAt: string; zone: string }
  | { kind: 'refused'; why: string }
  | { kind: 'ended'; status: SigningStatus };

export type EnvelopeStage = 'sending' | 'looking' | 'unknown' | 'out' | 'blocked' | 'completed' | 'declined' | 'voided' | 'expired' | 'failed';
export type EnvelopeStatus = { stage: EnvelopeStage; waitingFor: string | null; waitingSince: string; expiresAt: string | null };
export type TimelineEntry = { at: string; what: string };

/** Facts that happened; `eventId` recognises repeats. */
export const progressedSignal = defineSignal<[{ eventId: string; what: string; waitingFor: string; expiresAt: string | null }]>('progressed');
export const completedSignal = defineSignal<[{ eventId: string }]>('completed');
export const declinedSignal = defineSignal<[{ eventId: string }]>('declined');
/** Ended at the provider, by us or by somebody there. */
export const voidedSignal = defineSignal<[{ eventId: string; expired: boolean }]>('voided');
/** Somebody here wants it ended. */
export const voidRequestedSignal = defineSignal<[{ eventId: string; why: string }]>('voidRequested');

/** The contact data of somebody who has not signed changed. */
export const signersChangedSignal = defineSignal<[{ eventId: string }]>('signersChanged');

export const statusQuery = defineQuery<EnvelopeStatus>('status');
export const timelineQuery = defineQuery<TimelineEntry[]>('timeline');
/** Whose signature it waits for, by role, and what comes next. */
export const explainQuery = defineQuery<string>('explain');
