import { type Course, type DealStage, dealStages, explain as explainDeal, type Outcome } from '../../domain/closing/course.ts';
import { standardWatch, type WatchStep, stepWords as watchWords } from '../../domain/compliance/watch.ts';
import type { Course as FollowUp, HoldReason } from '../../domain/outreach/course.ts';
import { newCourse as newFollowUp } from '../../domain/outreach/course.ts';
import type { Definition, Step } from '../../domain/outreach/schemas.ts';
import { explainDigest } from '../../workflows/closing/digest.messages.ts';
import { explainOpening } from '../../workflows/closing/messages.ts';
import { createDeadlineRun } from '../../workflows/compliance/deadline-run.ts';
import type { WatchLook } from '../../workflows/compliance/messages.ts';
import { type DeliveryState, explainDelivery } from '../../workflows/outreach/delivery.messages.ts';
import { createFollowUpRun } from '../../workflows/outreach/follow-up-run.ts';
import { explainMessage, type MessageState } from '../../workflows/outreach/party-message.messages.ts';
import { createEnvelopeRun } from '../../workflows/signing/envelope-run.ts';
import type { EnvelopeStage } from '../../workflows/signing/messages.ts';
import { explainJob, type LeadJobStep } from '../../workflows/sourcing/lead-job.messages.ts';
import { explainImport, type IngestionStatus } from '../../workflows/sourcing/messages.ts';

/** A state in which a run stands, what its own code says of it, and whether it has ended. */
export type State = { name: string; explanation: string; ended: boolean };

const at = '2026-11-27T10:00:00.000Z';
const later = '2026-11-30T10:00:00.000Z';
const named = <K extends string>(table: Record<K, unknown>): K[] => Object.keys(table) as K[];

// Each table is typed by the union it walks: a new state without an entry does not compile.

const dealEnds: Record<DealStage, boolean> = {
  ...{ open: false, listed: false, drafting: false, blocked: false, approval: false, 'following-up': false },
  ...{ accepted: false, 'under-contract': false, closing: false },
  ...{ closed: true, declined: true, expired: true, 'fell-through': true, dead: true },
};
export type DealState = State & { course: Course };

/** Every stage, working and waiting, with all that changes what comes next. */
export const dealStates: readonly DealState[] = dealStages.flatMap((stage, index) => {
  const of = (name: string, change: Partial<Course>, zone = 'America/Chicago'): DealState => {
    const course: Course = {
      ...{ stage, since: at, waitingFor: null, dueAt: null, offer: null, requested: null, approvedOfferId: null, outcome: null },
      ...{ followUp: null, replied: false, rowIsBehind: false, fileIsBehind: false, takenIn: 0, ...change },
    };
    return { name: `${stage}${name}`, explanation: explainDeal(course, zone), ended: course.outcome !== null, course };
  };
  if (dealEnds[stage]) return [of('', { outcome: { outcome: stage as Outcome, reason: `sold elsewhere on 2026-11-2${index % 10}` } })];
  const waiting = { waitingFor: `letter ${index} by 2026-12-03` };
  return [
    ...[of(', at work', {}, 'UTC'), of(', waiting', waiting), of(', with an expiry', { ...waiting, dueAt: later })],
    ...[of(', with a reply', { ...waiting, replied: true }), of(', with a follow-up', { ...waiting, followUp: 'the last text on Monday' })],
  ];
});

export type FollowUpState = State & { hold: HoldReason | null; paused: boolean; end: FollowUp['end'] };
export const followUpStates: readonly FollowUpState[] = followUps();

