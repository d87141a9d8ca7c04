import { defineQuery } from '@temporalio/workflow';

export type LeadJobKind = 'enrichment' | 'rules-test' | 'rescoring';

/** `jobNo` only for display; the row is loaded by id inside activities. */
export type LeadJobInput = { brokerageId: string; brokerage: string; jobId: string; jobNo: number; kind: LeadJobKind };
export type LeadJobStatus = { kind: LeadJobKind; step: string; done: number; total: number };

export const leadJobStatusQuery = defineQuery<LeadJobStatus>('status');
export const leadJobTimelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
/** What it is at, in plain words. */
export const leadJobExplainQuery = defineQuery<string>('explain');
