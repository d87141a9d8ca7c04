import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createSmtp } from '../../activities/providers/smtp/index.ts';
import { createTwilio } from '../../activities/providers/twilio/index.ts';
import { sends, webhookEndpoints } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import { control, testReceiver, testSandbox, testSecrets } from '../../sandbox/testing.ts';
import { testApi } from '../../test/api.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { seedDeal } from '../../test/seed-deal.ts';

const [number, mailbox, seller] = ['+16155550000', 'offers@acme.test', 'jo+silent@example.com'];
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

async function set() {
  const { id: brokerageId } = await testBrokerage(database.app);
  const token = randomBytes(24).toString('base64url');
  await inTenant(database.app, brokerageId, (tx) => tx.insert(webhookEndpoints).values({ brokerageId, provider: 'email', token, address: mailbox }));
  const receiver = await testReceiver();
  const sandbox = await testSandbox({
    endpoints: [
      { provider: 'email', address: mailbox, url: `${receiver.url}/webhooks/email/${token}` },
      { provider: 'twilio', address: number, url: receiver.url },
    ],
  });
  const api = testApi(database, { sandboxUrl: sandbox.httpUrl });
  const email = createSmtp({ url: sandbox.smtpUrl });
  const sendMail = (changes: object = {}) =>
    email.send({
      key: 'k1',
      fromName: 'Acme',
      from: mailbox,
      to: seller,
      subject: 'Your house <b>',
      html: '<p>Dear Jo</p><script>alert(1)</script>',
      text: 'Dear Jo',
      headers: {},
      attachments: [{ name: 'offer.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }],
      ...changes,
    });
  return { brokerageId, sandbox, receiver, api, sendMail, get: (path: string, headers = {}) => api.call('GET', path, { headers }) };
}

test('what arrived is shown for people and for programs, with its attachment to save', async () => {
  const { get, sendMail } = await set();
  await sendMail();
  const { json } = await get('/outbox.json');
  expect(json).toMatchObject({
    total: 1,
    items: [{ kind: 'email', direction: 'sent', to: seller, subject: 'Your house <b>', attachments: [{ name: 'offer.pdf', bytes: 8 }] }],
  });
  const page = await get('/outbox');
  expect(page.text).toContain('Your house &lt;b&gt;');
  const { id } = json.items[0];
  const mail = await get(`/outbox/mails/${id}`);
  expect(mail.text).toContain('sandbox=""');
  // The seller's HTML stands in an attribute, not in the page.
  expect(mail.text).not.toContain('<script>');
  const file = await get(`/outbox/mails/${id}/attachments/0`);
  expect([file.text, file.headers.get('content-disposition'), file.headers.get('content-type')]).toEqual([
    '%PDF-1.7',
    'attachment',
    'application/octet-stream',
  ]);
});

test('unsubscribing is one POST to the address in the e-mail’s header, and only to one of ours', async () => {
  const { get, sendMail } = await set();
  await sendMail({ headers: { 'List-Unsubscribe': '<https://evil.example/u>' } });
  await sendMail({ headers: { 'List-Unsubscribe': '<http://localhost:3000/unsubscribe/abc>' } });
  const [ours, theirs] = (await get('/outbox.json')).json.items;
  expect((await get(`/outbox/mails/${ours.id}`)).text).toContain('<form method="post" action="/unsubscribe/abc">');
  expect((await get(`/outbox/mails/${theirs.id}`)).text).not.toContain('evil.example');
});

test('messages are shown at the business time of our own books, with their deal and step', async () => {
  const { brokerageId, get, sendMail } = await set();
  await sendMail();
  const { dealId, dealNo } = await seedDeal(database.app, brokerageId, {});
  const at = new Date('2027-03-01T15:00:00.000Z');
  await inTenant(database.app, brokerageId, (tx) =>
    tx.insert(sends).values({
      brokerageId,
      key: 'k1',
      channel: 'email',
      leadId: crypto.randomUUID(),
      contactId: crypto.randomUUID(),
      dealId,
      step: 'day-1',
      address: seller,
      templateSlug: 't',
      templateVersion: 1,
      status: 'sent',
      providerId: messageIdOf('k1', mailbox),
      claimedAt: at,
    }),
  );
  expect((await get('/outbox.json')).json.items).toMatchObject([{ at: at.toISOString(), step: 'day-1', dealNo }]);
});

test('a form answers as the seller and the page comes back; a program gets JSON', async () => {
  const { api, sendMail, sandbox, receiver, get } = await set();
  await sendMail();
  await createTwilio({ accountSid: testSecrets.accountSid, authToken: testSecrets.authToken, baseUrl: sandbox.httpUrl }).send({
    key: 'k2',
    from: number,
    to: '+16155550142',
    body: 'Hello',
    statusCallback: `${receiver.url}/status`,
  });
  const [text, mail] = (await get('/outbox.json')).json.items;
  const form = new URLSearchParams({ channel: 'email', address: seller, body: 'Yes please', inReplyTo: mail.id }).toString();
  const answer = await api.call('POST', '/outbox/reply', {
    raw: form,
    idempotencyKey: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', 'sec-fetch-site': 'same-origin' },
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/outbox#${mail.id}`]);
  expect(await api.call('POST', '/outbox/reply', { body: { channel: 'text', address: text.to, body: 'STOP' } })).toMatchObject({
    status: 201,
    json: { heard: true },
  });
  await control(sandbox, 'settle', {});
  expect(sandbox.store.inbounds.map(({ body, by }) => [body, by])).toEqual([
    ['Yes please', 'person'],
    ['STOP', 'person'],
  ]);
  expect(receiver.received.map(({ path }) => path).filter((path) => path !== '/status')).toHaveLength(2);
});

test('another site can neither read the outbox nor answer for a seller', async () => {
  const { api, sendMail, sandbox } = await set();
  await sendMail();
  const form = new URLSearchParams({ channel: 'email', address: seller, body: 'STOP' }).toString();
  const origins: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
  ];
  for (const told of origins)
    expect(
      (await api.call('POST', '/outbox/reply', { raw: form, idempotencyKey: null, headers: { 'content-type': 'application/x-www-form-urlencoded', ...told } }))
        .status,
    ).toBe(403);
  for (const path of ['/outbox', '/outbox.json']) expect((await api.app.request(`http://evil.example${path}`)).status).toBe(404);
  expect(sandbox.store.inbounds).toHaveLength(0);
});

test('what cannot be answered is refused in words', async () => {
  const { api } = await set();
  expect((await api.call('POST', '/outbox/reply', { body: { channel: 'email', address: 'nobody@example.com', body: 'Hi' } })).json).toMatchObject({
    status: 404,
    type: '/problems/nothing-to-answer',
  });
  expect((await api.call('POST', '/outbox/reply', { body: { channel: 'fax', address: '', body: '' } })).json).toMatchObject({
    status: 400,
    errors: [{ path: 'channel' }, { path: 'address' }, { path: 'body' }],
  });
  expect((await api.call('POST', '/outbox/reply', { raw: '{' })).json.type).toBe('/problems/malformed-json');
  expect((await api.call('GET', '/outbox/mails/none')).json.type).toBe('/problems/not-found');
});

test('without a sandbox there is no outbox; with one that is down, it says so', async () => {
  expect((await testApi(database).call('GET', '/outbox')).json.type).toBe('/problems/no-sandbox');
  const down = await testApi(database, { sandboxUrl: 'http://127.0.0.1:1' }).call('GET', '/outbox.json');
  expect([down.status, down.json.type, down.headers.get('retry-after')]).toEqual([503, '/problems/sandbox-unavailable', '2']);
});
