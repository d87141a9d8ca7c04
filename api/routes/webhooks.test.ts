import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { businessNow } from '../../db/clock.ts';
import { events, inboundWebhooks, webhookEndpoints } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { signDocusign } from '../../domain/closing/signature.docusign.ts';
import { signStandard } from '../../domain/outreach/signature.standard.ts';
import { signTwilio } from '../../domain/outreach/signature.twilio.ts';
import { type TestApi, testApi } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';

const accountSid = `AC${'1'.repeat(32)}`;
const [token, oldToken] = ['the-auth-token-now', 'the-auth-token-before'];
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const [accountId, connectKey, oldConnectKey] = [randomUUID(), 'connect-key-of-now', 'connect-key-before'];
const [number, mailbox] = ['+16155550000', 'offers@acme.test'];
const publicUrl = 'https://keyturn.example';

let database: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  database = await testDatabase();
  api = testApi(database, {
    publicUrl,
    webhooks: {
      twilioAccountSid: accountSid,
      twilioTokens: [token, oldToken],
      emailSecrets: [secret],
      docusignAccountId: accountId,
      docusignKeys: [connectKey, oldConnectKey],
    },
  });
});

async function set() {
  const { id } = await testBrokerage(database.app);
  const [textToken, mailToken, signToken] = [1, 2, 3].map(() => randomBytes(24).toString('base64url')) as [string, string, string];
  await inTenant(database.app, id, async (tx) => {
    await tx.insert(webhookEndpoints).values([
      { brokerageId: id, provider: 'twilio', token: textToken, address: number },
      { brokerageId: id, provider: 'email', token: mailToken, address: mailbox },
      { brokerageId: id, provider: 'docusign', token: signToken, address: accountId },
    ]);
  });
  const stored = () => inTenant(database.app, id, async (tx) => ({ rows: await tx.select().from(inboundWebhooks), events: await tx.select().from(events) }));
  return { textPath: `/webhooks/twilio/${textToken}`, mailPath: `/webhooks/email/${mailToken}`, signPath: `/webhooks/docusign/${signToken}`, stored };
}

const sid = (): string => `SM${randomBytes(16).toString('hex')}`;
const inbound = (changes: Record<string, string> = {}) => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  MessageSid: sid(),
  From: '+16155550142',
  To: number,
  Body: 'Yes, call me',
  SmsStatus: 'received',
  NumMedia: '0',
  ...changes,
});
const report = (changes: Record<string, string> = {}) => ({
  AccountSid: accountSid,
  ApiVersion: '2010-04-01',
  MessageSid: sid(),
  From: number,
  To: '+16155550142',
  MessageStatus: 'delivered',
  SmsStatus: 'delivered',
  ...changes,
});

function postText(
  path: string,
  params: Record<string, string>,
  { key = token, signature, headers = {} }: { key?: string; signature?: string; headers?: Record<string, string> } = {},
) {
  const raw = new URLSearchParams(params).toString();
  const signed = signature ?? signTwilio(key, `${publicUrl}${path}`, params);
  return api.call('POST', path, {
    raw,
    idempotencyKey: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signed, ...headers },
  });
}
const received = (data: object = {}) => ({
  type: 'email.received',
  data: { id: 'm1@example.com', mailbox, from: 'Jo@Example.com', to: mailbox, subject: 'Re: Offer', text: 'Call me', inReplyTo: '<abc@acme.test>', ...data },
});

