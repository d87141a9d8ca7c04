import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, it, test } from 'vitest';
import { type Course, type DealStage, dealStages, explain as explainDeal, type Outcome } from '../../domain/closing/course.ts';
import { nameOf, standardWatch, type WatchStep, stepWords as watchWords } from '../../domain/compliance/watch.ts';
import type { Course as FollowUp, HoldReason } from '../../domain/outreach/course.ts';
import { newCourse as newFollowUp } from '../../domain/outreach/course.ts';
import type { Definition, Step } from '../../domain/outreach/schemas.ts';
import { build } from '../../workers/bundle.ts';
import { tracing } from '../../workers/temporal/tracing.ts';
import { explainOpening } from '../../workflows/closing/messages.ts';
import { createDeadlineRun } from '../../workflows/compliance/deadline-run.ts';
import type { WatchLook } from '../../workflows/compliance/messages.ts';
import * as workflows from '../../workflows/index.ts';
import { type DeliveryState, explainDelivery } from '../../workflows/outreach/delivery.messages.ts';
import { createFollowUpRun } from '../../workflows/outreach/follow-up-run.ts';
import { explainMessage, type MessageState } from '../../workflows/outreach/party-message.messages.ts';
import { createEnvelopeRun } from '../../workflows/signing/envelope-run.ts';
import type { EnvelopeStage } from '../../workflows/signing/messages.ts';
import { explainJob, type LeadJobStep } from '../../workflows/sourcing/lead-job.messages.ts';
import { explainImport, type IngestionStatus } from '../../workflows/sourcing/messages.ts';
import type { Asked } from './ask.ts';

const at = '2026-11-27T10:00:00.000Z';
const later = '2026-11-30T10:00:00.000Z';

/** What it waits for or is at, since when, and who or what comes next. */
const whole = /^\S.{3,}\bsince \w+day \d{1,2} \w+, \d\d:\d\d\b/;
const next = /(; next: \S|; it goes on when \S|; looked for again \w+day|; expires \w+day| on \w{3} \d+ \w{3} \d\d:\d\d in |^about to \S|^stopping: \S)/;
const ended = /^(ended|closed|finished|failed)\b/;

const expectWait = (explanation: string): void => {
  expect(explanation).toMatch(whole);
  expect(explanation).toMatch(next);
  expect(explanation).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
};

// Each table is typed by the union it walks: a new state without an entry does not compile, and one without words fails below.

describe('a deal', () => {
  const course = (change: Partial<Course>): Course => ({
    ...{ stage: 'open', since: at, waitingFor: null, dueAt: null, offer: null, requested: null, approvedOfferId: null, outcome: null },
    ...{ followUp: null, replied: false, rowIsBehind: false, fileIsBehind: false, takenIn: 0 },
    ...change,
  });
  const isEnd: Record<DealStage, boolean> = {
    ...{
      open: false,
      listed: false,
      drafting: false,
      blocked: false,
      approval: false,
      'following-up': false,
      accepted: false,
      'under-contract': false,
      closing: false,
    },
    ...{ closed: true, declined: true, expired: true, 'fell-through': true, dead: true },
  };

  it.each(dealStages)('says why it stands at "%s"', (stage) => {
    if (isEnd[stage]) return expect(explainDeal(course({ stage, outcome: { outcome: stage as Outcome, reason: 'sold elsewhere' } }), 'UTC')).toMatch(ended);
    expectWait(explainDeal(course({ stage }), 'UTC'));
    for (const more of [{}, { dueAt: later }, { replied: true }, { followUp: 'the last text on Monday' }])
      expectWait(explainDeal(course({ stage, waitingFor: 'the letter', ...more }), 'America/Chicago'));
  });
});

describe('a follow-up', () => {
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
  const definition = { start: 'email', steps: Object.values(steps) } as Definition;
  const explained = (change: Partial<FollowUp>): string =>
    createFollowUpRun({
      ...{ brokerageId: 'b', brokerage: 'b', enrolmentId: 'e', enrolmentNo: 1, leadNo: 1, sequence: 's', sequenceVersion: 1, definition },
      carried: { course: { ...newFollowUp(definition), ...change }, history: [{ at, what: 'enrolled' }], seen: [] },
    }).explain();

  it.each(Object.keys(steps))('says why it stands before a step of kind "%s", however it stands', (step) => {
    const plan = { step, dueAt: later, words: 'Mon 30 Nov 10:00 in Nashville' };
    expectWait(explained({ plan }));
    expectWait(explained({ plan: { step, dueAt: null, words: null } }));
    expectWait(explained({ plan, paused: true }));
    expectWait(explained({ plan, stop: 'replied' }));
    for (const [by, why] of Object.entries(holds)) expectWait(explained({ plan, hold: { by: by as HoldReason, why } }));
  });

  it.each(['archived', 'stopped', 'not-open'] as const)('says that it is "%s"', (end) => expect(explained({ end })).toMatch(ended));
});

