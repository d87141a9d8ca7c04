import { defineQuery } from '@temporalio/workflow';
import { since } from '../../domain/closing/course.ts';

export type LeadJobKind = 'enrichment' | 'rules-test' | 'rescoring';

/** `jobNo` only for display; the row is loaded by id inside activities. */
export type LeadJobInput = { brokerageId: string; brokerage: string; jobId: string; jobNo: number; kind: LeadJobKind };
export type LeadJobStep = 'starting' | 'asking providers' | 'deciding' | 'deciding by the new rules' | 'comparing' | 'finished' | 'failed';
export type LeadJobStatus = { kind: LeadJobKind; step: LeadJobStep; done: number; total: number };

export const leadJobStatusQuery = defineQuery<LeadJobStatus>('status');
export const leadJobTimelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
/** What it is at, in plain words. */
export const leadJobExplainQuery = defineQuery<string>('explain');

/** What each step comes to; the last two are ends. */
const nextOf: Record<LeadJobStep, string | null> = {
  starting: 'the first page of leads',
  'asking providers': 'the leads are decided with what came in',
  deciding: 'the job is reported as finished',
  'deciding by the new rules': 'the job is reported as finished',
  comparing: 'whoever asked compares the two rule sets',
  finished: null,
  failed: null,
};

export function explainJob({ step, done, total }: LeadJobStatus, from: string): string {
  const next = nextOf[step];
  return next === null ? `${step}: ${done} of ${total} leads` : `${step} ${since(from, 'UTC')}: ${done} of ${total || 'all'} leads; next: ${next}`;
}
