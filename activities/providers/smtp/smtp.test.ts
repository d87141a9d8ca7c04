import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { ApplicationFailure } from '@temporalio/common';
import PostalMime from 'postal-mime';
import { expect, onTestFinished, test } from 'vitest';
import { messageIdOf } from '../../../domain/outreach/message-id.ts';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control, testSandbox } from '../../../sandbox/testing.ts';
import type { EmailMessage } from '../ports.ts';
import { createSmtp } from './index.ts';
import { mapSmtpError } from './map.ts';

const mail = (changes: Partial<EmailMessage> = {}): EmailMessage => ({
  key: 'followup/acme/seller-follow-up/17/1/day-1/1',
  fromName: 'Acme Homes, "Nashville"',
  from: 'offers@acme.test',
  to: 'jo+silent@example.com',
  subject: 'Your house – an offer',
  html: '<p>Dear Jo</p>',
  text: 'Dear Jo',
  headers: { 'List-Unsubscribe': '<https://keyturn.test/u/abc>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  attachments: [{ name: 'offer.pdf', mime: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.7 offer') }],
  ...changes,
});
const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    (value) => Promise.reject(new Error(`it went through: ${JSON.stringify(value)}`)),
    (error: ApplicationFailure) => error,
  );

/** Long enough for a busy machine; where silence is the fault, no longer than the server needs to act. */
const patienceMs = (faults: FaultKind[]): number => (faults.some((fault) => fault.startsWith('timeout')) ? 2000 : 30_000);

async function set(faults: FaultKind[] = []) {
  const sandbox = await testSandbox();
  if (faults.length > 0) await control(sandbox, 'faults', { rate: 1, kinds: faults });
  return {
    sandbox,
    port: createSmtp({ name: `smtp-${randomUUID()}`, url: sandbox.smtpUrl, timeoutMs: patienceMs(faults) }),
    mails: () => sandbox.store.mails.size,
  };
}

test('an e-mail arrives whole: headers for unsubscribing, attachment, and a Message-ID made from the ledger’s key', async () => {
  const { port, sandbox } = await set();
  const expected = messageIdOf(mail().key, mail().from);
  expect(await port.send(mail())).toEqual({ kind: 'accepted', providerId: expected });
  const [stored] = [...sandbox.store.mails.values()];
  expect(stored).toMatchObject({
    messageId: expected,
    subject: 'Your house – an offer',
    to: 'jo+silent@example.com',
    attachments: [{ name: 'offer.pdf', mime: 'application/pdf', bytes: 14 }],
  });
  const parsed = await PostalMime.parse(sandbox.store.source(stored!.id));
  expect(parsed.from).toMatchObject({ name: 'Acme Homes, "Nashville"', address: 'offers@acme.test' });
  expect(Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value]))).toMatchObject({
    'list-unsubscribe': '<https://keyturn.test/u/abc>',
    'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
  });
  expect(expected).not.toContain('followup');
});

test('the same key makes the same Message-ID, so that a copy can be told', async () => {
  const { port, sandbox } = await set();
  await port.send(mail());
  await port.send(mail());
  expect(new Set([...sandbox.store.mails.values()].map(({ messageId }) => messageId)).size).toBe(1);
  expect(messageIdOf('another', 'offers@acme.test')).not.toBe(messageIdOf(mail().key, 'offers@acme.test'));
});

test('a mailbox that does not exist is refused for good, and nothing was taken', async () => {
  const { port, mails } = await set();
  expect(await port.send(mail({ to: 'gone+bounce@example.com' }))).toEqual({
    kind: 'refused',
    code: '5.1.1',
    message: 'the mailbox does not exist',
    permanent: true,
  });
  expect(mails()).toBe(0);
});

test('line breaks in a subject or name make no header', async () => {
  const { port, sandbox } = await set();
  await port.send(mail({ subject: 'Hello\r\nBcc: everybody@example.com', fromName: 'Acme\r\nX-Evil: yes' }));
  const parsed = await PostalMime.parse(sandbox.store.source([...sandbox.store.mails.keys()][0]!));
  expect(parsed.headers.map(({ key }) => key)).not.toContain('bcc');
  expect(parsed.headers.map(({ key }) => key)).not.toContain('x-evil');
});

test.each<[FaultKind, string, number]>([
  ['429', 'ProviderDeferred', 0],
  ['500-before', 'ProviderDeferred', 0],
  ['503', 'ProviderUnavailable', 0],
  ['timeout-before', 'ProviderUnavailable', 0],
  ['timeout-after', 'OutcomeUnknown', 1],
  ['reset', 'OutcomeUnknown', 1],
])('fault %s becomes %s; the server had taken %i', async (fault, type, taken) => {
  const { port, mails } = await set([fault]);
  const failure = await thrown(port.send(mail()));
  expect({ type: failure.type, taken: mails() }).toEqual({ type, taken });
  expect(failure.message).not.toMatch(/jo\+silent/);
});

test('no server, or one that speaks no SMTP, did nothing: tried again', async () => {
  expect(await thrown(createSmtp({ name: randomUUID(), url: 'smtp://127.0.0.1:1' }).send(mail()))).toMatchObject({ type: 'ProviderUnavailable' });
  const server = createServer((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\n')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await thrown(createSmtp({ name: randomUUID(), url }).send(mail()))).toMatchObject({ type: 'ProviderUnavailable' });
});

test.each([
  ['550 5.1.1 no such user', 'RCPT TO', { permanent: true }],
  ['550 5.7.26 unauthenticated mail', 'RCPT TO', { permanent: false }],
  ['552 5.2.2 mailbox full', 'RCPT TO', { permanent: false }],
  ['550 5.2.1 mailbox disabled', 'RCPT TO', { permanent: true }],
  ['550 unknown user', 'RCPT TO', { permanent: true }],
  ['554 5.7.1 spam', 'DATA', { permanent: false }],
  ['530 5.7.0 authenticate first', 'MAIL FROM', { permanent: false }],
])('%s at %s is a definite refusal', (response, command, expected) => {
  const responseCode = Number(response.slice(0, 3));
  expect(mapSmtpError({ code: 'EENVELOPE', command, response, responseCode, messageBegun: command === 'DATA' })).toMatchObject({
    kind: 'refused',
    ...expected,
  });
});

test.each([
  ['451 4.7.1 greylisted', 451, false, 'deferred'],
  ['421 4.3.2 shutting down', 421, true, 'unavailable'],
  ['452 4.3.1 out of storage, after the message', 452, true, 'deferred'],
])('%s: the server has not taken the message', (response, responseCode, messageBegun, kind) => {
  expect(mapSmtpError({ code: 'EMESSAGE', command: 'DATA', response, responseCode, messageBegun })).toMatchObject({ kind });
});
