import { allHandlersFinished, condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { mainQueue } from '../queues.ts';
import { createDeadlineRun, type DeadlineRun } from './deadline-run.ts';
import * as messages from './messages.ts';

// Reads and writes our own database only: tried until it is back, however long that takes. Nobody is told of a deadline twice.
const facts = proxyActivities<Pick<Activities, 'watchDeadline'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** Watches one deadline: sleeps to its lead time, wakes, re-reads the facts, then ends, sleeps again, or tells people, until it is met or missed. */
export async function complianceDeadlineWorkflow(input: messages.DeadlineInput): Promise<messages.DeadlineResult> {
  const run = createDeadlineRun(input);
  setHandler(messages.lookAgainSignal, ({ eventId, what }) => run.once(eventId, what));
  setHandler(messages.statusQuery, () => run.status());
  setHandler(messages.timelineQuery, () => run.timeline());
  setHandler(messages.explainQuery, () => run.explain());

  for (;;) {
    if (run.mustLook()) await look(input, run);
    run.show();
    const { current } = run;
    if (current.kind === 'ended') {
      await condition(allHandlersFinished);
      return { outcome: current.why };
    }
    if (run.long()) return continueAsNew<typeof complianceDeadlineWorkflow>({ ...input, carried: run.carry() });
    await untilDueOrNews(run, current);
  }
}

async function look(input: messages.DeadlineInput, run: DeadlineRun): Promise<void> {
  const { version } = run;
  const { brokerageId, deadlineId } = input;
  run.read(await facts.watchDeadline.executeWithOptions({ summary: run.lookSummary() }, [{ brokerageId, deadlineId }]), version);
}

async function untilDueOrNews(run: DeadlineRun, { nextAt, next }: Extract<messages.WatchLook, { kind: 'waiting' }>): Promise<void> {
  // News that came during the look is still to be looked at.
  const news = (): boolean => run.mustLook() || run.long();
  if (nextAt === null) return condition(news);
  const inTime = await condition(news, Math.max(1, Date.parse(nextAt) - Date.now()), { summary: `Until ${next ?? 'the next look'}`.slice(0, 200) });
  if (!inTime) run.woke();
}
