import { request } from 'node:http';
import { expect, test } from 'vitest';
import { createDocusign } from '../../activities/providers/docusign/index.ts';
import type { SignatureRequest } from '../../activities/providers/ports.ts';
import { type ConnectEvent, readConnect } from '../../domain/closing/connect.read.ts';
import { afterReport, newEnvelope, signingProgress } from '../../domain/closing/envelope.ts';
import { verifyDocusign } from '../../domain/closing/signature.docusign.ts';
import type { FaultKind } from '../faults.ts';
import { control, type Received, testDocusign, testReceiver, testSandbox, testSigner } from '../testing.ts';

const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
const [current, older] = testDocusign.connectKeys as [string, string];

async function set({ status, faults, callback = true }: { status?: (one: Received) => number; faults?: FaultKind[]; callback?: boolean } = {}) {
  const receiver = await testReceiver(status);
  const endpoints = callback ? [] : [{ provider: 'docusign' as const, address: testDocusign.accountId, url: `${receiver.url}/connect` }];
  const sandbox = await testSandbox({ endpoints, ...(faults ? { faults: { rate: 1, kinds: faults, services: ['webhooks'] } } : {}) });
  const port = createDocusign(testSigner(sandbox));
  const send = async (emails = ['a@example.com', 'b@example.com'], changes: Partial<SignatureRequest> = {}): Promise<string> => {
    const signers = emails.map((email, at) => ({ recipientId: String(at + 1), name: `Signer ${at + 1}`, email, routingOrder: at + 1, tabs: [] }));
    const statusCallback = callback ? `${receiver.url}/connect` : null;
    const outcome = await port.send({
      key: 'k',
      subject: 'Contract',
      message: null,
      documents: [{ name: 'c.pdf', bytes: pdf }],
      signers,
      statusCallback,
      ...changes,
    });
    if (outcome.kind !== 'accepted') throw new Error(outcome.code);
    return outcome.envelopeId;
  };
  const genuine = ({ body, headers }: Received, keys = [current]) => verifyDocusign({ rawBody: body, headers: headers as Record<string, string>, keys }).valid;
  const heard = (): ConnectEvent[] => receiver.received.filter((one) => genuine(one)).map(({ body }) => readConnect(body)!);
  return {
    ...{ sandbox, receiver, port, send, genuine, heard },
    act: (envelopeId: string, recipientId: string, act: string) => control(sandbox, `envelopes/${envelopeId}/act`, { recipientId, act, reason: 'No' }),
    settle: () => control(sandbox, 'settle', {}),
    state: () => heard().reduce(afterReport, newEnvelope),
  };
}
const all = ['envelope-sent', 'recipient-sent', 'recipient-delivered', 'recipient-completed', 'recipient-sent', 'recipient-delivered'];
const whole = [...all, 'envelope-delivered', 'recipient-completed', 'envelope-completed'];

test.each([true, false])('every step is reported in order, signed with each key of the account (address of the envelope: %s)', async (callback) => {
  const { send, act, settle, receiver, genuine, heard, state } = await set({ callback });
  const envelopeId = await send();
  expect((await act(envelopeId, '1', 'sign')).status).toBe(200);
  await act(envelopeId, '2', 'sign');
  await settle();
  expect(heard().map(({ event }) => event)).toEqual(whole);
  for (const keys of [[current], [older], ['another', older]]) expect(receiver.received.every((one) => genuine(one, keys))).toBe(true);
  expect(new Set(heard().map(({ dedupeKey }) => dedupeKey)).size).toBe(whole.length);
  expect(state()).toMatchObject({
    status: 'completed',
    signers: [
      { recipientId: '1', routingOrder: 1 },
      { recipientId: '2', routingOrder: 2 },
    ],
  });
});

test('the second signer is asked only after the first has signed', async () => {
  const { send, act, settle, state } = await set();
  const envelopeId = await send();
  await settle();
  expect(signingProgress(state())).toEqual({ signed: 0, of: 2, waitingFor: ['1'] });
  expect(await act(envelopeId, '2', 'sign')).toMatchObject({ status: 409 });
  await act(envelopeId, '1', 'sign');
  await settle();
  expect(signingProgress(state())).toEqual({ signed: 1, of: 2, waitingFor: ['2'] });
});

test('a decline and a void are reported with their reasons', async () => {
  const { send, act, settle, heard, port } = await set();
  await act(await send(), '1', 'decline');
  await port.void(await send(['c@example.com'], { key: 'other' }), 'The terms have changed');
  await settle();
  expect(heard().filter(({ event }) => event === 'envelope-declined')).toMatchObject([{ status: 'declined', signers: [{ reason: 'No' }, {}] }]);
  expect(heard().filter(({ event }) => event === 'envelope-voided')).toMatchObject([{ status: 'voided', reason: 'The terms have changed' }]);
});

test.each<[FaultKind, (events: string[], total: number) => void]>([
  // Messages of two acts in the same milliseconds may pass each other: order is never promised.
  ['webhook-duplicate', (events) => expect(events.toSorted()).toEqual(whole.flatMap((event) => [event, event]).toSorted())],
  ['webhook-reordered', (events) => expect([events.toSorted(), events.join() === whole.join()]).toEqual([whole.toSorted(), false])],
  ['webhook-late', (events) => expect(events.toSorted()).toEqual(whole.toSorted())],
  ['webhook-lost', (events) => expect(events).toEqual([])],
  ['webhook-forged', (events, total) => expect([events.toSorted(), total]).toEqual([whole.toSorted(), 2 * whole.length])],
])('fault %s strikes what is sent to us, and the state comes out the same', async (fault, check) => {
  const { send, act, settle, heard, receiver, state, port } = await set({ faults: [fault] });
  const envelopeId = await send();
  for (const recipientId of ['1', '2']) await act(envelopeId, recipientId, 'sign');
  await settle();
  check(
    heard().map(({ event }) => event),
    receiver.received.length,
  );
  // What is lost is found by looking.
  const report = (await port.state({ envelopeId }))!;
  expect(afterReport(state(), report)).toMatchObject({ status: 'completed', signers: [{ status: 'completed' }, { status: 'completed' }] });
});

