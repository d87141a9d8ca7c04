import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { and, eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeSubject } from '../db/events.ts';
import { createFileStore } from '../db/files.ts';
import { suppress } from '../db/queries/consent.ts';
import { resumeSending, stopSending } from '../db/queries/core.ts';
import { findEnrolment, listTouches, pauseEnrolment, requestStop } from '../db/queries/outreach.ts';
import { claimSend, listSends } from '../db/queries/sends.ts';
import { contacts, enrolments, events, offers, suppressions, tasks } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import type { Answer } from '../domain/outreach/course.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { testFolder } from '../test/folder.ts';
import { seedDeal } from '../test/seed-deal.ts';
import { enrol, fakeProviders, seedOutreach, seedSeller, seedSequence } from '../test/seed-outreach.ts';
import type { Deps } from './deps.ts';
import { createOutreachActivities } from './outreach.ts';
import { createProviders } from './providers/index.ts';
import { createSmtp } from './providers/smtp/index.ts';
import { createTwilio } from './providers/twilio/index.ts';

let database: TestDatabase;
let brokerage: { id: string; slug: string; twilioToken: string };
let base: Omit<Deps, 'email' | 'text'>;
beforeAll(async () => {
  database = await testDatabase();
  brokerage = await seedOutreach(database.app);
  base = {
    db: database.app,
    files: createFileStore(testFolder('test-files')),
    propertyData: [],
    ...{ signatures: createProviders({}).signatures, crm: createProviders({}).crm },
    publicUrl: 'https://keyturn.example',
  };
  await seedSequence(database.app, brokerage.id, 'text-now', {
    start: 'text',
    steps: [
      { id: 'text', kind: 'text', template: 'first-text', next: 'end' },
      { id: 'end', kind: 'archive' },
    ],
  });
});

/** Noon in Nashville: inside every calling window of the country. */
const noon = Date.parse('2099-11-24T18:00:00Z');
const midnight = Date.parse('2099-11-24T06:30:00Z');