function followUps(): FollowUpState[] {
  const steps: Record<Step['kind'], Step> = {
    email: { id: 'email', kind: 'email', template: 'a', next: 'archive' } as Step,
    text: { id: 'text', kind: 'text', template: 'a', next: 'archive' } as Step,
    'call-task': { id: 'call-task', kind: 'call-task', title: 'Call', next: 'archive' } as Step,
    wait: { id: 'wait', kind: 'wait', days: 1, next: 'archive' } as Step,
    'wait-until': { id: 'wait-until', kind: 'wait-until', time: '08:00', inDays: 1, next: 'archive' } as Step,
    branch: { id: 'branch', kind: 'branch', if: true, then: 'archive', else: 'archive' } as Step,
    archive: { id: 'archive', kind: 'archive' } as Step,
  };
  const holds: Record<HoldReason, string> = {
    paused: 'a person paused it',
    'sending-stopped': 'somebody stopped all sending',
    'missing-variable': 'there is no value for offer.amount',
    'no-sender': 'no sender for texts',
    fault: 'the template cannot be read',
  };
  const ends: Record<NonNullable<FollowUp['end']>, true> = { archived: true, stopped: true, 'not-open': true };
  const definition = { start: 'email', steps: Object.values(steps) } as Definition;
  const of = (name: string, change: Partial<FollowUp>): FollowUpState => {
    const course = { ...newFollowUp(definition), ...change };
    const run = createFollowUpRun({
      ...{ brokerageId: 'b', brokerage: 'b', enrolmentId: 'e', enrolmentNo: 1, leadNo: 1, sequence: 's', sequenceVersion: 1, definition },
      carried: { course, history: [{ at, what: 'enrolled' }], seen: [] },
    });
    return { name, explanation: run.explain(), ended: course.end !== null, hold: course.hold?.by ?? null, paused: course.paused, end: course.end };
  };
  return [
    ...named(steps).flatMap((step) => {
      const plan = { step, dueAt: later, words: 'Mon 30 Nov 10:00 in Nashville' };
      return [
        ...[of(`${step}, planned`, { plan }), of(`${step}, at once`, { plan: { step, dueAt: null, words: null } })],
        ...[of(`${step}, paused`, { plan, paused: true }), of(`${step}, stopping`, { plan, stop: 'replied' })],
        ...named(holds).map((by) => of(`${step}, held by ${by}`, { plan, hold: { by, why: holds[by] } })),
      ];
    }),
    ...named(ends).map((end) => of(end, { end })),
  ];
}

export type WatcherState = State & { next: string | null };
export const watcherStates: readonly WatcherState[] = watchers();

function watchers(): WatcherState[] {
  const steps: Record<WatchStep['step'], WatchStep> = {
    approaching: { step: 'approaching' },
    reminder: { step: 'reminder', hours: standardWatch.reminderHours[0]! },
    flag: { step: 'flag' },
    escalate: { step: 'escalate', role: 'broker' },
    breach: { step: 'breach' },
  };
  const waiting = {
    ...({ kind: 'waiting', dueAt: later, nextAt: later, evidence: 'the survey (the seller must act)' } as const),
    ...{ zone: 'America/Chicago', flagged: false, told: [] },
  };
  const of = (name: string, look?: WatchLook): WatcherState => {
    const run = createDeadlineRun({ dealNo: 1, title: 'Survey' });
    if (look) run.read(look, run.version);
    return { name, explanation: run.explain(), ended: look?.kind === 'ended', next: look?.kind === 'waiting' ? look.next : null };
  };
  return [
    ...Object.values(steps).flatMap((step) =>
      [false, true].map((flagged) => of(`${step.step}${flagged ? ', flagged' : ''}`, { ...waiting, told: [], flagged, next: watchWords(step, 'seller') })),
    ),
    of('nothing comes by itself', { ...waiting, told: [], dueAt: null, nextAt: null, next: null }),
    ...[of('reading'), of('ended', { kind: 'ended', why: 'satisfied', told: [] })],
  ];
}

export type EnvelopeRunState = State & { stage: EnvelopeStage };
export const envelopeStates: readonly EnvelopeRunState[] = envelopes();

