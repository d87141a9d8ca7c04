import { ActivityFailure, ApplicationFailure, isCancellation, proxyActivities, setHandler, upsertSearchAttributes } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { showCard } from '../card.ts';
import { importsQueue, mainQueue } from '../queues.ts';
import { stage } from '../search-attributes.ts';
import { explainImport, type IngestionInput, type IngestionStatus, ingestionExplainQuery, ingestionStatusQuery, ingestionTimelineQuery } from './messages.ts';

// One pass over the file; tried for as long as the disk or the database are away.
const { beginImport } = proxyActivities<Pick<Activities, 'beginImport'>>({
  taskQueue: importsQueue,
  startToCloseTimeout: '30 minutes',
  retry: { maximumInterval: '1 minute' },
});
// The whole list, however long: it beats every few seconds, and an attempt goes on behind the last committed batch.
const { ingestList } = proxyActivities<Pick<Activities, 'ingestList'>>({
  taskQueue: importsQueue,
  startToCloseTimeout: '1 day',
  heartbeatTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});
// One row; tried for as long as it takes.
const { finishImport, failImport } = proxyActivities<Pick<Activities, 'finishImport' | 'failImport'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

/** Takes one list in: look at it, read it, report. Ends at once when its row is not open. */
export async function ingestionRunWorkflow({ brokerageId, importId, importNo }: IngestionInput): Promise<IngestionStatus> {
  const status: IngestionStatus = { outcome: 'open', step: 'looking at the file', lines: 0, reason: null };
  const timeline: { at: string; what: string }[] = [];
  setHandler(ingestionStatusQuery, () => status);
  setHandler(ingestionTimelineQuery, () => timeline);
  setHandler(ingestionExplainQuery, () => explainImport(status, timeline.at(-1)!.at));

  const enter = (step: string, change: Partial<IngestionStatus> = {}): void => {
    Object.assign(status, { step, ...change });
    timeline.push({ at: new Date().toISOString(), what: step });
    showCard(`### Import ${importNo}`, timeline.map(({ at, what }) => `- ${at} ${what}`).join('\n'));
  };
  const of = { brokerageId, importId };

  enter(status.step);
  try {
    const begun = await beginImport.executeWithOptions({ summary: `Import ${importNo}: find out how the file is written` }, [of]);
    if (begun.kind === 'closed') enter('not open any more', { outcome: 'closed' });
    else if (begun.kind === 'failed') enter('the file cannot be read', { outcome: 'failed', reason: begun.code });
    else {
      enter(`reading ${Math.ceil(begun.bytes / 1000)} KB as ${begun.preset}`);
      upsertSearchAttributes([{ key: stage, value: 'reading' }]);
      const { lines } = await ingestList.executeWithOptions({ summary: `Import ${importNo}: read, compare and store the lines` }, [of]);
      status.lines = lines;
      const report = await finishImport.executeWithOptions({ summary: `Import ${importNo}: report on ${lines} lines` }, [of]);
      enter(report ? `finished: ${report.new} new, ${report.updated} updated, ${report.rejected.total} rejected` : 'not open any more', {
        outcome: report ? 'finished' : 'closed',
        lines: report?.read ?? lines,
      });
    }
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    const code = error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'failed') : 'out-of-time';
    await failImport.executeWithOptions({ summary: `Import ${importNo} cannot go on` }, [{ ...of, code, message: error.cause?.message ?? error.message }]);
    enter('it cannot go on', { outcome: 'failed', reason: code });
  }
  upsertSearchAttributes([{ key: stage, value: status.outcome }]);
  return status;
}