function setup(ports: Pick<Deps, 'email' | 'text'>) {
  const activities = createOutreachActivities({ ...base, ...ports });
  const run = <A, R>(activity: (args: A) => Promise<R>, args: A, at = noon): Promise<R> =>
    new MockActivityEnvironment({ currentAttemptScheduledTimestampMs: at } as never).run(activity as never, args as never) as Promise<R>;
  const send = (enrolmentId: string, { step = 'offer-email', visit = 1, at = noon, again = false } = {}): Promise<Answer> =>
    run(activities.sendStep, { brokerageId: brokerage.id, enrolmentId, step, key: `${enrolmentId}/1/${step}/${visit}`, again }, at);
  return { activities, run, send };
}
const tx = <T>(fn: Parameters<typeof inTenant<T>>[2]): Promise<T> => inTenant(database.app, brokerage.id, fn);
const change = <T>(leadId: string, fn: Parameters<typeof changeSubject<T>>[2]): Promise<T> =>
  changeSubject(database.app, { brokerageId: brokerage.id, subject: { kind: 'lead', id: leadId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
const row = (enrolmentId: string) => tx((t) => findEnrolment(t, { enrolmentId }));

describe('through real providers', () => {
  it('an e-mail carries the letter, one-click unsubscribe, the postal address and a plain part', async () => {
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
    const port = (server.server.address() as AddressInfo).port;
    const { dealId, leadId } = await seedDeal(database.app, brokerage.id, { lead: { leadNo: 9001 } });
    const pdf = Buffer.from('%PDF-1.7 the letter');
    const { sha256 } = await base.files.put(brokerage.id, pdf);
    const [offer] = await tx((t) =>
      t
        .insert(offers)
        .values({
          brokerageId: brokerage.id,
          offerNo: 41,
          dealId,
          requestKey: 'k',
          terms: 'cash',
          inputs: {},
          inputsHash: 'h',
          amountCents: 21_200_000,
          templateSlug: 't',
          templateVersion: 1,
          status: 'sent',
          pdfSha256: sha256,
          requestedBy: 'test',
          requestedAt: new Date(noon),
          expiresAt: new Date(noon + 7 * 86_400_000),
        })
        .returning({ id: offers.id }),
    );
    const { seller, enrolmentId } = await enrolSeller(dealId, offer!.id, leadId);

    const { send } = setup({ email: createSmtp({ name: 'smtp-outreach-test', url: `smtp://127.0.0.1:${port}` }), text: fakeProviders().text });
    expect(await send(enrolmentId)).toMatchObject({
      kind: 'taken',
      outcome: 'sent',
      plan: { step: 'first-text', words: expect.stringMatching(/08:00 in Nashville$/) },
    });
    // Taken again after a lost answer: the same answer, no second message.
    expect(await send(enrolmentId)).toMatchObject({ kind: 'taken', outcome: 'sent' });
    expect(taken).toHaveLength(1);
    const [mail] = taken;
    expect(mail!.to?.[0]?.address).toBe(seller.email);
    const header = (name: string) => mail!.headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toMatch(/^<https:\/\/keyturn\.example\/u\/[\w-]{32}>$/);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    for (const part of [mail!.html, mail!.text]) for (const words of ['1 Main St, Nashville, TN 37201', '$212,000', '/u/']) expect(part).toContain(words);
    expect(mail!.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([['Offer-41.pdf', 'application/pdf']]);
    expect(Buffer.from(mail!.attachments[0]!.content as ArrayBuffer)).toEqual(pdf);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  async function enrolSeller(dealId: string, offerId: string, dealLeadId: string) {
    const seller = await seedSeller(database.app, brokerage.id);
    await tx(async (t) => {
      // The deal's own lead has no addresses; this one's stand in.
      await t.update(contacts).set({ displayName: 'Ann Walker' }).where(eq(contacts.id, seller.contactId));
    });
    expect(dealLeadId).not.toBe(seller.leadId);
    const { enrolmentId } = await enrol(database.app, brokerage.id, seller.leadId, 'seller-follow-up', { dealId, offerId });
    return { seller, enrolmentId };
  }

  it('a text goes to Twilio from our number, with the address its reports come back to', async () => {
    const asked: URLSearchParams[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      asked.push(new URLSearchParams(body));
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sid: `SM${'a'.repeat(32)}`, status: 'queued' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const seller = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, seller.leadId, 'text-now');
    const { send } = setup({
      email: fakeProviders().email,
      text: createTwilio({
        name: 'twilio-outreach-test',
        accountSid: `AC${'0'.repeat(32)}`,
        authToken: 'x',
        baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      }),
    });
    expect(await send(enrolmentId, { step: 'text' })).toMatchObject({ outcome: 'sent', archived: true });
    expect(Object.fromEntries(asked[0]!)).toMatchObject({
      From: '+16155550100',
      To: seller.phone,
      StatusCallback: `https://keyturn.example/webhooks/twilio/${brokerage.twilioToken}`,
    });
    expect(await row(enrolmentId)).toMatchObject({ status: 'archived', counts: { texts: 1 } });
    server.close();
  });
});

describe('at most once', () => {
  it('a claim without an outcome is never sent again: it becomes unknown, a task, and the run goes on', async () => {
    const fake = fakeProviders();
    const { send } = setup(fake);
    const { leadId, contactId } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId);
    const claimed = {
      key: `${enrolmentId}/1/offer-email/1`,
      channel: 'email',
      enrolmentId,
      leadId,
      contactId,
      step: 'offer-email',
      address: 'a@example.com',
      templateSlug: 't',
      templateVersion: 1,
      claimedAt: new Date(noon),
    };
    await tx((t) => claimSend(t, { send: claimed }));
    expect(await send(enrolmentId)).toMatchObject({ kind: 'taken', outcome: 'unknown', plan: { step: 'first-text' } });
    expect(fake.emails).toEqual([]);
    const open = await tx((t) =>
      t
        .select()
        .from(tasks)
        .where(and(eq(tasks.leadId, leadId), eq(tasks.kind, 'decide-unknown-send'))),
    );
    expect(open).toHaveLength(1);
    expect(await send(enrolmentId)).toMatchObject({ outcome: 'unknown' });
  });

  it('an attempt given up for lost that ends after all settles what the one after it left to a person', async () => {
    const fake = fakeProviders();
    const called = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    fake.next.email.push(async () => {
      called.resolve();
      await goOn.promise;
      return undefined as never;
    });
    const { send } = setup(fake);
    const { leadId } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId);
    const first = send(enrolmentId);
    await called.promise;
    const openTasks = () =>
      tx((t) =>
        t
          .select()
          .from(tasks)
          .where(and(eq(tasks.leadId, leadId), eq(tasks.status, 'open'))),
      );
    const second = await send(enrolmentId);
    expect(second).toMatchObject({ outcome: 'unknown' });
    expect(await openTasks()).toHaveLength(1);
    goOn.resolve();
    expect(await first).toEqual(second);
    expect(fake.emails).toHaveLength(1);
    expect((await tx((t) => listSends(t, { enrolmentId, limit: 10 }))).map(({ status }) => status)).toEqual(['sent']);
    expect(await openTasks()).toEqual([]);
    expect((await tx((t) => listTouches(t, { enrolmentId }))).map(({ outcome }) => outcome)).toEqual(['sent']);
  });

  it('a call that took nothing gives its claim back and is tried again', async () => {
    const fake = fakeProviders();
    fake.next.email.push(() => {
      throw ApplicationFailure.create({ type: 'ProviderUnavailable', message: 'away', nextRetryDelay: 60_000 });
    });
    const { send } = setup(fake);
    const { leadId } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId);
    await expect(send(enrolmentId)).rejects.toMatchObject({ type: 'ProviderUnavailable', nextRetryDelay: 60_000 });
    expect(await tx((t) => listSends(t, { enrolmentId, limit: 10 }))).toEqual([]);
    expect((await row(enrolmentId))?.runDueAt).toEqual(new Date(noon + 60_000));
    expect(await send(enrolmentId)).toMatchObject({ outcome: 'sent' });
  });
});

describe('before each send everything is looked at again', () => {
  const arrange = async (sequence = 'seller-follow-up', seed: Parameters<typeof seedSeller>[2] = {}) => {
    const fake = fakeProviders();
    const seller = await seedSeller(database.app, brokerage.id, seed);
    const { enrolmentId } = await enrol(database.app, brokerage.id, seller.leadId, sequence);
    return { ...setup(fake), fake, seller, enrolmentId };
  };

  it('a stop asked for a moment ago', async () => {
    const { send, fake, seller, enrolmentId } = await arrange();
    await change(seller.leadId, (c) => requestStop(c, { enrolmentId, reason: 'replied', sourceEventId: 'x' }));
    expect(await send(enrolmentId)).toEqual({ kind: 'stopping', reason: 'replied' });
    expect(fake.emails).toEqual([]);
  });
  it('a pause', async () => {
    const { send, seller, enrolmentId } = await arrange();
    await change(seller.leadId, (c) => pauseEnrolment(c, { enrolmentId, by: 'x' }));
    expect(await send(enrolmentId)).toMatchObject({ kind: 'held', by: 'paused' });
  });
  it('a suppression by somebody else’s opt-out', async () => {
    const { send, fake, seller, enrolmentId } = await arrange('text-now');
    await change(seller.leadId, (c) => suppress(c, { address: seller.phone!, channels: ['sms', 'call'], reason: 'opt-out', source: 'test' }));
    expect(await send(enrolmentId, { step: 'text' })).toMatchObject({ outcome: 'skipped' });
    expect(fake.texts).toEqual([]);
    const logged = await tx((t) => t.select({ type: events.type, payload: events.payload }).from(events).where(eq(events.subjectId, seller.leadId)));
    expect(logged).toContainEqual({ type: 'Message.NotSent', payload: expect.objectContaining({ reason: 'texts to every known number are suppressed' }) });
  });
  it('the hour where the recipient lives, at the moment of sending', async () => {
    const { send, fake, enrolmentId } = await arrange('text-now');
    await expect(send(enrolmentId, { step: 'text', at: midnight })).rejects.toMatchObject({ type: 'QuietHours', nextRetryDelay: 7.5 * 3_600_000 });
    expect(await row(enrolmentId)).toMatchObject({
      runDueAt: new Date('2099-11-24T14:00:00Z'),
      waitingFor: 'the text "first-text" on Tue 24 Nov 08:00 in Nashville (quiet hours until then)',
    });
    expect(fake.texts).toEqual([]);
  });
  it('both zones, when number and address disagree', async () => {
    const { send, enrolmentId } = await arrange('text-now', { phone: '+13105550142' });
    // 8:30 in Nashville is 6:30 in Los Angeles.
    await expect(send(enrolmentId, { step: 'text', at: Date.parse('2099-11-24T14:30:00Z') })).rejects.toMatchObject({
      type: 'QuietHours',
      nextRetryDelay: 1.5 * 3_600_000,
    });
  });
  it('the kill switch: once it answers, nothing goes out, however many sends are under way', async () => {
    const arranged = await Promise.all(Array.from({ length: 12 }, () => arrange()));
    const calls: number[] = [];
    for (const { fake } of arranged)
      fake.next.email.push(() => {
        calls.push(Date.now());
        return { kind: 'accepted', providerId: `p${calls.length}` };
      });
    const brokerageSubject = {
      brokerageId: brokerage.id,
      subject: { kind: 'brokerage', id: brokerage.id },
      actor: { kind: 'person', id: 'x' },
      source: 'test',
    } as const;
    const sending = Promise.allSettled(
      arranged.map(({ send, enrolmentId }, index) => new Promise((resolve) => setTimeout(resolve, index * 20)).then(() => send(enrolmentId))),
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    await changeSubject(database.app, brokerageSubject, (c) => stopSending(c, { by: 'x', reason: 'test' }));
    const stoppedAt = Date.now();
    const answers = await sending;
    expect(calls.filter((at) => at > stoppedAt + 1000)).toEqual([]);
    const held = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.kind === 'held').length;
    expect(held + calls.length).toBe(12);
    await changeSubject(database.app, brokerageSubject, (c) => resumeSending(c, { reason: 'test' }));
  });
});

describe('refusals', () => {
  it('Twilio knows of an opt-out we missed: the number is suppressed for texts and calls', async () => {
    const fake = fakeProviders();
    fake.next.text.push(() => ({ kind: 'refused', code: '21610', message: 'the recipient has opted out', permanent: true }));
    const { leadId, phone } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId, 'text-now');
    expect(await setup(fake).send(enrolmentId, { step: 'text' })).toEqual({ kind: 'stopping', reason: 'opted-out' });
    const rows = await tx((t) => t.select({ channel: suppressions.channel }).from(suppressions).where(eq(suppressions.address, phone!)));
    expect(rows.map(({ channel }) => channel).sort()).toEqual(['call', 'sms']);
  });
  it('a landline is called instead', async () => {
    const fake = fakeProviders();
    fake.next.text.push(() => ({ kind: 'refused', code: '21614', message: 'the number cannot receive texts', permanent: true }));
    const { leadId } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId, 'text-now');
    expect(await setup(fake).send(enrolmentId, { step: 'text' })).toMatchObject({ kind: 'taken', outcome: 'task' });
  });
  it('what may pass is tried for a day, then left out with its reason', async () => {
    const fake = fakeProviders();
    const refuse = () => ({ kind: 'refused', code: '30007', message: 'filtered', permanent: false }) as const;
    fake.next.text.push(refuse, refuse);
    const { leadId } = await seedSeller(database.app, brokerage.id);
    const { enrolmentId } = await enrol(database.app, brokerage.id, leadId, 'text-now');
    await tx((t) =>
      t
        .update(enrolments)
        .set({ openedAt: new Date(noon) })
        .where(eq(enrolments.id, enrolmentId)),
    );
    const { send } = setup(fake);
    await expect(send(enrolmentId, { step: 'text' })).rejects.toMatchObject({ type: 'ProviderRefused' });
    expect(await send(enrolmentId, { step: 'text', at: noon + 24 * 3_600_000 })).toMatchObject({ outcome: 'skipped', why: 'filtered (30007)' });
    expect((await tx((t) => listTouches(t, { enrolmentId }))).map(({ outcome }) => outcome)).toEqual(['skipped']);
  });
});
