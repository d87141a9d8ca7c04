import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOutreachActivities } from '../../activities/outreach.ts';
import { OutcomeUnknown } from '../../activities/providers/faults.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { type Change, changeSubject } from '../../db/events.ts';
import { createFileStore } from '../../db/files.ts';
import { resumeSending, stopSending } from '../../db/queries/core.ts';
import { closeEnrolment, findEnrolment, listTouches, pauseEnrolment, resumeEnrolment } from '../../db/queries/outreach.ts';
import { listSends, settleUnknown } from '../../db/queries/sends.ts';
import { publishTemplate } from '../../db/queries/sequences.ts';
import { inboundWebhooks, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import type { Plan } from '../../domain/outreach/course.ts';
import { defaultSequence } from '../../domain/outreach/default-sequence.ts';
import { compileTemplate } from '../../domain/outreach/templates.compile.ts';
import type { CompiledTemplate } from '../../domain/outreach/templates.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { fastForward } from '../../test/fast-forward.ts';
import { testFolder } from '../../test/folder.ts';
import { runPage } from '../../test/run-page.ts';
import { enrol, type FakeProviders, fakeProviders, seedOutreach, seedSeller, seedSequence } from '../../test/seed-outreach.ts';
import { outreachConsumers } from '../../workers/consumers/outreach.ts';
import { createPerform } from '../../workers/relay/perform.ts';
import { drain } from '../../workers/relay/relay.ts';
import { mainQueue } from '../queues.ts';
import { explainQuery, type FollowUpInput, type FollowUpResult, skipUpdate } from './messages.ts';

const day = 86_400;
let database: TestDatabase;
let engine: TestEngine;
let providers: FakeProviders;
let brokerage: { id: string; slug: string };

beforeAll(async () => {
  database = await testDatabase();
  engine = await testEngine();
  providers = fakeProviders();
  brokerage = await seedOutreach(database.app);
  const files = createFileStore(testFolder('test-files'));
  await engine.work(
    createOutreachActivities({
      db: database.app,
      files,
      email: providers.email,
      text: providers.text,
      propertyData: [],
      ...{ signatures: createProviders({}).signatures, crm: createProviders({}).crm },
      publicUrl: 'https://keyturn.example',
    }),
  );
});

/** Delivers every event that is committed. */
const settle = (): Promise<void> =>
  drain({
    app: database.app,
    relay: database.relay.sql,
    consumers: outreachConsumers,
    perform: createPerform({ client: engine.client, relay: database.relay.sql, offsetMs: async () => 0, publicUrl: 'https://keyturn.example' }),
    retryDelaysMs: [50, 200],
    log: () => {},
  });

type Started = { enrolmentId: string; handle: WorkflowHandle; seller: Awaited<ReturnType<typeof seedSeller>> };

async function start(seed: Parameters<typeof seedSeller>[2] = {}, sequence?: string): Promise<Started> {
  const seller = await seedSeller(database.app, brokerage.id, seed);
  const { enrolmentId, workflowId } = await enrol(database.app, brokerage.id, seller.leadId, sequence);
  await settle();
  return { enrolmentId, handle: engine.client.workflow.getHandle(workflowId), seller };
}

const row = (enrolmentId: string) => inTenant(database.app, brokerage.id, (tx) => findEnrolment(tx, { enrolmentId }));
const touched = async (enrolmentId: string): Promise<string[]> =>
  (await inTenant(database.app, brokerage.id, (tx) => listTouches(tx, { enrolmentId }))).map(({ step, outcome }) => `${step}:${outcome}`);
const until = async (check: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('it did not come to that');
};
const untilTouched = async (enrolmentId: string, count: number): Promise<void> => {
  await until(async () => (await touched(enrolmentId)).length >= count).catch(async (error) => {
    const { workflowId } = (await row(enrolmentId))!;
    const { raw } = await engine.client.workflow.getHandle(workflowId).describe();
    throw new Error(`${error.message}: ${raw.pendingActivities?.map(({ activityType, lastFailure }) => `${activityType?.name} ${lastFailure?.message}`)}`);
  });
};
const forward = (handle: WorkflowHandle, seconds: number) => fastForward(engine.connection, engine.namespace, handle, seconds);
/** To an hour after what the plan says comes next: how far that is depends on the hour at which the test runs. */
async function forwardPastNext(handle: WorkflowHandle, enrolmentId: string): Promise<void> {
  const { dueAt } = (await row(enrolmentId))!.plan as Plan;
  const { raw } = await handle.describe();
  const own = optionalTsToMs(raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? Date.now();
  await forward(handle, Math.ceil((Date.parse(dueAt!) - own) / 1000) + 3600);
}

/** A provider's webhook, as its endpoint stores it. */
async function webhook(payload: Record<string, unknown>): Promise<void> {
  const id = randomUUID();
  await changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: { kind: 'webhook', id }, actor: { kind: 'provider', id: 'test' }, source: 'test' },
    async ({ tx, event }) => {
      await tx.insert(inboundWebhooks).values({ brokerageId: brokerage.id, id, provider: 'test', providerEventId: id, payload });
      await event('Webhook.Received', { webhookId: id, provider: 'test', kind: String(payload.kind) });
    },
  );
  await settle();
}
const replyByText = (from: string, body: string) =>
  webhook({ kind: 'inbound-text', messageSid: `SM${randomUUID()}`, from, to: '+16155550100', body, optOutType: null });
