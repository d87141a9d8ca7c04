import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq, sql } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Change, changeSubject } from '../../db/events.ts';
import { resumeSending, stopSending } from '../../db/queries/core.ts';
import { findDelivery, requestDelivery } from '../../db/queries/deliveries.ts';
import { changeDigest } from '../../db/queries/digests.ts';
import { takeInBounce } from '../../db/queries/reports.ts';
import { listSends, settleUnknown } from '../../db/queries/sends.ts';
import { openTask } from '../../db/queries/tasks.ts';
import { events, people, suppressions, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { fakeProviders, seedOutreach } from '../../test/seed-outreach.ts';
import { createDeliveryActivities } from '../deliveries.ts';
import type { Deps } from '../deps.ts';
import { OutcomeUnknown } from '../providers/faults.ts';
import { createSmtp } from '../providers/smtp/index.ts';

// A Tuesday long after the clock of any machine, seven in the morning in Nashville; and the next day.
const day = '2099-11-24';
const morning = Date.parse('2099-11-24T13:00:00Z');
const tomorrow = morning + 86_400_000;

let database: TestDatabase;
let brokerage: { id: string; slug: string };
let personId: string;
const providers = fakeProviders();
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  brokerage = await seedOutreach(database.app);
  const [person] = await tx((t) =>
    t.insert(people).values({ brokerageId: brokerage.id, name: 'Marcus Bell', email: 'marcus@example.com', role: 'coordinator', digest: true }).returning(),
  );
  personId = person!.id;
  for (const list of [providers.emails, providers.next.email]) list.length = 0;
});

const tx = <T>(fn: Parameters<typeof inTenant<T>>[2]): Promise<T> => inTenant(database.app, brokerage.id, fn);
const change = <T>(fn: (c: Change) => Promise<T>): Promise<T> =>
  changeSubject(
    database.app,
    { brokerageId: brokerage.id, subject: { kind: 'brokerage', id: brokerage.id }, actor: { kind: 'person', id: 'test' }, source: 'test' },
    fn,
  );
const run = <A, R>(activity: (args: A) => Promise<R>, args: A, at = morning): Promise<R> =>
  new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: at } as never).run(activity as never, args as never) as Promise<R>;
const activities = (email: Deps['email'] = providers.email) =>
  createDeliveryActivities({ db: database.app, email, publicUrl: 'https://keyturn.example' } as Partial<Deps> as Deps);

const asked = async () => (await change((c) => requestDelivery(c, { kind: 'daily-digest', key: `digest/${personId}/${day}`, personId, about: { day } })))!;
const owed = () =>
  change((c) =>
    openTask(c, {
      ...{ kind: 'decide-unknown-send', key: 'decide-unknown-send/1', subject: { kind: 'brokerage', id: brokerage.id }, role: 'coordinator' },
      ...{ title: 'Find out whether a text went out', reason: 'its answer was lost', dueAt: new Date(morning) },
    }),
  );
const send = (deliveryId: string, at = morning) => run(activities().sendDigest, { brokerageId: brokerage.id, deliveryId }, at);
const openTasks = (kind: string) =>
  tx((t) =>
    t
      .select()
      .from(tasks)
      .where(and(eq(tasks.kind, kind), eq(tasks.status, 'open'))),
  );