describe('a watcher', () => {
  const steps: Record<WatchStep['step'], WatchStep> = {
    approaching: { step: 'approaching' },
    reminder: { step: 'reminder', hours: standardWatch.reminderHours[0]! },
    flag: { step: 'flag' },
    escalate: { step: 'escalate', role: 'broker' },
    breach: { step: 'breach' },
  };
  const waiting = {
    kind: 'waiting',
    dueAt: later,
    nextAt: later,
    evidence: 'the survey (the seller must act)',
    zone: 'America/Chicago',
    flagged: false,
    told: [],
  } as const;
  const explained = (look?: WatchLook): string => {
    const run = createDeadlineRun({ dealNo: 1, title: 'Survey' });
    if (look) run.read(look, run.version);
    return run.explain();
  };

  it.each(Object.values(steps))('says what comes next: $step', (step) => {
    expect(nameOf(step)).not.toBe('');
    for (const flagged of [false, true]) {
      const explanation = explained({ ...waiting, told: [], flagged, next: watchWords(step, 'seller') });
      expectWait(explanation);
      expect(explanation).toContain(watchWords(step, 'seller'));
    }
  });
  it('says what it waits for where nothing comes by itself, while it reads, and when it has ended', () => {
    expectWait(explained({ ...waiting, told: [], dueAt: null, nextAt: null, next: null }));
    expectWait(explained());
    expect(explained({ kind: 'ended', why: 'satisfied', told: [] })).toMatch(ended);
  });
});

describe('an envelope', () => {
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
  it.each(Object.keys(reached) as EnvelopeStage[])('says why it is "%s"', (stage) => {
    const run = createEnvelopeRun({ brokerageId: 'b', brokerage: 'b', dealNo: 1, envelopeNo: 1, envelopeId: 'e' });
    reached[stage](run);
    expect(run.stage).toBe(stage);
    if (run.isOver() && stage !== 'completed') return expect(run.explain()).toMatch(ended);
    expectWait(run.explain());
    if (stage === 'completed') {
      run.closed({ filed: true });
      return expect(run.explain()).toMatch(ended);
    }
    run.voidRequested('not wanted');
    expectWait(run.explain());
  });
});

describe('the rest', () => {
  const messageStates: Record<MessageState, boolean> = { sending: true, held: true, sent: false, unknown: false, refused: false, 'not-open': false };
  it.each(Object.entries(messageStates))('a message to a party that is "%s"', (state, open) => {
    const explanation = explainMessage(state as MessageState, open && state === 'sending' ? null : 'sending is stopped', at);
    if (open) expectWait(explanation);
    else expect(explanation).toMatch(ended);
  });

  const deliveryStates: Record<DeliveryState, boolean> = { delivering: true, held: true, done: false, skipped: false, unknown: false, refused: false };
  it.each(Object.entries(deliveryStates))('a delivery that is "%s"', (state, open) => {
    const explanation = explainDelivery(state as DeliveryState, state === 'held' ? 'sending is stopped' : null, at);
    if (open) expectWait(explanation);
    else expect(explanation).toMatch(ended);
  });

  const outcomes: Record<IngestionStatus['outcome'], boolean> = { open: true, finished: false, failed: false, closed: false };
  it.each(Object.entries(outcomes))('an import that is "%s"', (outcome, open) => {
    const explanation = explainImport({ outcome: outcome as IngestionStatus['outcome'], step: 'reading 20 KB as propstream', lines: 0, reason: null }, at);
    if (open) expectWait(explanation);
    else expect(explanation).not.toBe('');
  });

  const jobSteps: Record<LeadJobStep, boolean> = {
    ...{ starting: true, 'asking providers': true, deciding: true, 'deciding by the new rules': true, comparing: true },
    ...{ finished: false, failed: false },
  };
  it.each(Object.entries(jobSteps))('a job on leads that is at "%s"', (step, open) => {
    const explanation = explainJob({ kind: 'enrichment', step: step as LeadJobStep, done: 3, total: 9 }, at);
    if (open) expectWait(explanation);
    else expect(explanation).toMatch(ended);
  });

  it('the opening of deals', () => {
    expectWait(explainOpening(null, at));
    expectWait(explainOpening({ waitingFor: "the next day's number: 3 qualified leads wait", nextAt: later }, at));
    expect(explainOpening({ waitingFor: null, nextAt: null }, at)).toMatch(ended);
  });
});

test('no saved run comes to rest anywhere without saying why', async () => {
  const folder = new URL('../histories/', import.meta.url).pathname;
  const histories = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.history'))
    .map((name) => ({ workflowId: name, history: temporal.api.history.v1.History.decode(readFileSync(join(folder, name))) }));
  const code = await build([new URL('./ask.ts', import.meta.url).pathname]);
  const rests: (Parameters<Asked['asked']['rests']>[0] & { run: string })[] = [];
  const sinks = {
    asked: {
      rests: {
        fn: (info: { workflowId: string }, answer: Parameters<Asked['asked']['rests']>[0]) => void rests.push({ ...answer, run: info.workflowId }),
        callDuringReplay: true,
      },
    },
  };
  const options = { plugins: [tracing('keyturn-replay', '')], namespace: 'replay', workflowBundle: { code }, sinks };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) expect(error, workflowId).toBeUndefined();

  expect([...new Set(rests.map(({ workflow }) => workflow))].sort(), 'every workflow was asked').toEqual(Object.keys(workflows).sort());
  const dumb = rests.filter(({ explanation, over }) => !over && !(whole.test(explanation) && next.test(explanation)) && !/^(ended|closed)/.test(explanation));
  expect(dumb.map(({ run, explanation }) => `${run}: "${explanation}"`)).toEqual([]);
  expect(rests.filter(({ explanation }) => explanation === '')).toEqual([]);
  expect(rests.filter(({ over }) => !over).length).toBeGreaterThan(histories.length);
});
