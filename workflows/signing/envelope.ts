import { ActivityFailure, ApplicationFailure, allHandlersFinished, condition, isCancellation, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { mainQueue, sendsQueue } from '../queues.ts';
import { createEnvelopeRun, type EnvelopeRun } from './envelope-run.ts';
import * as messages from './messages.ts';

// One call that must not happen twice: bounded by total time, because the claim makes each further attempt look before it does anything.
const sending = proxyActivities<Pick<Activities, 'sendEnvelope' | 'lookForEnvelope'>>({
  taskQueue: sendsQueue,
  startToCloseTimeout: '2 minutes',
  scheduleToCloseTimeout: '14 days',
  retry: { maximumInterval: '10 minutes' },
});
// Harmless when repeated: what the provider's outage puts off is done when it is back, however long that takes.
const ending = proxyActivities<Pick<Activities, 'withdrawEnvelope' | 'correctSigners' | 'closeEnvelope'>>({
  taskQueue: sendsQueue,
  startToCloseTimeout: '2 minutes',
  retry: { maximumInterval: '10 minutes' },
});
// Our own database; tried for as long as it takes.
const facts = proxyActivities<Pick<Activities, 'giveUpEnvelope'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});

/** One request for signatures: sent at most once, then it waits for what the provider reports, until all have signed, or somebody or the clock ends it. */
export async function envelopeWorkflow(input: messages.EnvelopeInput): Promise<messages.EnvelopeResult> {
  const run = createEnvelopeRun(input);
  handleReports(run);

  await send(input, run);
  while (!run.isOver()) {
    run.show();
    if (run.wantsVoid()) await withdraw(input, run, false);
    else if (run.wantsCorrection()) await correct(input, run);
    else if (!(await newsInTime(run))) await expire(input, run);
  }
  run.show();
  if (run.stage !== 'failed') run.closed(await ending.closeEnvelope.executeWithOptions({ summary: closing(input, run) }, [ids(input)]));
  run.show();
  await condition(allHandlersFinished);
  return { outcome: run.stage };
}

const ids = ({ brokerageId, envelopeId }: messages.EnvelopeInput) => ({ brokerageId, envelopeId });
const closing = ({ envelopeNo }: messages.EnvelopeInput, run: EnvelopeRun): string =>
  run.stage === 'completed' ? `Fetch and keep the signed document of envelope ${envelopeNo}` : `Close envelope ${envelopeNo}: ${run.stage}`;

/** Hands it over; while nobody knows whether it was taken, looks for it again and again, and never sends twice. */
async function send(input: messages.EnvelopeInput, run: EnvelopeRun): Promise<void> {
  const { dealNo, envelopeNo } = input;
  run.show();
  try {
    let answer = await sending.sendEnvelope.executeWithOptions({ summary: `Send envelope ${envelopeNo} of deal ${dealNo} for signature` }, [ids(input)]);
    run.found(answer);
    while (answer.kind === 'unclear' && run.stage === 'looking') {
      run.show();
      const { look, lookAgainAt } = answer;
      const heard = await condition(() => run.stage !== 'looking', Math.max(1, Date.parse(lookAgainAt) - Date.now()), {
        summary: `Until envelope ${envelopeNo} is looked for again`,
      });
      if (heard) return;
      answer = await sending.lookForEnvelope.executeWithOptions({ summary: `Look for envelope ${envelopeNo} at the provider (${look})` }, [
        { ...ids(input), look },
      ]);
      run.found(answer);
    }
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    const code = error.cause instanceof ApplicationFailure ? (error.cause.type ?? 'failed') : 'out-of-time';
    const message = error.cause?.message ?? error.message;
    run.found(await facts.giveUpEnvelope.executeWithOptions({ summary: `Envelope ${envelopeNo} could not be sent` }, [{ ...ids(input), code, message }]));
  }
}

/** Waits for a report or a wish; false when the envelope has expired. No polling: lost reports are found by the reconciliation. */
async function newsInTime(run: EnvelopeRun): Promise<boolean> {
  const { version, dueAt } = run;
  const news = (): boolean => run.version !== version || run.wantsVoid() || run.wantsCorrection();
  if (dueAt === null) {
    await condition(news);
    return true;
  }
  return condition(news, Math.max(1, Date.parse(dueAt) - Date.now()), { summary: 'Until the envelope expires' });
}

async function expire(input: messages.EnvelopeInput, run: EnvelopeRun): Promise<void> {
  run.expired();
  await withdraw(input, run, true);
}

async function withdraw(input: messages.EnvelopeInput, run: EnvelopeRun, expired: boolean): Promise<void> {
  const summary = `End envelope ${input.envelopeNo} at the provider: ${expired ? 'it has expired' : 'it is not wanted any more'}`;
  const answer = await ending.withdrawEnvelope.executeWithOptions({ summary }, [{ ...ids(input), expired }]);
  if (answer.kind === 'refused') run.notEnded(answer.why);
  else run.found(answer);
}

/** News that comes while it corrects are corrected next. */
async function correct(input: messages.EnvelopeInput, run: EnvelopeRun): Promise<void> {
  run.correcting();
  run.corrected(
    await ending.correctSigners.executeWithOptions({ summary: `Correct the signers of envelope ${input.envelopeNo} at the provider` }, [ids(input)]),
  );
}

function handleReports(run: EnvelopeRun): void {
  setHandler(messages.progressedSignal, ({ eventId, what, waitingFor, expiresAt }) => run.once(eventId, () => run.progressed(what, waitingFor, expiresAt)));
  setHandler(messages.completedSignal, ({ eventId }) => run.once(eventId, () => run.over('completed')));
  setHandler(messages.declinedSignal, ({ eventId }) => run.once(eventId, () => run.over('declined')));
  setHandler(messages.voidedSignal, ({ eventId, expired }) => run.once(eventId, () => run.over(expired ? 'expired' : 'voided')));
  setHandler(messages.voidRequestedSignal, ({ eventId, why }) => run.once(eventId, () => run.voidRequested(why)));
  setHandler(messages.signersChangedSignal, ({ eventId }) => run.once(eventId, () => run.signersChanged()));
  setHandler(messages.statusQuery, () => run.status());
  setHandler(messages.timelineQuery, () => run.timeline());
  setHandler(messages.explainQuery, () => run.explain());
}