describe('a digest', () => {
  it('goes out once, by SMTP, and stands in the ledger as about no lead', async () => {
    const taken: Email[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', async () => {
            taken.push(await PostalMime.parse(Buffer.concat(parts)));
            done();
          });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    const { sendDigest } = activities(createSmtp({ name: 'smtp-digest-test', url: `smtp://127.0.0.1:${port}` }));
    await owed();
    const { id: deliveryId } = await asked();
    const once = await run(sendDigest, { brokerageId: brokerage.id, deliveryId });
    // Run again after its answer was lost: the same answer, no second e-mail.
    expect([once, await run(sendDigest, { brokerageId: brokerage.id, deliveryId })]).toEqual([
      { kind: 'done', why: null },
      { kind: 'done', why: null },
    ]);
    expect(taken).toMatchObject([{ to: [{ address: 'marcus@example.com' }], subject: 'Tue, Nov 24: 1 failed' }]);
    expect(taken[0]!.text).toContain('- failed: Find out whether a text went out. its answer was lost');
    const sent = await tx((t) => listSends(t, { limit: 5 }));
    expect(sent).toMatchObject([{ step: 'daily-digest', status: 'sent', leadId: null, dealId: null, contactId: null, personId }]);
    const [event] = await tx((t) => t.select().from(events).where(eq(events.type, 'Message.Sent')));
    expect(event).toMatchObject({ subjectKind: 'brokerage', subjectId: brokerage.id, payload: { leadId: null, step: 'daily-digest' } });
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('is left out when nothing needs the person, when it was turned off, when the person is disabled and when its day is over', async () => {
    const { id: quiet } = await asked();
    expect(await send(quiet)).toEqual({ kind: 'skipped', why: 'nothing needs them today' });
    await owed();
    const late = await change((c) => requestDelivery(c, { kind: 'daily-digest', key: 'late', personId, about: { day } }));
    expect(await send(late!.id, tomorrow)).toEqual({ kind: 'skipped', why: 'its day is over' });
    const away = await change((c) => requestDelivery(c, { kind: 'daily-digest', key: 'away', personId, about: { day } }));
    await tx((t) =>
      t
        .update(people)
        .set({ disabledAt: new Date(morning) })
        .where(eq(people.id, personId)),
    );
    expect(await send(away!.id)).toEqual({ kind: 'skipped', why: 'it is not wanted any more' });
    await tx((t) => t.update(people).set({ disabledAt: null }).where(eq(people.id, personId)));
    const off = await change((c) => requestDelivery(c, { kind: 'daily-digest', key: 'off', personId, about: { day } }));
    await change((c) => changeDigest(c, { personId, on: false }));
    expect(await send(off!.id)).toEqual({ kind: 'skipped', why: 'it is not wanted any more' });
    expect(providers.emails).toEqual([]);
  });

  it('waits while sending is stopped, and goes out the same day or not at all', async () => {
    await owed();
    const { id } = await asked();
    await change((c) => stopSending(c, { by: 'test', reason: 'test' }));
    expect(await send(id)).toEqual({ kind: 'held', why: 'sending is stopped' });
    expect(await tx((t) => findDelivery(t, { deliveryId: id }))).toMatchObject({ status: 'queued', waitingFor: 'sending to go on' });
    await change((c) => resumeSending(c, { reason: 'test' }));
    expect(await send(id)).toEqual({ kind: 'done', why: null });
    expect(providers.emails).toHaveLength(1);
    const held = await change((c) => requestDelivery(c, { kind: 'daily-digest', key: 'held', personId, about: { day } }));
    await change((c) => stopSending(c, { by: 'test', reason: 'test' }));
    expect(await send(held!.id, tomorrow)).toEqual({ kind: 'skipped', why: 'its day is over' });
  });
});

it('names what needs a person however much needs the others', async () => {
  const due = new Date(morning - 86_400_000).toISOString();
  await tx((t) =>
    t.execute(sql`insert into tasks (brokerage_id, kind, key, subject_kind, subject_id, title, reason, role, due_at, created_at)
      select ${brokerage.id}, 'decide-unknown-send', 'other/' || n, 'brokerage', ${brokerage.id}, 'Find out whether a text went out', 'its answer was lost', 'agent', ${due}, ${due} from generate_series(1, 501) n`),
  );
  await owed();
  expect(await send((await asked()).id)).toMatchObject({ kind: 'done' });
  expect(providers.emails).toMatchObject([{ subject: 'Tue, Nov 24: 1 failed' }]);
});

describe('a digest that did not arrive', () => {
  it.each([
    ['hard', /takes nothing/],
    ['complaint', /as unwanted/],
  ] as const)('%s: the broker is told, and no address is suppressed', async (bounce, title) => {
    await owed();
    await send((await asked()).id);
    const [sent] = await tx((t) => listSends(t, { limit: 1 }));
    const report = { bounce, code: '5.1.1', messageId: sent!.providerId, to: 'marcus@example.com' } as Parameters<typeof takeInBounce>[1]['bounce'];
    for (const eventId of [randomUUID(), randomUUID()]) await change((c) => takeInBounce(c, { webhookId: randomUUID(), eventId, bounce: report }));
    expect(await tx((t) => listSends(t, { limit: 5 }))).toMatchObject([{ status: 'bounced' }]);
    expect(await openTasks('mend-delivery')).toMatchObject([{ role: 'broker', title: expect.stringMatching(title) }]);
    expect(await tx((t) => t.select().from(suppressions))).toEqual([]);
  });

  it('for good at the call, is refused and a person mends it', async () => {
    await owed();
    providers.next.email.push(() => ({ kind: 'refused', permanent: true, code: '550', message: 'no such mailbox' }));
    expect(await send((await asked()).id)).toMatchObject({ kind: 'refused', why: expect.stringContaining("the person's address takes nothing") });
    expect(await openTasks('mend-delivery')).toMatchObject([{ title: expect.stringContaining('A person did not get the digest of the day') }]);
    expect(await tx((t) => t.select().from(suppressions))).toEqual([]);
  });

  it('as far as anybody knows, is settled by a person', async () => {
    await owed();
    providers.next.email.push(() => {
      throw new OutcomeUnknown({ provider: 'smtp', operation: 'e-mail', effect: true }, 'ECONNRESET');
    });
    const { id, workflowId } = await asked();
    expect(await send(id)).toMatchObject({ kind: 'unknown' });
    const [unclear] = await tx((t) => listSends(t, { limit: 1 }));
    expect(unclear).toMatchObject({ status: 'unknown', key: workflowId });
    await change((c) => settleUnknown(c, { sendId: unclear!.id, outcome: 'not-sent', by: 'test' }));
    expect(await tx((t) => listSends(t, { limit: 1 }))).toMatchObject([{ status: 'not-sent' }]);
    const told = await tx((t) => t.select().from(events).where(eq(events.type, 'Message.Settled')));
    expect(told).toMatchObject([{ subjectKind: 'brokerage', payload: { leadId: null } }]);
  });
});