test('a receiver that was down gets every message when it is back, counted as a repeat, also from a restarted sandbox', async () => {
  let up = false;
  const { send, act, settle, receiver, sandbox, heard } = await set({ status: () => (up ? 200 : 503) });
  const envelopeId = await send(['a@example.com']);
  await act(envelopeId, '1', 'sign');
  await settle();
  await sandbox.stop();
  up = true;
  receiver.received.length = 0;
  const again = await testSandbox({ home: sandbox.home });
  await control(again, 'settle', {});
  const events = ['envelope-completed', 'envelope-delivered', 'envelope-sent', 'recipient-completed', 'recipient-delivered', 'recipient-sent'];
  expect(
    heard()
      .map(({ event }) => event)
      .toSorted(),
  ).toEqual(events);
  expect(receiver.received.every(({ body }) => JSON.parse(body).retryCount > 0)).toBe(true);
  expect(await createDocusign(testSigner(again)).state({ envelopeId })).toMatchObject({ status: 'completed' });
  expect((await control(again, 'effects')).json).toMatchObject({ envelopes: { total: 1, byKey: { k: 1 } } });
});

test('sample signers act by themselves when the business clock says so, each in turn', async () => {
  const { sandbox, send, settle, heard } = await set();
  await send(['jo+late-sign@example.com', 'al+sign@example.com']);
  await send(['x+decline@example.com'], { key: 'declined' });
  await send(['y+silent@example.com'], { key: 'silent' });
  const hours = async (ahead: number) => (await control(sandbox, 'signers/act', { now: new Date(Date.now() + ahead * 3_600_000).toISOString() })).json;
  expect(await hours(0.5)).toMatchObject({ acted: [], nextAt: expect.any(String) });
  expect(await hours(2)).toMatchObject({ acted: [{ recipientId: '1', act: 'decline' }] });
  expect(await hours(80)).toMatchObject({ acted: [{ recipientId: '1', act: 'sign' }] });
  expect(await hours(82)).toMatchObject({ acted: [{ recipientId: '2', act: 'sign' }], nextAt: null });
  await settle();
  expect(heard().filter(({ event }) => event === 'envelope-completed')).toHaveLength(1);
});

const form = (url: string, fields: Record<string, string>) => fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

test('a person signs on the signer’s page, sees the document, and the next one is asked', async () => {
  const { sandbox, send, port } = await set();
  const envelopeId = await send(
    ['<b>@example.com', 'b@example.com'].map((email) => email.replace('<b>', 'a')),
    { subject: 'Contract <script>alert(1)</script>' },
  );
  const page = async (path: string) => (await fetch(`${sandbox.httpUrl}${path}`)).text();
  expect(await page('/signing')).toContain(`/signing/${envelopeId}`);
  expect(await page('/signing')).not.toContain('<script>');
  const { items } = (await control(sandbox, 'envelopes')).json as { items: { signers: { page: string }[] }[] };
  const [first, second] = items[0]!.signers.map(({ page: path }) => path) as [string, string];
  expect(await page(first)).toContain('<button>Sign</button>');
  expect(await page(second)).toContain('Not asked yet');
  const file = await fetch(`${sandbox.httpUrl}${first}/documents/0`);
  expect([file.headers.get('content-type'), Buffer.from(await file.arrayBuffer()).equals(pdf)]).toEqual(['application/pdf', true]);
  expect(await port.state({ envelopeId })).toMatchObject({ signers: [{ status: 'delivered' }, { status: 'created' }] });
  expect((await form(`${sandbox.httpUrl}${first}`, { act: 'sign', name: '' })).status).toBe(400);
  expect((await form(`${sandbox.httpUrl}${second}`, { act: 'sign', name: 'B' })).status).toBe(409);
  expect((await form(`${sandbox.httpUrl}${first}`, { act: 'sign', name: 'A' })).status).toBe(303);
  expect((await form(`${sandbox.httpUrl}${second}`, { act: 'decline', reason: 'Too low' })).status).toBe(303);
  expect(await page(first)).toContain('Declined by Signer 2');
  expect(await port.state({ envelopeId })).toMatchObject({ status: 'declined', signers: [{ status: 'completed' }, { status: 'declined', reason: 'Too low' }] });
});

test('without the token of a page nobody signs, and under a foreign name there are no pages', async () => {
  const { sandbox, send } = await set();
  const envelopeId = await send();
  for (const path of ['1', 'a', sandbox.store.envelopes.all.get(envelopeId)!.signers[0]!.guid])
    expect((await form(`${sandbox.httpUrl}/signing/${envelopeId}/${path}`, { act: 'sign', name: 'A' })).status).toBe(404);
  const status = await new Promise((resolve) =>
    request(`${sandbox.httpUrl}/signing`, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode)).end(),
  );
  expect(status).toBe(404);
});

test('other sites cannot act for a signer: only JSON is taken', async () => {
  const { sandbox, send } = await set();
  const envelopeId = await send();
  const answer = await fetch(`${sandbox.httpUrl}/sandbox/envelopes/${envelopeId}/act`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ recipientId: '1', act: 'sign' }),
  });
  expect([answer.status, sandbox.store.envelopes.all.get(envelopeId)!.status]).toEqual([400, 'sent']);
});
