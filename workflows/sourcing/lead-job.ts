import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { showCard } from '../card.ts';
import { importsQueue, mainQueue } from '../queues.ts';
import { stage } from '../search-attributes.ts';
import {
  explainJob,
  type LeadJobInput,
  type LeadJobStatus,
  type LeadJobStep,
  leadJobExplainQuery,
  leadJobStatusQuery,
  leadJobTimelineQuery,
} from './lead-job.messages.ts';

// A page of lookups, bounded by total time: a provider that is down for days is waited for, and the claims make repeats harmless.
const { enrichLeads } = proxyActivities<Pick<Activities, 'enrichLeads'>>({
  taskQueue: importsQueue,
  startToCloseTimeout: '15 minutes',
  scheduleToCloseTimeout: '30 days',
  heartbeatTimeout: '20 seconds',
  retry: { maximumInterval: '10 minutes' },
});
// Pages of our own database work, beside the imports.
const { decideLeads, scoreLeads } = proxyActivities<Pick<Activities, 'decideLeads' | 'scoreLeads'>>({
  taskQueue: importsQueue,
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { maximumInterval: '1 minute' },
});
// One row; tried for as long as it takes.
const { failLeadJob } = proxyActivities<Pick<Activities, 'failLeadJob'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Long work on many leads, page by page; the pages stand in the row, so that a kill loses and doubles nothing. */
export async function leadJobWorkflow(input: LeadJobInput): Promise<LeadJobStatus> {
  const { brokerageId, jobId, jobNo, kind } = input;
  const status: LeadJobStatus = { kind, step: 'starting', done: 0, total: 0 };
  const timeline: { at: string; what: string }[] = [{ at: new Date().toISOString(), what: 'started' }];
  setHandler(leadJobStatusQuery, () => status);
  setHandler(leadJobTimelineQuery, () => timeline);
  setHandler(leadJobExplainQuery, () => explainJob(status, timeline.at(-1)!.at));

  const pages = async (step: LeadJobStep, page: (summary: string) => Promise<{ more: boolean; done: number; total: number }>): Promise<void> => {
    enter(step);
    for (let more = true; more; ) {
      const answer = await page(`${step}, from ${status.done} of ${status.total || 'all'}`);
      more = answer.more;
      Object.assign(status, { done: answer.done, total: answer.total });
      showCard(`### Job ${jobNo}: ${kind}`, `${step}: **${status.done}** of **${status.total}** leads`);
    }
  };
  const enter = (step: LeadJobStep): void => {
    Object.assign(status, { step, done: 0 });
    timeline.push({ at: new Date().toISOString(), what: step });
    upsertSearchAttributes([{ key: stage, value: step }]);
  };

  try {
    if (kind === 'enrichment') {
      await pages('asking providers', (summary) => enrichLeads.executeWithOptions({ summary }, [{ brokerageId, jobId }]));
      await pages('deciding', (summary) => decideLeads.executeWithOptions({ summary }, [{ brokerageId, jobId }]));
    } else {
      await pages(kind === 'rescoring' ? 'deciding by the new rules' : 'comparing', (summary) =>
        scoreLeads.executeWithOptions({ summary }, [{ brokerageId, jobId }]),
      );
    }
    enter('finished');
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    // Refused by our own rules or by a provider, or out of time: whoever asked reads why.
    const code = error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'failed') : 'out-of-time';
    await failLeadJob.executeWithOptions({ summary: `Job ${jobNo} cannot go on` }, [
      { brokerageId, jobId, code, message: error.cause?.message ?? error.message },
    ]);
    enter('failed');
  }
  return status;
}
