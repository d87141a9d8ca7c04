import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  patched,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/index.ts';
import { explain, isClosed, isFile, type Outcome, refuse } from '../../domain/closing/course.ts';
import { mainQueue, renderingQueue } from '../queues.ts';
import { blocked, blockedOn, deadline, stage as stageAttribute } from '../search-attributes.ts';
import { createDealRun, type DealRun } from './deal-run.ts';
import * as messages from './messages.ts';

// Short steps in our own database: they may be tried for as long as it takes.
const facts = proxyActivities<Pick<Activities, 'openDeal' | 'advanceDeal' | 'advanceFile' | 'requestOffer' | 'sendOffer' | 'closeDeal'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '30 seconds',
  retry: { maximumInterval: '1 minute' },
});
// Decisions of a person inside an update: the person waits for the answer, so they give up soon and say why.
const decisions = proxyActivities<Pick<Activities, 'approveOffer' | 'recordDecision'>>({
  taskQueue: mainQueue,
  startToCloseTimeout: '10 seconds',
  scheduleToCloseTimeout: '1 minute',
});
// Rendering has its own process; a crash there is another attempt.
const rendering = proxyActivities<Pick<Activities, 'renderOffer'>>({
  taskQueue: renderingQueue,
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '30 days',
  retry: { maximumInterval: '5 minutes' },
});

/** One deal from its opening to the closing table: draft an offer, have it approved, send it, follow up; once accepted, go where the file's facts lead, and close. */
export async function dealWorkflow(input: messages.DealInput): Promise<{ outcome: Outcome | 'not-open' }> {
  const run = createDealRun(input);
  handlePeople(input, run);

  if (!input.carried) {
    const opened = await facts.openDeal.executeWithOptions({ summary: `Open deal ${input.dealNo}` }, [
      { dealId: input.dealId, brokerageId: input.brokerageId },
    ]);
    // A repeated start, or a row closed meanwhile: nothing to do.
    if (!opened.open) return { outcome: 'not-open' };
    const early = run.course.fileIsBehind;
    run.begin(opened);
    // Facts that overtook the beginning may have made it a file already; if not, it gets its offer like any other.
    const settled = early && !opened.isFile && !run.course.listing && patched('facts-before-the-beginning') && (await takenInEarly(input, run));
    if (!run.course.requested && !run.course.fileIsBehind && !settled) await requestStandardOffer(input, run);
  } else run.card(run.course.waitingFor);

  while (!isClosed(run.course)) {
    const offer = run.course.requested;
    if (run.course.fileIsBehind) await file(input, run);
    else if (!isFile(run.course) && offer && (await draft(input, run, offer)) && (await approved(input, run, offer))) await send(input, run, offer);
    await untilNews(input, run);
    if (run.course.rowIsBehind && !isClosed(run.course)) await catchUp(input, run);
    if (run.quietAndLong()) {
      await condition(allHandlersFinished);
      return continueAsNew<typeof dealWorkflow>({ ...input, carried: run.carry() });
    }
  }
  const { outcome, reason } = run.course.outcome!;
  await facts.closeDeal.executeWithOptions({ summary: `Close deal ${input.dealNo}: ${outcome}` }, [{ ...ids(input), outcome, reason }]);
  run.closed(outcome, reason);
  show(run);
  await condition(allHandlersFinished);
  // The relay found this run where it would have started another.
  if (run.openedAgain)
    return continueAsNew<typeof dealWorkflow>({ ...ids(input), brokerage: input.brokerage, dealNo: input.dealNo, takenIn: run.course.takenIn });
  return { outcome };
}

const ids = ({ brokerageId, dealId }: messages.DealInput): { brokerageId: string; dealId: string } => ({ brokerageId, dealId });

async function takenInEarly(input: messages.DealInput, run: DealRun): Promise<boolean> {
  while (run.course.fileIsBehind && !isClosed(run.course)) await file(input, run);
  return isFile(run.course) || isClosed(run.course);
}

