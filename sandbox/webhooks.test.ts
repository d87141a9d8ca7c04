import { expect, test } from 'vitest';
import { createSmtp } from '../activities/providers/smtp/index.ts';
import { createTwilio } from '../activities/providers/twilio/index.ts';
import { verifyStandard } from '../domain/outreach/signature.standard.ts';
import { verifyTwilio } from '../domain/outreach/signature.twilio.ts';
import type { FaultKind } from './faults.ts';
import { control, type Received, testReceiver, testSandbox, testSecrets } from './testing.ts';

const [number, mailbox, seller] = ['+16155550000', 'offers@acme.test', '+16155550142'];

async function set({ status, faults }: { status?: (one: Received) => number; faults?: FaultKind[] } = {}) {
  const receiver = await testReceiver(status);
  const [inUrl, emailUrl, statusUrl] = [`${receiver.url}/texts?b=1`, `${receiver.url}/mail`, `${receiver.url}/status`];
  const endpoints = [
    { provider: 'twilio' as const, address: number, url: inUrl },
    { provider: 'email' as const, address: mailbox, url: emailUrl },
  ];
  const sandbox = await testSandbox({ endpoints, ...(faults ? { faults: { rate: 1, kinds: faults, services: ['webhooks'] } } : {}) });
  const text = createTwilio({ accountSid: testSecrets.accountSid, authToken: testSecrets.authToken, baseUrl: sandbox.httpUrl });
  const email = createSmtp({ url: sandbox.smtpUrl });
  return {
    sandbox,
    receiver,
    settle: () => control(sandbox, 'settle', {}),
    sendText: (to = seller, body = 'Good morning') => text.send({ key: 'k', from: number, to, body, statusCallback: statusUrl }),
    sendMail: (to: string, headers: Record<string, string> = {}) =>
      email.send({ key: 'k', fromName: 'Acme', from: mailbox, to, subject: 'Offer', html: '<p>Hi</p>', text: 'Hi', headers, attachments: [] }),
    genuine: ({ path, headers, body }: Received) =>
      path === '/mail'
        ? verifyStandard({ rawBody: body, headers: headers as Record<string, string>, secrets: [testSecrets.emailSecret], nowUnix: Date.now() / 1000 }).valid
        : verifyTwilio({
            url: `${receiver.url}${path}`,
            params: null,
            rawBody: body,
            headers: headers as Record<string, string>,
            tokens: [testSecrets.authToken],
          }).valid,
  };
}
const statuses = (received: Received[]) => received.filter(({ path }) => path === '/status').map(({ body }) => new URLSearchParams(body).get('MessageStatus'));

test('a text is reported sent and delivered, signed as Twilio signs', async () => {
  const { sendText, settle, receiver, genuine } = await set();
  await sendText();
  await settle();
  expect(statuses(receiver.received)).toEqual(['sent', 'delivered']);
  expect(receiver.received.map(genuine)).toEqual([true, true]);
});

test('a seller’s answers reach us signed, by text and by e-mail, and name the message they answer', async () => {
  const { sandbox, sendText, sendMail, settle, receiver, genuine } = await set();
  await sendText();
  const mail = await sendMail('jo+silent@example.com');
  expect(await control(sandbox, 'reply', { channel: 'text', address: seller, body: 'Yes, call me' })).toMatchObject({ status: 201, json: { heard: true } });
  await control(sandbox, 'reply', { channel: 'email', address: 'Jo+silent@example.com', body: 'I am interested' });
  await settle();
  const [texted] = receiver.received.filter(({ path }) => path.startsWith('/texts'));
  const [mailed] = receiver.received.filter(({ path }) => path === '/mail');
  expect(Object.fromEntries(new URLSearchParams(texted!.body))).toMatchObject({ From: seller, To: number, Body: 'Yes, call me', SmsStatus: 'received' });
  expect(JSON.parse(mailed!.body)).toMatchObject({
    type: 'email.received',
    data: { mailbox, from: 'jo+silent@example.com', inReplyTo: mail.kind === 'accepted' && mail.providerId },
  });
  expect([genuine(texted!), genuine(mailed!)]).toEqual([true, true]);
});

test('nothing can be answered to what was never sent', async () => {
  const { sandbox } = await set();
  expect(await control(sandbox, 'reply', { channel: 'text', address: '+16155550177', body: 'Hi' })).toMatchObject({ status: 404 });
});

