import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { OutreachActivities } from '../../activities/outreach.ts';
import type { Answer, Move } from '../../domain/outreach/course.ts';
import { doWords, stepWords } from '../../domain/outreach/words.ts';
import { mainQueue, sendsQueue } from '../queues.ts';
import { createFollowUpRun, type FollowUpRun } from './follow-up-run.ts';
import * as messages from './messages.ts';

// Short steps in our own database: they may be tried for as long as it takes.
const facts = proxyActivities<Pick<OutreachActivities, 'takeStep' | 'skipStep' | 'closeEnrolment' | 'holdEnrolment'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
});
// One message. Bounded by total time: quiet hours and outages are retries whose delay the activity sets; a claim in
// the ledger makes a second attempt after an unclear one harmless. A stop while it waits gives it up at once.
const sends = proxyActivities<Pick<OutreachActivities, 'sendStep'>>({
  taskQueue: sendsQueue,
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: '20 seconds',
  scheduleToCloseTimeout: '30 days',
  retry: { initialInterval: '10 seconds', maximumInterval: '15 minutes' },
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
});

type Taking = Extract<Move, { kind: 'take' | 'skip' }>;

/** Follows up one enrolled lead, step by step as its pinned definition says, until it ends or somebody answers. */
export async function followUpSequenceWorkflow(input: messages.FollowUpInput): Promise<messages.FollowUpResult> {
  const run = createFollowUpRun(input);
  handleMessages(run);

  for (;;) {
    const move = run.decide();
    run.show();
    switch (move.kind) {
      case 'end':
        return end(run, move.outcome);
      case 'close':
        await close(input, move.status, move.reason);
        run.closed(move.status, move.reason);
        break;
      case 'take':
      case 'skip':
        await take(input, run, move);
        break;
      case 'hold':
      case 'sleep':
        if (run.long()) return continueAsNew<typeof followUpSequenceWorkflow>({ ...input, carried: run.carry() });
        await untilDueOrNews(run, move);
        break;
      default:
        return move satisfies never;
    }
  }
}

async function untilDueOrNews(run: FollowUpRun, move: Extract<Move, { kind: 'hold' | 'sleep' }>): Promise<void> {
  const seen = run.version;
  const news = (): boolean => run.version !== seen;
  if (move.kind === 'hold') await condition(news);
  else await condition(news, Math.max(1, Date.parse(move.until) - Date.now()), { summary: `Until it is time to ${doWords(move.step)}`.slice(0, 200) });
}

/** Takes a step by its activity. What finally fails is held for a person, never dropped. */
async function take(input: messages.FollowUpInput, run: FollowUpRun, move: Taking): Promise<void> {
  const before = run.releases;
  try {
    const answer = await untilDoneOrInterrupted(run, move, () => perform(input, move));
    run.taken(move, answer, before);
  } catch (error) {
    if (isCancellation(error) && !CancellationScope.current().consideredCancelled) return;
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    // Given up while it failed: the reason for that comes first.
    if (move.kind === 'take' && run.interrupted()) return;
    const why = error.cause instanceof ApplicationFailure ? error.cause.message : (error.cause?.message ?? error.message);
    await facts.holdEnrolment.executeWithOptions({ summary: `Hold ${stepWords(move.step)} for a person`.slice(0, 200) }, [
      { ...ids(input), step: move.step.id, why },
    ]);
    run.taken(move, { kind: 'held', by: 'fault', why }, before);
  }
}

function perform(input: messages.FollowUpInput, move: Taking): Promise<Answer> {
  const { step, visit } = move;
  const key = `${workflowInfo().workflowId}/${input.enrolmentNo}/${step.id}/${visit}`;
  const args = { ...ids(input), step: step.id, key, again: move.kind === 'take' && move.again };
  if (move.kind === 'skip') return facts.skipStep.executeWithOptions({ summary: `Skip ${stepWords(step)}`.slice(0, 200) }, [{ ...args, by: move.by }]);
  const summary = `${capital(doWords(step))} (v${input.sequenceVersion}${visit > 1 ? `, visit ${visit}` : ''})`.slice(0, 200);
  return step.kind === 'email' || step.kind === 'text'
    ? sends.sendStep.executeWithOptions({ summary }, [args])
    : facts.takeStep.executeWithOptions({ summary }, [args]);
}

/** A step that waits for its next attempt (quiet hours, an outage) is given up when somebody stops, pauses or skips it; one that is being done is let finish. */
async function untilDoneOrInterrupted(run: FollowUpRun, move: Taking, work: () => Promise<Answer>): Promise<Answer> {
  if (move.kind === 'skip') return work();
  let done = false;
  const scope = new CancellationScope();
  const pending = scope.run(work).finally(() => {
    done = true;
  });
  pending.catch(() => {});
  await condition(() => done || run.interrupted());
  if (!done) scope.cancel();
  return pending;
}

const close = (input: messages.FollowUpInput, status: 'archived' | 'stopped', reason: string | null): Promise<void> =>
  facts.closeEnrolment.executeWithOptions({ summary: reason ? `Stop: ${reason}`.slice(0, 200) : 'Archive with its counts' }, [
    { ...ids(input), status, reason },
  ]);

async function end(run: FollowUpRun, outcome: messages.FollowUpResult['outcome']): Promise<messages.FollowUpResult> {
  await condition(allHandlersFinished);
  // Enrolled once more while this run was ending.
  if (run.following) return continueAsNew<typeof followUpSequenceWorkflow>(run.following);
  return { outcome, reason: run.course.stop };
}

function handleMessages(run: FollowUpRun): void {
  setHandler(messages.stopSignal, ({ eventId, enrolmentId, reason }) => run.once(eventId, enrolmentId, () => run.stop(reason)));
  setHandler(messages.pauseSignal, ({ eventId, enrolmentId }) => run.once(eventId, enrolmentId, () => run.pause()));
  setHandler(messages.resumeSignal, ({ eventId, enrolmentId }) => run.once(eventId, enrolmentId, () => run.release('resumed')));
  setHandler(messages.releaseSignal, ({ eventId, enrolmentId }) => run.once(eventId, enrolmentId, () => run.release('released')));
  setHandler(messages.sendAgainSignal, ({ eventId, enrolmentId, step }) => run.once(eventId, enrolmentId, () => run.sendAgain(step)));
  setHandler(messages.enrolledSignal, ({ input }) => run.enrolled(input));
  setHandler(
    messages.skipUpdate,
    async ({ by }) => {
      run.skip(by);
      await condition(() => run.course.skip === null || run.course.end !== null);
      return run.status();
    },
    {
      validator: ({ step }) => {
        const why = run.refuseSkip(step);
        if (why) throw ApplicationFailure.nonRetryable(why, 'NotNow');
      },
    },
  );
  setHandler(messages.statusQuery, () => run.status());
  setHandler(messages.timelineQuery, () => run.timeline());
  setHandler(messages.explainQuery, () => run.explain());
}

const ids = ({ brokerageId, enrolmentId }: messages.FollowUpInput): { brokerageId: string; enrolmentId: string } => ({ brokerageId, enrolmentId });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