async function requestStandardOffer(input: messages.DealInput, run: DealRun): Promise<void> {
  const answer = await facts.requestOffer.executeWithOptions({ summary: "Offer by the brokerage's formula" }, [
    { ...ids(input), requestKey: `standard/${input.dealNo}` },
  ]);
  if (answer.kind === 'requested') run.offerRequested(answer);
  else await advance(input, run, 'open', `an offer by hand: ${answer.reason}`, null);
}

async function draft(input: messages.DealInput, run: DealRun, offer: { offerId: string; offerNo: number }): Promise<boolean> {
  run.drafting(offer);
  const answer = await rendering.renderOffer.executeWithOptions({ summary: `Letter of offer ${offer.offerNo}` }, [
    { brokerageId: input.brokerageId, offerId: offer.offerId },
  ]);
  if (run.superseded(offer)) return false;
  if (answer.kind === 'drafted') return true;
  // Withdrawn or superseded meanwhile: the newer one is on its way here.
  if (answer.kind === 'closed') return false;
  await advance(input, run, 'blocked', `the letter of offer ${offer.offerNo} to be mended: ${answer.message}`, null);
  return false;
}

async function approved(input: messages.DealInput, run: DealRun, offer: { offerId: string; offerNo: number }): Promise<boolean> {
  if (isClosed(run.course)) return false;
  if (!run.needsApproval) return true;
  await advance(input, run, 'approval', `the approval of offer ${offer.offerNo}`, null);
  await condition(() => run.course.approvedOfferId === offer.offerId || run.superseded(offer) || isClosed(run.course) || run.course.fileIsBehind);
  return run.course.approvedOfferId === offer.offerId && !isClosed(run.course) && !run.course.fileIsBehind;
}

async function send(input: messages.DealInput, run: DealRun, offer: { offerId: string; offerNo: number }): Promise<void> {
  try {
    const sent = await facts.sendOffer.executeWithOptions({ summary: `Send offer ${offer.offerNo} and start the follow-up` }, [
      { ...ids(input), offerId: offer.offerId },
    ]);
    if (sent.kind === 'withdrawn') return;
    run.sent(sent);
    show(run);
  } catch (error) {
    // What our own rules refuse (a sequence that is not there) is for a person to mend; anything else was retried.
    if (!(error instanceof ActivityFailure) || !(error.cause instanceof ApplicationFailure)) throw error;
    await advance(input, run, 'blocked', `a person: ${error.cause.message}`, null);
  }
}

/** Accepted or under contract: the facts say where the deal stands and what it waits for. Long stays begin a fresh history at each stage. */
async function file(input: messages.DealInput, run: DealRun): Promise<void> {
  run.course.fileIsBehind = false;
  const found = await facts.advanceFile.executeWithOptions({ summary: `Look at the file of deal ${input.dealNo}` }, [ids(input)]);
  if (found.outcome) return run.decided(found.outcome, found.reason);
  // A fact of the file that came before there is one: the offers go on.
  if (!found.stage) return;
  if (!run.filed(found) || run.course.stage === 'accepted') return show(run);
  show(run);
  run.milestone();
}

/** Waits for a person, the seller, a newer offer, a fact of the file or the expiry. */
async function untilNews(input: messages.DealInput, run: DealRun): Promise<void> {
  const { dueAt, offer } = run.course;
  const news = (): boolean =>
    isClosed(run.course) || run.course.fileIsBehind || (run.course.requested !== null && !isFile(run.course)) || run.course.rowIsBehind;
  if (news()) return;
  if (!dueAt || !offer) return condition(() => news() || run.quietAndLong());
  const inTime = await condition(() => news() || run.quietAndLong(), Math.max(1, Date.parse(dueAt) - Date.now()), {
    summary: `Offer ${offer.offerNo} expires`,
  });
  if (inTime) return;
  const answer = await decisions.recordDecision.executeWithOptions({ summary: `Offer ${offer.offerNo} expired` }, [
    { ...ids(input), offerId: offer.offerId, decision: 'expired', reason: null, by: 'clock' },
  ]);
  // Accepted or declined at the last moment: that decision stands, and its handler reports it.
  if (answer.kind === 'recorded') run.decided('expired', 'no answer in time');
  else await condition(allHandlersFinished);
}