const change = <T>(leadId: string, fn: (change: Change) => Promise<T>): Promise<T> =>
  changeSubject(database.app, { brokerageId: brokerage.id, subject: { kind: 'lead', id: leadId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const sending = async (state: 'stop' | 'resume'): Promise<void> => {
  await changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: { kind: 'brokerage', id: brokerage.id }, actor: { kind: 'person', id: 'test' }, source: 'test' },
    (c) => (state === 'stop' ? stopSending(c, { by: 'test', reason: 'test' }) : resumeSending(c, { reason: 'test' })),
  );
  await settle();
};
const explained = (handle: WorkflowHandle, words: RegExp) => until(async () => words.test(await handle.query(explainQuery)));
const textsTo = (seller: Started['seller']) => providers.texts.filter(({ to }) => to === seller.phone);

const text = (id: string, next: string) => ({ id, kind: 'text', template: 'first-text', next });
const archive = { id: 'archive', kind: 'archive' };
/** A text that comes due at eleven at night, where the seller lives. */
const lateText = {
  start: 'until-late',
  steps: [{ id: 'until-late', kind: 'wait-until', time: '23:00', inDays: 1, next: 'text' }, text('text', 'archive'), archive],
};
const callThenText = {
  start: 'call',
  steps: [
    { id: 'call', kind: 'call-task', title: 'Call', next: 'until' },
    { id: 'until', kind: 'wait-until', time: '10:00', inDays: 1, next: 'text' },
    text('text', 'archive'),
    archive,
  ],
};

describe('the shipped sequence', () => {
  it('goes from the e-mail to the archive in seven days, and explains itself on the way', async () => {
    const { enrolmentId, handle, seller } = await start();
    expect(await runPage(handle)).toBe(`https://keyturn.example/leads/${seller.leadNo}`);
    await untilTouched(enrolmentId, 1);
    expect(providers.emails.filter(({ to }) => to === seller.email)).toHaveLength(1);
    await until(async () => (await handle.query(explainQuery)).startsWith('waiting'));
    expect(await handle.query(explainQuery)).toMatch(/^waiting to send the first text on \w{3} \d+ \w{3,4} 08:00 in Nashville \(since \w+day .* UTC\)$/);
    expect((await row(enrolmentId))?.waitingFor).toMatch(/^the first text on \w{3} \d+ \w{3,4} 08:00 in Nashville$/);

    await forward(handle, 8 * day);
    expect(await handle.result()).toEqual({ outcome: 'archived', reason: null } satisfies FollowUpResult);
    expect(await touched(enrolmentId)).toEqual(['offer-email:sent', 'first-text:sent', 'call:task', 'last-text:sent']);
    expect(await row(enrolmentId)).toMatchObject({ status: 'archived', runDueAt: null, counts: { emails: 1, texts: 2, callTasks: 1, skipped: 0, unknown: 0 } });
    expect(providers.texts.filter(({ to }) => to === seller.phone)).toHaveLength(2);
  });
});

describe('a reply stops the follow-up', () => {
  beforeAll(() =>
    Promise.all([seedSequence(database.app, brokerage.id, 'late-text', lateText), seedSequence(database.app, brokerage.id, 'call-then-text', callThenText)]),
  );

  it('while it waits for the next touch', async () => {
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    await replyByText(seller.phone!, 'What is your best price?');
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'replied' });
    expect(await row(enrolmentId)).toMatchObject({ status: 'stopped', stopReason: 'replied', counts: { emails: 1, texts: 0 } });
    expect(textsTo(seller)).toEqual([]);
  });

  it('while a text waits for the calling window, which the row shows', async () => {
    const { enrolmentId, handle, seller } = await start({}, 'late-text');
    await explained(handle, /^waiting to send the text "first-text" on .* 23:00 in Nashville \(since/);
    await forwardPastNext(handle, enrolmentId);
    await until(async () => /08:00 in Nashville \(quiet hours until then\)$/.test((await row(enrolmentId))?.waitingFor ?? ''));
    await replyByText(seller.phone!, 'Who is this?');
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'replied' });
    expect(textsTo(seller)).toEqual([]);
  });

  it('while it is paused', async () => {
    const { enrolmentId, handle, seller } = await start({}, 'call-then-text');
    await untilTouched(enrolmentId, 1);
    await change(seller.leadId, (c) => pauseEnrolment(c, { enrolmentId, by: 'test' }));
    await settle();
    await explained(handle, /^paused by a person/);
    await replyByText(seller.phone!, 'hello?');
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'replied' });
  });

  it('by e-mail from an address we never knew, in answer to one of ours', async () => {
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    const { key } = providers.emails.find(({ to }) => to === seller.email)!;
    await webhook({
      kind: 'inbound-email',
      emailId: randomUUID(),
      mailbox: 'offers@keyturn.example',
      from: 'sister@example.org',
      to: 'offers@keyturn.example',
      subject: 'Re: Our offer',
      body: `I decide this with my sister.\n\nOn Mon, Nov 2, 2026 Keyturn wrote:\n> Unsubscribe`,
      inReplyTo: `mail-${providers.emails.findIndex((mail) => mail.key === key) + 1}-${key}`,
      references: [],
      autoReply: false,
    });
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'replied' });
  });

  it('but a machine that answers does not', async () => {
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    await webhook({
      kind: 'inbound-email',
      emailId: randomUUID(),
      mailbox: 'offers@keyturn.example',
      from: seller.email,
      to: 'offers@keyturn.example',
      subject: 'Automatic reply',
      body: 'I am away',
      inReplyTo: null,
      references: [],
      autoReply: true,
    });
    await replyByText(seller.phone!, "I'm driving right now");
    expect(await row(enrolmentId)).toMatchObject({ status: 'open', stopReason: null });
    await handle.terminate();
  });
});