function postMail(
  path: string,
  event: unknown,
  { id = `msg_${randomBytes(8).toString('hex')}`, key = secret, at = Math.floor(Date.now() / 1000), signed = JSON.stringify(event) } = {},
) {
  const raw = JSON.stringify(event);
  return api.call('POST', path, {
    raw,
    idempotencyKey: null,
    headers: { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': signStandard(key, id, at, signed) },
  });
}

const envelopeId = '7f1e2d3c-0000-4000-8000-00000000abcd';
const connect = ({ event = 'envelope-sent', ...data }: Record<string, unknown> = {}) => ({
  ...{ event, apiVersion: 'v2.1', retryCount: 0, generatedDateTime: '2026-11-20T15:04:05.1230000Z' },
  data: {
    ...{ accountId, envelopeId },
    envelopeSummary: { envelopeId, status: 'sent', customFields: { textCustomFields: [{ name: 'keyturnKey', value: 'envelope/acme/7/1/abc' }] } },
    ...data,
  },
});

function postConnect(path: string, message: object, { keys = [connectKey], signed, header = 1 }: { keys?: string[]; signed?: string; header?: number } = {}) {
  const raw = JSON.stringify(message);
  const headers = Object.fromEntries(keys.map((key, at) => [`x-docusign-signature-${at + header}`, signDocusign(key, signed ?? raw)]));
  return api.call('POST', path, { raw, idempotencyKey: null, headers });
}

test('a report of signatures is kept once, in our words, whatever copies of it come and whichever key signed them', async () => {
  const { signPath, stored } = await set();
  expect((await postConnect(signPath, connect())).status).toBe(204);
  expect((await postConnect(signPath, { ...connect(), retryCount: 3 }, { keys: ['a-key-of-somebody-else', oldConnectKey] })).status).toBe(204);
  expect((await postConnect(signPath, connect(), { header: 87 })).status).toBe(204);
  expect((await postConnect(signPath, connect({ event: 'recipient-sent', recipientId: '1' }))).status).toBe(204);
  const { rows, events: log } = await stored();
  expect(rows).toMatchObject([
    { provider: 'docusign', payload: { kind: 'envelope-report', envelopeId, key: 'envelope/acme/7/1/abc', status: 'sent', accountId } },
    { payload: { signers: [{ recipientId: '1', status: 'sent' }] } },
  ]);
  expect(log.map(({ type, payload }) => [type, (payload as { kind: string }).kind])).toEqual([
    ['Webhook.Received', 'envelope-report'],
    ['Webhook.Received', 'envelope-report'],
  ]);
});

test.each<[string, number, (path: string) => ReturnType<typeof postConnect>]>([
  ['a report without a signature', 403, (path) => postConnect(path, connect(), { keys: [] })],
  ['a report signed with another key', 403, (path) => postConnect(path, connect(), { keys: ['a-stranger-without-the-key'] })],
  ['a report changed after signing', 403, (path) => postConnect(path, connect({ event: 'envelope-completed' }), { signed: JSON.stringify(connect()) })],
  ['a report of another account', 403, (path) => postConnect(path, connect({ accountId: randomUUID() }))],
  ['a report of no account', 403, (path) => postConnect(path, connect({ accountId: null }))],
  ['a report about no envelope', 422, (path) => postConnect(path, { ...connect(), data: { accountId } })],
  ['a report to an unknown token', 404, () => postConnect(`/webhooks/docusign/${'x'.repeat(32)}`, connect())],
  ['a report larger than any', 413, (path) => postConnect(path, connect({ more: 'x'.repeat(1_100_000) }))],
])('%s is refused with %i and leaves nothing', async (_, status, post) => {
  const { signPath, stored } = await set();
  expect((await post(signPath)).status).toBe(status);
  expect((await stored()).rows).toEqual([]);
});

test('a seller’s text is kept with one event, in our words, and answered as Twilio expects', async () => {
  const { textPath, stored } = await set();
  const params = inbound();
  const answer = await postText(textPath, params);
  expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([200, 'text/xml', '<?xml version="1.0" encoding="UTF-8"?><Response/>']);
  const { rows, events: log } = await stored();
  expect(rows).toMatchObject([
    {
      provider: 'twilio',
      providerEventId: params.MessageSid,
      payload: { kind: 'inbound-text', from: '+16155550142', to: number, body: 'Yes, call me', optOutType: null },
    },
  ]);
  expect(log).toMatchObject([
    {
      type: 'Webhook.Received',
      subjectKind: 'webhook',
      subjectId: rows[0]!.id,
      source: 'twilio',
      actor: { kind: 'provider', id: 'twilio' },
      payload: { webhookId: rows[0]!.id, kind: 'inbound-text' },
    },
  ]);
  expect(log[0]!.occurredAt.getTime()).toBeLessThanOrEqual((await businessNow(database.app.orm)).getTime());
  expect(JSON.stringify(log) + api.lines.join('')).not.toContain('+16155550142');
});

test('copies change nothing, also fifty at once', async () => {
  const { textPath, mailPath, stored } = await set();
  const params = inbound();
  const answers = await Promise.all([
    ...Array.from({ length: 50 }, () => postText(textPath, params)),
    ...Array.from({ length: 50 }, () => postMail(mailPath, received(), { id: 'msg_same' })),
  ]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 204]));
  const { rows, events: log } = await stored();
  expect([rows.length, log.length]).toEqual([2, 2]);
});

test('each status of a text is an event of its own', async () => {
  const { textPath, stored } = await set();
  const params = report({ MessageStatus: 'undelivered', ErrorCode: '30003' });
  await postText(textPath, report({ MessageSid: params.MessageSid, MessageStatus: 'sent' }));
  await postText(textPath, params);
  const { rows } = await stored();
  expect(rows.map(({ payload }) => payload)).toMatchObject([
    { kind: 'text-status', status: 'sent', errorCode: null },
    { kind: 'text-status', status: 'undelivered', errorCode: '30003' },
  ]);
});

test('during a rotation the token before still verifies', async () => {
  const { textPath } = await set();
  expect((await postText(textPath, inbound(), { key: oldToken })).status).toBe(200);
});