async function advance(
  input: messages.DealInput,
  run: DealRun,
  stage: 'open' | 'blocked' | 'approval',
  waitingFor: string,
  dueAt: string | null,
): Promise<void> {
  run.wait(stage, waitingFor, dueAt);
  show(run);
  await facts.advanceDeal.executeWithOptions({ summary: `Waiting for ${waitingFor}`.slice(0, 200) }, [
    { ...ids(input), stage, waitingFor, dueAt, offerId: run.course.offer?.offerId ?? null },
  ]);
}

/** The seller wrote: the row says so too. */
async function catchUp(input: messages.DealInput, run: DealRun): Promise<void> {
  const { stage, waitingFor, dueAt, offer } = run.course;
  run.course.rowIsBehind = false;
  run.card(waitingFor);
  await facts.advanceDeal.executeWithOptions({ summary: `Waiting for ${waitingFor}` }, [
    { ...ids(input), stage, waitingFor: waitingFor ?? '', dueAt, offerId: offer?.offerId ?? null },
  ]);
}

/** What visibility shows at a stage's change. */
function show(run: DealRun): void {
  const { stage, dueAt, waitingFor } = run.course;
  upsertSearchAttributes([
    { key: stageAttribute, value: stage },
    { key: blocked, value: stage === 'blocked' },
    { key: blockedOn, value: stage === 'blocked' ? 'letter' : null },
    { key: deadline, value: dueAt ? new Date(dueAt) : null },
  ]);
  run.card(waitingFor);
}

function handlePeople(input: messages.DealInput, run: DealRun): void {
  const refusing =
    (act: Parameters<typeof refuse>[0]) =>
    (_input: messages.PersonAct): void =>
      run.refuse(refuse(act, run.course));
  const decide = async (decision: 'accepted' | 'declined', by: string, reason: string | null): Promise<messages.DealStatus> => {
    const offer = run.course.offer!;
    const answer = await decisions.recordDecision.executeWithOptions({ summary: `Offer ${offer.offerNo} ${decision}` }, [
      { ...ids(input), offerId: offer.offerId, decision, reason, by },
    ]);
    if (answer.kind === 'recorded' && decision === 'accepted') run.accepted();
    else if (answer.kind === 'recorded') run.decided('declined', reason);
    return run.status();
  };
  setHandler(
    messages.approveUpdate,
    async ({ by }) => {
      const offer = run.course.offer!;
      await decisions.approveOffer.executeWithOptions({ summary: `Offer ${offer.offerNo} approved` }, [{ ...ids(input), offerId: offer.offerId, by }]);
      run.approve(offer.offerId);
      return run.status();
    },
    { validator: refusing('approve') },
  );
  setHandler(messages.acceptUpdate, ({ by }) => decide('accepted', by, null), { validator: refusing('accept') });
  setHandler(messages.declineUpdate, ({ by, reason }) => decide('declined', by, reason), { validator: refusing('decline') });
  setHandler(
    messages.markDeadUpdate,
    ({ reason }) => {
      run.decided('dead', reason);
      return run.status();
    },
    { validator: refusing('markDead') },
  );
  setHandler(messages.offerRequestedSignal, (offer) => run.once(offer.eventId, () => run.offerRequested(offer)));
  setHandler(messages.sellerRepliedSignal, ({ eventId, class: kind }) => run.once(eventId, () => run.sellerReplied(kind)));
  setHandler(messages.followUpMovedSignal, ({ eventId, what, next }) => run.once(eventId, () => run.followUpMoved(what, next)));
  setHandler(messages.fileChangedSignal, ({ eventId, position, what, reopened }) =>
    run.once(eventId, () => run.fileChanged(position, what, reopened === true)),
  );
  setHandler(messages.statusQuery, () => run.status());
  setHandler(messages.timelineQuery, () => run.timeline());
  setHandler(messages.explainQuery, () => explain(run.course, run.zone));
}