describe('an opt-out', () => {
  it('by STOP ends the follow-up and suppresses the number for the whole brokerage, whoever else has it', async () => {
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    await replyByText(seller.phone!, 'STOP');
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'opted-out' });

    const other = await start({ phone: seller.phone }, 'call-then-text');
    await forward(other.handle, 3 * day);
    expect(await other.handle.result()).toMatchObject({ outcome: 'archived' });
    expect(await touched(other.enrolmentId)).toEqual(['call:task', 'text:skipped']);
    expect(textsTo(seller)).toEqual([]);
  });

  it('a bounce ends it, too, and the address is used no more', async () => {
    providers.next.email.push(() => ({ kind: 'refused', code: '5.1.1', message: 'the mailbox does not exist', permanent: true }));
    const { enrolmentId, handle } = await start();
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'bounced' });
    expect(await row(enrolmentId)).toMatchObject({ status: 'stopped', stopReason: 'bounced' });
  });

  it('a deal that closes ends it, too', async () => {
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    const dealId = randomUUID();
    await change(seller.leadId, (c) =>
      c.event('Deal.Closed', { dealId, dealNo: 1, leadId: seller.leadId, outcome: 'dead', reason: null }, { kind: 'deal', id: dealId }),
    );
    await settle();
    expect(await handle.result()).toEqual({ outcome: 'stopped', reason: 'deal-dead' });
  });
});