test('sample sellers answer by their script: a reply, a late bounce, an out-of-office note', async () => {
  const { sendMail, settle, receiver } = await set();
  for (const word of ['reply', 'late-bounce', 'away', 'silent']) await sendMail(`jo+${word}@example.com`);
  await settle();
  expect(
    receiver.received.map(({ body }) => JSON.parse(body)).map(({ type, data }) => [type, data.from ?? data.to, data.autoSubmitted ?? data.bounce]),
  ).toEqual([
    ['email.received', 'jo+reply@example.com', 'no'],
    ['email.bounced', 'jo+late-bounce@example.com', 'hard'],
    ['email.received', 'jo+away@example.com', 'auto-replied'],
  ]);
});

test('nobody answers what says that a machine wrote it; it may still come back', async () => {
  const { sendMail, settle, receiver } = await set();
  for (const word of ['reply', 'late-bounce', 'away']) await sendMail(`jo+${word}@example.com`, { 'Auto-Submitted': 'auto-generated' });
  await settle();
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual(['email.bounced']);
});

test('a receiver that is down gets its webhooks when it is back, also from a restarted sandbox', async () => {
  let up = false;
  const { sandbox, sendText, settle, receiver } = await set({ status: () => (up ? 204 : 500) });
  await sendText();
  await settle();
  await sandbox.stop();
  const again = await testSandbox({ home: sandbox.home });
  up = true;
  receiver.received.length = 0;
  await control(again, 'settle', {});
  expect(statuses(receiver.received)).toEqual(['sent', 'delivered']);
  expect([...again.store.texts.values()]).toMatchObject([{ to: seller, status: 'delivered' }]);
  expect((await control(again, 'pending')).json).toEqual({ pending: 0, outcomes: { delivered: 2 } });
});

test('a half-written last line of the journal costs only that line', async () => {
  const { sandbox, sendText } = await set();
  await sendText();
  await sandbox.stop();
  const { appendFileSync } = await import('node:fs');
  appendFileSync(`${sandbox.home}/sandbox/journal.ndjson`, '{"type":"text","sid":"SM');
  const again = await testSandbox({ home: sandbox.home });
  await createTwilio({ accountSid: testSecrets.accountSid, authToken: testSecrets.authToken, baseUrl: again.httpUrl }).send({
    key: 'k',
    from: number,
    to: seller,
    body: 'Second',
    statusCallback: 'http://127.0.0.1:9/',
  });
  await again.stop();
  expect((await testSandbox({ home: sandbox.home })).store.texts.size).toBe(2);
});

test.each<[FaultKind, (seen: { all: (string | null)[]; genuine: (string | null)[] }) => void]>([
  ['webhook-duplicate', ({ genuine }) => expect(genuine).toEqual(['sent', 'sent', 'delivered', 'delivered'])],
  ['webhook-reordered', ({ genuine }) => expect(genuine).toEqual(['delivered', 'sent'])],
  ['webhook-late', ({ genuine }) => expect(genuine.toSorted()).toEqual(['delivered', 'sent'])],
  ['webhook-lost', ({ all }) => expect(all).toEqual([])],
  ['webhook-forged', ({ all, genuine }) => expect([all.length, genuine]).toEqual([4, ['sent', 'delivered']])],
])('fault %s strikes what is sent to us, and never makes a forgery that verifies', async (fault, check) => {
  const { sendText, settle, receiver, genuine } = await set({ faults: [fault] });
  await sendText();
  await settle();
  check({ all: statuses(receiver.received), genuine: statuses(receiver.received.filter(genuine)) });
});

test('a webhook signed by a clock an hour behind is refused, and comes again signed right', async () => {
  const seen: boolean[] = [];
  const secrets = [testSecrets.emailSecret];
  const judge = ({ body, headers }: Received) => {
    const { valid } = verifyStandard({ rawBody: body, headers: headers as Record<string, string>, secrets, nowUnix: Date.now() / 1000 });
    seen.push(valid);
    return valid ? 204 : 403;
  };
  const { sendMail, settle } = await set({ faults: ['webhook-skewed'], status: judge });
  await sendMail('jo+reply@example.com');
  await settle();
  await settle();
  expect(seen).toEqual([false, true]);
});

test('effects are counted by key and recipient, independently of us', async () => {
  const { sandbox, sendText, sendMail } = await set();
  await sendText();
  await sendText();
  await sendMail('jo+silent@example.com');
  expect((await control(sandbox, 'effects')).json).toMatchObject({
    emails: { total: 1, byRecipient: { 'jo+silent@example.com': 1 } },
    texts: { total: 2, byMessage: { [`${seller} Good morning`]: 2 } },
  });
});

test('other sites cannot answer for a seller: only JSON is taken', async () => {
  const { sandbox, sendText } = await set();
  await sendText();
  const answer = await fetch(`${sandbox.httpUrl}/sandbox/reply`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ channel: 'text', address: seller, body: 'STOP' }),
  });
  expect([answer.status, sandbox.store.inbounds.length]).toEqual([400, 0]);
});
