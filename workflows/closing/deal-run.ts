import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import { type Course, day, isClosed, isFile, newCourse, type Outcome } from '../../domain/closing/course.ts';
import { showCard } from '../card.ts';
import type { DealCarried, DealInput, DealStatus, TimelineEntry } from './messages.ts';

type OfferRef = { offerId: string; offerNo: number };
const iso = (): string => new Date().toISOString();
/** Long enough to recognise any repeat the relay can make, short enough to carry. */
const seenLimit = 200;
const historyLimit = 100;

export type DealRun = ReturnType<typeof createDealRun>;

/** The state of one deal's run and its transitions; no awaits, so handlers and the story never interleave inside one. */
export function createDealRun(input: DealInput) {
  const { carried } = input;
  let atMilestone = false;
  let openedAgain = false;
  let zone = carried?.zone ?? 'UTC';
  let needsApproval = carried?.needsApproval ?? false;
  const course: Course = carried?.course ?? { ...newCourse(iso()), takenIn: input.takenIn ?? 0 };
  const history: TimelineEntry[] = carried?.history ?? [];
  const seen: string[] = carried?.seen ?? [];

  const note = (what: string): void => {
    history.push({ at: iso(), what });
    if (history.length > historyLimit) history.splice(0, history.length - historyLimit);
  };
  const move = (stage: Course['stage'], waitingFor: string | null, dueAt: string | null): void => {
    if (course.stage !== stage || course.waitingFor !== waitingFor) course.since = iso();
    Object.assign(course, { stage, waitingFor, dueAt });
  };

  return {
    course,
    get zone() {
      return zone;
    },
    get needsApproval() {
      return needsApproval;
    },
    /** The deal was opened again while this run was ending. */
    get openedAgain() {
      return openedAgain;
    },
    begin(opened: { zone: string; offerApproval: boolean; isFile: boolean; side?: string }) {
      // A listing gets no offer of ours: from its first step on the facts say what it waits for.
      if (opened.side === 'listing') course.listing = true;
      if (opened.isFile || course.listing) course.fileIsBehind = true;
      zone = opened.zone;
      needsApproval = opened.offerApproval;
      note(`deal ${input.dealNo} opened`);
    },
    offerRequested({ offerId, offerNo }: OfferRef) {
      // A repeat of what is drafted or out already is no news.
      if (course.offer?.offerId === offerId || course.requested?.offerId === offerId) return;
      course.requested = { offerId, offerNo };
      note(`offer ${offerNo} requested`);
    },
    drafting(offer: OfferRef) {
      Object.assign(course, { offer, requested: null, approvedOfferId: null });
      move('drafting', null, null);
    },
    /** A newer request came in while this one was worked on. */
    superseded: (offer: OfferRef) => course.requested !== null && course.requested.offerId !== offer.offerId,
    wait(stage: 'open' | 'blocked' | 'approval', waitingFor: string, dueAt: string | null) {
      move(stage, waitingFor, dueAt);
      note(`waits for ${waitingFor}`);
    },
    approve(offerId: string) {
      course.approvedOfferId = offerId;
      note('offer approved');
    },
    sent({ expiresAt, followUp }: { expiresAt: string; followUp: string | null }) {
      course.followUp = followUp;
      course.replied = false;
      move('following-up', "the seller's reply", expiresAt);
      note(`offer ${course.offer?.offerNo} sent, good until ${day(expiresAt, zone)}`);
    },
    sellerReplied(kind: string) {
      if (kind === 'auto-reply') return;
      // Under contract the file says what the deal waits for; that somebody answers is the task's.
      if (isFile(course) || course.listing) return note(`the seller wrote (${kind})`);
      Object.assign(course, { replied: true, rowIsBehind: true });
      move(course.stage, "a person's answer to the seller", course.dueAt);
      note(`the seller replied (${kind})`);
    },
    followUpMoved(what: string, next: string | null) {
      course.followUp = next;
      note(what);
    },
    accepted() {
      Object.assign(course, { requested: null, followUp: null, replied: false, fileIsBehind: true });
      move('accepted', null, null);
      note('the seller accepted');
    },
    /** A fact of the file came in; the first contract also ends what is left of the offers. */
    fileChanged(position: number, what: string, reopened: boolean) {
      // Only the row of a run that has ended can be opened again.
      if (reopened && isClosed(course)) openedAgain = true;
      Object.assign(course, { fileIsBehind: true, takenIn: Math.max(course.takenIn, position) });
      note(what);
    },
    /** Where the facts put the deal. Answers whether that is another stage. */
    filed({ stage, waitingFor }: { stage: Course['stage']; waitingFor: string | null }): boolean {
      const moved = course.stage !== stage;
      Object.assign(course, { requested: null, followUp: null });
      move(stage, waitingFor, null);
      if (moved) note(`now ${stage.replace('-', ' ')}`);
      return moved;
    },
    decided(outcome: Outcome, reason: string | null) {
      course.outcome ??= { outcome, reason };
    },
    closed(outcome: Outcome, reason: string | null) {
      move(outcome, null, null);
      note(`${outcome}${reason ? `: ${reason}` : ''}`);
    },
    refuse(why: string | null) {
      if (why) throw ApplicationFailure.nonRetryable(why, 'NotNow', { stage: course.stage });
    },
    once(eventId: string, act: () => void) {
      if (seen.includes(eventId)) return;
      seen.push(eventId);
      if (seen.length > seenLimit) seen.shift();
      act();
    },
    status: (): DealStatus => ({
      stage: course.outcome?.outcome ?? course.stage,
      waitingFor: course.waitingFor,
      waitingSince: course.since,
      dueAt: course.dueAt,
      offerNo: course.offer?.offerNo ?? null,
      takenIn: course.takenIn,
    }),
    timeline: (): TimelineEntry[] => [...history, ...(course.dueAt && !course.outcome ? [{ at: course.dueAt, what: 'the offer expires' }] : [])],
    carry: (): DealCarried => ({ course, zone, needsApproval, history, seen }),
    /** A quiet point of a long history: the engine asks for a fresh run. */
    quietAndLong: () => (workflowInfo().continueAsNewSuggested || atMilestone) && (course.requested === null || isFile(course)) && !course.fileIsBehind,
    /** A stage of the file was reached: weeks may pass, so the next one begins a fresh history. */
    milestone() {
      atMilestone = true;
    },
    /** The live card of the Temporal Web UI. */
    card(waitingFor: string | null) {
      showCard(
        `### Deal ${input.dealNo}: ${course.stage}`,
        waitingFor ? `**Waiting for** ${waitingFor} since ${day(course.since, zone)}` : '',
        course.dueAt ? `**Next by itself** ${day(course.dueAt, zone)}` : '',
        course.offer ? `**Offer** ${course.offer.offerNo}` : '',
        ...history.slice(-8).map(({ at, what }) => `- ${day(at, zone)}: ${what}`),
      );
    },
  };
}