describe('holding', () => {
  it('a pause drops nothing: what came due meanwhile goes out on resume, in the calling window', async () => {
    const { enrolmentId, handle, seller } = await start({}, 'call-then-text');
    await untilTouched(enrolmentId, 1);
    await change(seller.leadId, (c) => pauseEnrolment(c, { enrolmentId, by: 'test' }));
    await settle();
    await explained(handle, /^paused by a person; next is the text "first-text", planned for/);
    expect(await row(enrolmentId)).toMatchObject({ paused: true, runDueAt: null });
    await forward(handle, 3 * day);
    expect(textsTo(seller)).toEqual([]);
    await change(seller.leadId, (c) => resumeEnrolment(c, { enrolmentId, by: 'test' }));
    await settle();
    await forward(handle, day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    expect(textsTo(seller)).toHaveLength(1);
  });

  it('the kill switch holds every message, and lets it go when sending goes on', async () => {
    await sending('stop');
    const { enrolmentId, handle, seller } = await start();
    await explained(handle, /^held because this brokerage has stopped all sending/);
    expect(await row(enrolmentId)).toMatchObject({ heldBy: 'sending-stopped', runDueAt: null });
    expect(providers.emails.filter(({ to }) => to === seller.email)).toEqual([]);
    await sending('resume');
    await untilTouched(enrolmentId, 1);
    expect(providers.emails.filter(({ to }) => to === seller.email)).toHaveLength(1);
    await forward(handle, 8 * day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
  });

  it('a missing value holds the message and names the variable; a person may skip the step', async () => {
    const source = 'Hi {{ seller.first_name }}, our offer of {{ offer.amount }} stands.';
    const compiled = await compileTemplate({ channel: 'text', slug: 'needs-offer', source });
    await change(randomUUID(), (c) => publishTemplate(c, { template: (compiled as { template: CompiledTemplate }).template, by: 'test' }));
    await seedSequence(database.app, brokerage.id, 'needs-offer', {
      start: 'until',
      steps: [{ id: 'until', kind: 'wait-until', time: '10:00', next: 'text' }, { ...text('text', 'archive'), template: 'needs-offer' }, archive],
    });
    const { enrolmentId, handle, seller } = await start({}, 'needs-offer');
    await forward(handle, 2 * day);
    await explained(handle, /^held because a template lacks a value: there is no value for offer\.amount; next is/);
    await expect(handle.executeUpdate(skipUpdate, { args: [{ by: 'test', step: 'archive' }] })).rejects.toThrow();
    await handle.executeUpdate(skipUpdate, { args: [{ by: 'test', step: 'text' }] });
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    expect(await touched(enrolmentId)).toEqual(['until:waited', 'text:skipped']);
    expect(textsTo(seller)).toEqual([]);
  });
});

describe('sends', () => {
  it('a text due in quiet hours goes out when the window opens where the recipient lives', async () => {
    const { handle, seller } = await start({}, 'late-text');
    await forward(handle, 3 * day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    expect(textsTo(seller)).toHaveLength(1);
  });

  it('a text without recorded consent becomes a call task with that reason', async () => {
    const { enrolmentId, handle, seller } = await start({ consent: false }, 'call-then-text');
    await forward(handle, 3 * day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    expect(await touched(enrolmentId)).toEqual(['call:task', 'text:task']);
    const open = await inTenant(database.app, brokerage.id, (tx) => tx.select().from(tasks).where(eq(tasks.leadId, seller.leadId)));
    expect(open.map(({ reason }) => reason).join()).toContain('no consent to texts is recorded');
    expect(textsTo(seller)).toEqual([]);
  });

  it("an unclear outcome is a person's to settle: the run goes on, and sends again only when told so", async () => {
    providers.next.email.push(() => {
      throw new OutcomeUnknown({ provider: 'smtp', operation: 'e-mail', effect: true }, 'ETIMEDOUT');
    });
    const { enrolmentId, handle, seller } = await start();
    await untilTouched(enrolmentId, 1);
    expect(await touched(enrolmentId)).toEqual(['offer-email:unknown']);
    await explained(handle, /^waiting to send the first text/);
    const [send] = await inTenant(database.app, brokerage.id, (tx) => listSends(tx, { enrolmentId, limit: 10 }));
    expect(send).toMatchObject({ status: 'unknown' });
    const plan = (await row(enrolmentId))?.plan;

    await change(seller.leadId, (c) => settleUnknown(c, { sendId: send!.id, outcome: 'not-sent', again: true, by: 'test' }));
    await settle();
    await untilTouched(enrolmentId, 2);
    expect(await touched(enrolmentId)).toEqual(['offer-email:skipped', 'offer-email:sent']);
    expect(providers.emails.filter(({ to }) => to === seller.email).map(({ key }) => key.slice(-2))).toEqual(['/2']);
    expect((await row(enrolmentId))?.plan).toEqual(plan);
    await forward(handle, 8 * day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
  });

  it('an outage is a retry that the row shows, and the message goes out once', async () => {
    providers.next.email.push(() => {
      throw ApplicationFailure.create({ type: 'ProviderUnavailable', message: 'smtp could not be reached', nextRetryDelay: '1 hour' });
    });
    const { enrolmentId, handle, seller } = await start();
    await until(async () => (await row(enrolmentId))?.waitingFor === 'the offer by e-mail: smtp could not be reached');
    await forward(handle, 2 * 3600);
    await untilTouched(enrolmentId, 1);
    expect(providers.emails.filter(({ to }) => to === seller.email)).toHaveLength(1);
    await handle.terminate();
  });
});

describe('enrolling again', () => {
  it('a start that is delivered again does nothing, while it runs and after its end', async () => {
    const { enrolmentId, handle } = await start({}, 'call-then-text');
    await untilTouched(enrolmentId, 1);
    const again = () => database.relay.sql`update consumers set position = 0 where name = 'follow-up-run'`;
    await again();
    await settle();
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await forward(handle, 3 * day);
    await handle.result();
    const { runId } = await handle.describe();
    await again();
    await settle();
    expect((await handle.describe()).runId).toBe(runId);
  });

  it('a run whose row is closed ends with its first activity and sends nothing', async () => {
    const seller = await seedSeller(database.app, brokerage.id);
    const { enrolmentId, enrolmentNo, workflowId } = await enrol(database.app, brokerage.id, seller.leadId);
    await change(seller.leadId, (c) => closeEnrolment(c, { enrolmentId, status: 'stopped', reason: 'test' }));
    const { slug: sequence, definition } = defaultSequence;
    const input: FollowUpInput = {
      brokerageId: brokerage.id,
      brokerage: brokerage.slug,
      enrolmentId,
      enrolmentNo,
      leadNo: seller.leadNo,
      sequence,
      sequenceVersion: 1,
      definition,
    };
    const handle = await engine.client.workflow.start('followUpSequenceWorkflow', {
      workflowId,
      taskQueue: mainQueue,
      args: [input],
      staticSummary: 'A start delivered late',
    });
    expect(await handle.result()).toEqual({ outcome: 'not-open', reason: null });
    expect(providers.emails.filter(({ to }) => to === seller.email)).toEqual([]);
  });

  it('is a new number, with messages of its own, also when the run before it is still ending', async () => {
    const { enrolmentId, handle, seller } = await start({}, 'call-then-text');
    await untilTouched(enrolmentId, 1);
    // The row closes before the run does.
    await change(seller.leadId, (c) => closeEnrolment(c, { enrolmentId, status: 'stopped', reason: 'test' }));
    const second = await enrol(database.app, brokerage.id, seller.leadId, 'call-then-text');
    expect(second).toMatchObject({ kind: 'enrolled', enrolmentNo: 2, workflowId: handle.workflowId });
    await settle();
    await forwardPastNext(handle, enrolmentId);
    await untilTouched(second.enrolmentId, 1);
    expect(await row(second.enrolmentId)).toMatchObject({ status: 'open' });
    const current = engine.client.workflow.getHandle(handle.workflowId);
    await forward(current, 3 * day);
    await until(async () => (await row(second.enrolmentId))?.status === 'archived');
    expect(textsTo(seller)).toHaveLength(1);
  });
});

describe('long and branching sequences', () => {
  it("a branch asks the seller's facts and takes the way of what is not known", async () => {
    const branch = { id: 'ask', kind: 'branch', if: { '>': [{ var: 'offer.amountCents' }, 1] }, then: 'yes', else: 'no', unknown: 'unknown' };
    const task = (id: string) => ({ id, kind: 'call-task', title: id, next: 'archive' });
    await seedSequence(database.app, brokerage.id, 'branching', { start: 'ask', steps: [branch, task('yes'), task('no'), task('unknown'), archive] });
    const { enrolmentId, handle } = await start({}, 'branching');
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    expect(await touched(enrolmentId)).toEqual(['ask:decided', 'unknown:task']);
  });

  it('a loop continues as new below 500 events and forgets nothing', async () => {
    await seedSequence(database.app, brokerage.id, 'looping', {
      start: 'call',
      steps: [
        { id: 'call', kind: 'call-task', title: 'Call', next: 'wait' },
        { id: 'wait', kind: 'wait', hours: 6, next: 'enough' },
        { id: 'enough', kind: 'branch', if: { '>=': [{ var: 'sent.callTasks' }, 30] }, then: 'archive', else: 'call' },
        archive,
      ],
    });
    const { enrolmentId, handle } = await start({}, 'looping');
    const { runId } = await handle.describe();
    await forward(handle, 9 * day);
    await until(async () => (await row(enrolmentId))?.status === 'archived');
    const first = await engine.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
    expect(first.events!.length).toBeLessThan(500);
    expect(first.events!.at(-1)!.workflowExecutionContinuedAsNewEventAttributes).toBeTruthy();
    expect((await touched(enrolmentId)).filter((touch) => touch === 'call:task')).toHaveLength(30);
  });

  it('six touches cost at most twelve actions and eleven events each, with every wait a timer', async () => {
    const steps = Array.from({ length: 6 }, (_, n) => [
      { id: `e${n}`, kind: 'email', template: 'offer-email', next: n < 5 ? `w${n}` : 'archive' },
      ...(n < 5 ? [{ id: `w${n}`, kind: 'wait', days: 2, next: `e${n + 1}` }] : []),
    ]).flat();
    await seedSequence(database.app, brokerage.id, 'six', { start: 'e0', steps: [...steps, archive] });
    const { handle } = await start({}, 'six');
    await forward(handle, 11 * day);
    expect(await handle.result()).toMatchObject({ outcome: 'archived' });
    const { events } = await handle.fetchHistory();
    const count = (kind: (event: NonNullable<typeof events>[number]) => unknown) => events!.filter(kind).length;
    const timers = count((event) => event.timerStartedEventAttributes);
    const activities = count((event) => event.activityTaskScheduledEventAttributes);
    const upserts = count((event) => event.upsertWorkflowSearchAttributesEventAttributes);
    expect({ timers, activities, upserts }).toEqual({ timers: 5, activities: 6, upserts: 0 });
    expect(1 + timers + activities + upserts).toBeLessThanOrEqual(12);
    // The test's own move of the clock adds events of its own.
    const own = events!.filter(
      (event) => !event.workflowExecutionOptionsUpdatedEventAttributes && !event.workflowExecutionTimeSkippingTransitionedEventAttributes,
    ).length;
    expect(own).toBeLessThanOrEqual(6 * 11 + 5);
  });
});