function envelopes(): EnvelopeRunState[] {
  type Run = ReturnType<typeof createEnvelopeRun>;
  const out = (run: Run): void => run.found({ kind: 'out', waitingFor: "the buyer's signature", expiresAt: later, zone: 'America/Chicago' });
  const reached: Record<EnvelopeStage, (run: Run) => void> = {
    sending: () => {},
    looking: (run) => run.found({ kind: 'unclear', lookAgainAt: later, look: 1, zone: 'UTC' }),
    unknown: (run) => run.found({ kind: 'unknown', expiresAt: later, zone: 'UTC' }),
    out,
    blocked: (run) => {
      out(run);
      run.notEnded('the account is closed');
    },
    completed: (run) => run.over('completed'),
    declined: (run) => run.over('declined'),
    voided: (run) => run.over('voided'),
    expired: (run) => run.over('expired'),
    failed: (run) => run.found({ kind: 'refused', why: 'no such signer' }),
  };
  return named(reached).flatMap((stage) => {
    const run = createEnvelopeRun({ brokerageId: 'b', brokerage: 'b', dealNo: 1, envelopeNo: 1, envelopeId: 'e' });
    reached[stage](run);
    // A completed one is still to be filed.
    const ended = run.isOver() && stage !== 'completed';
    const first = { name: stage, explanation: run.explain(), ended, stage: run.stage };
    if (ended) return [first];
    if (stage === 'completed') run.closed({ filed: true });
    else run.voidRequested('not wanted');
    return [
      first,
      {
        name: `${stage}, then ${stage === 'completed' ? 'filed' : 'to be voided'}`,
        explanation: run.explain(),
        ended: stage === 'completed',
        stage: run.stage,
      },
    ];
  });
}

export const otherStates: readonly State[] = others();

function others(): State[] {
  const messages: Record<MessageState, boolean> = { sending: true, held: true, sent: false, unknown: false, refused: false, 'not-open': false };
  const deliveries: Record<DeliveryState, boolean> = { delivering: true, held: true, done: false, skipped: false, unknown: false, refused: false };
  const imports: Record<IngestionStatus['outcome'], boolean> = { open: true, finished: false, failed: false, closed: false };
  const jobs: Record<LeadJobStep, boolean> = {
    ...{ starting: true, 'asking providers': true, deciding: true, 'deciding by the new rules': true, comparing: true },
    ...{ finished: false, failed: false },
  };
  const of = <K extends string>(what: string, table: Record<K, boolean>, explain: (state: K) => string): State[] =>
    named(table).map((state) => ({ name: `${what} that is "${state}"`, explanation: explain(state), ended: !table[state] }));
  return [
    ...of('a message to a party', messages, (state) => explainMessage(state, state === 'sending' ? null : 'sending is stopped', at)),
    ...of('a delivery', deliveries, (state) => explainDelivery(state, state === 'held' ? 'sending is stopped' : null, at)),
    ...of('an import', imports, (outcome) =>
      explainImport({ outcome, step: outcome === 'open' ? 'reading 20 KB as propstream' : outcome, lines: 0, reason: null }, at),
    ),
    ...of('a job on leads', jobs, (step) => explainJob({ kind: 'enrichment', step, done: 3, total: 9 }, at)),
    { name: 'a digest that looks', explanation: explainDigest(null, at), ended: false },
    ...[1, 2].map((readers) => ({
      name: `a digest that ${readers} read`,
      explanation: explainDigest({ readers, asked: 0, day: null, nextAt: later, zone: 'America/Chicago' }, at),
      ended: false,
    })),
    { name: 'a digest that has ended', explanation: explainDigest({ readers: 0, asked: 0, day: null, nextAt: null, zone: 'UTC' }, at), ended: true },
    { name: 'an opening that looks', explanation: explainOpening(null, at), ended: false },
    {
      name: 'an opening that waits',
      explanation: explainOpening({ waitingFor: "the next day's number: 3 qualified leads wait", nextAt: later }, at),
      ended: false,
    },
    { name: 'an opening that has ended', explanation: explainOpening({ waitingFor: null, nextAt: null }, at), ended: true },
  ];
}
