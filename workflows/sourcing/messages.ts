import { defineQuery } from '@temporalio/workflow';
import { since } from '../../domain/closing/course.ts';

export { ingestionWorkflowId } from '../../domain/sourcing/workflow-ids.ts';

/** `importNo` only for display; the row is loaded by id inside activities. */
export type IngestionInput = { brokerageId: string; brokerage: string; importId: string; importNo: number };
export type IngestionStatus = { outcome: 'open' | 'finished' | 'failed' | 'closed'; step: string; lines: number; reason: string | null };

export const ingestionStatusQuery = defineQuery<IngestionStatus>('status');
export const ingestionTimelineQuery = defineQuery<{ at: string; what: string }[]>('timeline');
/** What it is at, in plain words. */
export const ingestionExplainQuery = defineQuery<string>('explain');

export const explainImport = ({ outcome, step }: IngestionStatus, from: string): string =>
  outcome === 'open' ? `${step} ${since(from, 'UTC')}; next: its report, and decisions on its leads` : step;