test('e-mails and bounces are kept in our words', async () => {
  const { mailPath, stored } = await set();
  expect((await postMail(mailPath, received())).status).toBe(204);
  await postMail(mailPath, {
    type: 'email.bounced',
    data: { id: 'b1', mailbox, to: 'gone@example.com', messageId: '<abc@acme.test>', bounce: 'hard', code: '5.1.1' },
  });
  await postMail(mailPath, { type: 'email.complained', data: { id: 'c1', mailbox, to: 'jo@example.com' } });
  const payloads = (await stored()).rows.map(({ payload }) => payload);
  expect(payloads).toMatchObject([
    { kind: 'inbound-email', from: 'jo@example.com', inReplyTo: 'abc@acme.test', autoReply: false },
    { kind: 'email-bounce', bounce: 'hard', messageId: 'abc@acme.test' },
    { kind: 'email-bounce', bounce: 'complaint', messageId: null },
  ]);
});

test('an opt-out is not lost over its form: too long or with characters that cannot be stored', async () => {
  const { textPath, mailPath, stored } = await set();
  expect((await postText(textPath, inbound({ Body: 'STOP\u0000' }))).status).toBe(200);
  expect((await postMail(mailPath, received({ text: `Stop\ud800 ${'x'.repeat(400_000)}` }))).status).toBe(204);
  const bodies = (await stored()).rows.map(({ payload }) => (payload as { body: string }).body);
  expect([bodies[0], bodies[1]!.length]).toEqual(['STOP', 200_000]);
});

type Post = (paths: { textPath: string; mailPath: string }, other: { textPath: string; mailPath: string }) => ReturnType<typeof postText>;
test.each<[string, number, Post]>([
  ['no signature', 403, ({ textPath }) => postText(textPath, inbound(), { signature: '' })],
  ['a signature of another key', 403, ({ textPath }) => postText(textPath, inbound(), { key: 'somebody-elses-token' })],
  [
    'a text signed for another address',
    403,
    ({ textPath }, other) => {
      const params = inbound();
      return postText(textPath, params, { signature: signTwilio(token, `${publicUrl}${other.textPath}`, params) });
    },
  ],
  ['JSON under a signature of the bare address', 403, ({ textPath }) => postText(textPath, {}, { headers: { 'content-type': 'application/json' } })],
  ['a text of another account', 422, ({ textPath }) => postText(textPath, inbound({ AccountSid: `AC${'2'.repeat(32)}` }))],
  ['a text to another number', 403, ({ textPath }) => postText(textPath, inbound({ To: '+16155559999' }))],
  ['a text without what makes it one', 422, ({ textPath }) => postText(textPath, { AccountSid: accountSid, MessageSid: sid() })],
  ['an e-mail changed after signing', 403, ({ mailPath }) => postMail(mailPath, received({ text: 'STOP' }), { signed: JSON.stringify(received()) })],
  ['an e-mail signed six minutes ago', 403, ({ mailPath }) => postMail(mailPath, received(), { at: Math.floor(Date.now() / 1000) - 360 })],
  ['an e-mail to another brokerage’s mailbox', 403, ({ mailPath }) => postMail(mailPath, received({ mailbox: 'deals@other.test' }))],
  ['an event of no kind we know', 422, ({ mailPath }) => postMail(mailPath, { type: 'email.opened', data: {} })],
  ['no JSON at all', 422, ({ mailPath }) => postMail(mailPath, 'x')],
  ['an unknown token', 404, () => postText(`/webhooks/twilio/${'x'.repeat(32)}`, inbound())],
  ['the other provider’s token', 404, ({ mailPath }) => postText(mailPath.replace('email', 'twilio'), inbound())],
  ['more than it takes', 413, ({ textPath }) => postText(textPath, inbound({ Body: 'x'.repeat(70_000) }))],
])('%s is refused with %i and leaves nothing', async (_, status, post) => {
  const [mine, other] = [await set(), await set()];
  const answer = await post(mine, other);
  expect({ status: answer.status, type: answer.json.type }).toEqual({ status, type: expect.stringMatching(/^\/problems\//) });
  const { rows, events: log } = await mine.stored();
  expect([rows.length, log.length]).toEqual([0, 0]);
});

test('without keys a provider is told to come again: nothing is taken unverified, nothing is lost', async () => {
  const keyless = testApi(database, { publicUrl });
  const { textPath } = await set();
  const answer = await keyless.call('POST', textPath, {
    raw: 'Body=STOP',
    idempotencyKey: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signTwilio('', `${publicUrl}${textPath}`, { Body: 'STOP' }) },
  });
  expect([answer.status, answer.json.type]).toEqual([503, '/problems/webhooks-not-configured']);
});
