import { allHandlersFinished, condition, continueAsNew, patched, setHandler } from '@temporalio/workflow';
import { createDeadlineRun, type DeadlineRun } from './deadline-run.ts';
import * as messages from './messages.ts';

/** What a watcher is started with: what to show, and what an earlier run of it carried over. */
export type WatchInput = Pick<messages.DeadlineInput, 'dealNo' | 'title'> & { carried?: messages.DeadlineCarried };

/** Looks, sleeps until the next thing is due or news come, and looks again, until there is nothing left to watch. */
export async function watch<I extends WatchInput>(input: I, look: (summary: string) => Promise<messages.WatchLook>): Promise<messages.DeadlineResult> {
  const run = createDeadlineRun(input);
  setHandler(messages.lookAgainSignal, ({ eventId, what }) => run.once(eventId, what));
  setHandler(messages.statusQuery, () => run.status());
  setHandler(messages.timelineQuery, () => run.timeline());
  setHandler(messages.explainQuery, () => run.explain());

  run.card();
  for (;;) {
    if (run.mustLook()) {
      const { version } = run;
      run.read(await look(run.lookSummary()), version);
    }
    run.show();
    const { current } = run;
    // News that came while it looked may have brought back what it watches; nobody starts it again for news it was told.
    if (current.kind === 'ended' && run.mustLook() && patched('news-at-the-end')) continue;
    if (current.kind === 'ended') {
      await condition(allHandlersFinished);
      return { outcome: current.why };
    }
    if (run.long()) return continueAsNew<(next: I) => Promise<messages.DeadlineResult>>({ ...input, carried: run.carry() });
    await untilDueOrNews(run, current);
  }
}

async function untilDueOrNews(run: DeadlineRun, { nextAt, next }: Extract<messages.WatchLook, { kind: 'waiting' }>): Promise<void> {
  // News that came during the look is still to be looked at.
  const news = (): boolean => run.mustLook() || run.long();
  if (nextAt === null) return condition(news);
  const inTime = await condition(news, Math.max(1, Date.parse(nextAt) - Date.now()), { summary: `Until ${next ?? 'the next look'}`.slice(0, 200) });
  if (!inTime) run.woke();
}
