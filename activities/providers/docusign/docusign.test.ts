import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApplicationFailure } from '@temporalio/common';
import { expect, onTestFinished, test } from 'vitest';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control, testDocusign, testSandbox, testSigner } from '../../../sandbox/testing.ts';
import type { ESignature, SignatureRequest } from '../ports.ts';
import { createDocusign } from './index.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const signer = (recipientId: string, routingOrder: number, email = `signer${recipientId}@example.com`) => ({
  recipientId,
  routingOrder,
  email,
  name: `Signer ${recipientId}`,
  tabs: [{ kind: 'signature' as const, anchor: `/sig${recipientId}/` }],
});
const contract = (changes: Partial<SignatureRequest> = {}): SignatureRequest => ({
  key: 'deal/acme/7/contract/1',
  subject: 'Purchase contract, 1808 Fox Chase Dr',
  message: 'Please sign by Friday.',
  documents: [{ name: 'Contract.pdf', bytes: pdf }],
  signers: [signer('1', 1), signer('2', 2)],
  statusCallback: null,
  ...changes,
});
const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    (value) => Promise.reject(new Error(`it went through: ${JSON.stringify(value)}`)),
    (error: ApplicationFailure) => error,
  );

/** Long enough for a busy machine; where silence is the fault, no longer than the provider needs to act. */
const patienceMs = (faults: FaultKind[]): number => (faults.some((fault) => fault.startsWith('timeout')) ? 1500 : 20_000);

async function set({ faults = [], service = 'signatures', docusign = {} }: { faults?: FaultKind[]; service?: string; docusign?: object } = {}) {
  const sandbox = await testSandbox({ docusign: { ...testDocusign, ...docusign } });
  // A name of its own: breakers are kept per provider in this process.
  const made = (changes: object = {}): ESignature =>
    createDocusign({ ...testSigner(sandbox), name: `docusign-${randomUUID()}`, timeoutMs: patienceMs(faults), ...changes });
  const strike = (kinds: FaultKind[], more: object = {}) => control(sandbox, 'faults', { rate: 1, kinds, services: [service], ...more });
  if (faults.length > 0) await strike(faults);
  const act = (envelopeId: string, recipientId: string, what: string, reason?: string) =>
    control(sandbox, `envelopes/${envelopeId}/act`, { recipientId, act: what, ...(reason && { reason }) });
  return { sandbox, port: made(), made, strike, act, envelopes: () => [...sandbox.store.envelopes.all.values()] };
}
async function sent(port: ESignature, changes: Partial<SignatureRequest> = {}): Promise<string> {
  const outcome = await port.send(contract(changes));
  if (outcome.kind !== 'accepted') throw new Error(`refused: ${outcome.code}`);
  return outcome.envelopeId;
}

test('an envelope is sent with its documents, signers and places to sign, and only the first in order is asked', async () => {
  const { port, envelopes, sandbox } = await set();
  const envelopeId = await sent(port);
  expect(envelopes()).toMatchObject([
    {
      envelopeId,
      status: 'sent',
      subject: 'Purchase contract, 1808 Fox Chase Dr',
      message: 'Please sign by Friday.',
      fields: [{ name: 'keyturnKey', value: 'deal/acme/7/contract/1' }],
      signers: [
        { recipientId: '1', routingOrder: 1, status: 'sent', tabs: [{ kind: 'signature', anchor: '/sig1/' }] },
        { recipientId: '2', routingOrder: 2, status: 'created' },
      ],
    },
  ]);
  expect(sandbox.store.document(envelopeId, 0).equals(pdf)).toBe(true);
});

test('what was sent before is found by its key instead of being sent again, also by another process', async () => {
  const { port, made, envelopes } = await set();
  const first = await port.send(contract());
  expect(await made().send(contract())).toEqual({ ...first, existed: true });
  expect(await port.send(contract({ key: 'deal/acme/7/contract/10' }))).toMatchObject({ existed: false });
  expect(envelopes()).toHaveLength(2);
});

// The promise that matters: what certainly did nothing is tried again, what may have acted is looked up.
test.each<[FaultKind, string, number]>([
  ['429', 'ProviderRateLimited', 0],
  ['503', 'ProviderUnavailable', 0],
  ['token-expired', 'ProviderUnauthorised', 0],
  ['500-before', 'OutcomeUnknown', 0],
  ['timeout-before', 'OutcomeUnknown', 0],
  ['500-after', 'OutcomeUnknown', 1],
  ['timeout-after', 'OutcomeUnknown', 1],
  ['reset', 'OutcomeUnknown', 1],
  ['truncated', 'OutcomeUnknown', 1],
  ['wrong-type', 'OutcomeUnknown', 1],
])('fault %s becomes %s; sent %i: the key tells which, and one envelope is all there is in the end', async (fault, type, count) => {
  const { port, strike, envelopes } = await set({ faults: [fault] });
  const failure = await thrown(port.send(contract()));
  expect({ type: failure.type, sent: envelopes().length }).toEqual({ type, sent: count });
  expect(failure.message).not.toMatch(/example\.com|Fox Chase/);
  if (fault === '429') expect(failure.nextRetryDelay).toBe(2000);
  expect(await port.state({ key: contract().key })).toEqual(count === 0 ? null : expect.objectContaining({ status: 'sent', key: contract().key }));
  await strike([]);
  expect(await port.send(contract())).toMatchObject({ kind: 'accepted', existed: count === 1 });
  expect(envelopes()).toHaveLength(1);
});

test.each<[FaultKind, string]>([
  ['429', 'ProviderRateLimited'],
  ['503', 'ProviderUnavailable'],
  ['500-after', 'ProviderUnavailable'],
  ['timeout-after', 'ProviderUnavailable'],
  ['reset', 'ProviderUnavailable'],
  ['truncated', 'ProviderReplyInvalid'],
  ['wrong-type', 'ProviderReplyInvalid'],
])('fault %s on a look-up becomes %s and is tried again; a send that cannot look first sends nothing', async (fault, type) => {
  const { made, strike, envelopes } = await set({ service: 'signature-reads' });
  const port = made({ timeoutMs: patienceMs([fault]) });
  const envelopeId = await sent(port);
  await strike([fault]);
  const works = [
    () => port.state({ envelopeId }),
    () => port.changedSince(null),
    () => port.signedPdf(envelopeId),
    () => port.send(contract({ key: 'another' })),
  ];
  for (const work of works) expect(await thrown(work())).toMatchObject({ type, nonRetryable: false });
  expect(envelopes()).toHaveLength(1);
});

test('whatever fails on the way, with what is unclear looked up by its key, there is one envelope per key', async () => {
  const { made, sandbox, strike } = await set();
  const kinds: FaultKind[] = ['429', '503', '500-before', '500-after', 'reset', 'truncated', 'wrong-type', 'token-expired'];
  await strike(kinds, { rate: 0.3, seed: 7, services: ['signatures', 'signature-reads'] });
  let unclear = 0;
  const settle = async (key: string): Promise<void> => {
    // Of its own, so that no breaker of another key is open.
    const port = made();
    for (let tries = 0; tries < 50; tries++) {
      const outcome = await port.send(contract({ key })).catch((error: ApplicationFailure) => error.type ?? '');
      if (typeof outcome === 'object') return;
      if (outcome === 'OutcomeUnknown') unclear += 1;
    }
    throw new Error('never taken');
  };
  const keys = Array.from({ length: 60 }, (_, n) => `deal/acme/${n}`);
  for (const key of keys) await settle(key);
  expect(unclear).toBeGreaterThan(5);
  await strike([]);
  expect((await control(sandbox, 'effects')).json).toMatchObject({ envelopes: { total: 60, byKey: Object.fromEntries(keys.map((key) => [key, 1])) } });
});

test('new members in a reply change nothing', async () => {
  const { port, strike } = await set();
  await strike(['drift'], { services: ['signatures', 'signature-reads'] });
  const envelopeId = await sent(port);
  expect(await port.state({ envelopeId })).toMatchObject({ status: 'sent' });
});

test.each<[string, Partial<SignatureRequest>, string]>([
  ['an address that is none', { signers: [signer('1', 1, 'nobody')] }, 'INVALID_EMAIL_ADDRESS_FOR_RECIPIENT'],
  ['a file that is no PDF', { documents: [{ name: 'x.pdf', bytes: Buffer.from('<html>') }] }, 'UNABLE_TO_CONVERT_DOCUMENT'],
  ['an anchor that is nowhere', { signers: [{ ...signer('1', 1), tabs: [{ kind: 'date', anchor: '/nowhere/' }] }] }, 'ANCHOR_TAB_STRING_NOT_FOUND'],
  ['nobody to sign', { signers: [] }, 'ENVELOPE_IS_INCOMPLETE'],
])('%s is refused with DocuSign’s code, and nothing was sent', async (_, changes, code) => {
  const { port, envelopes } = await set();
  expect(await port.send(contract(changes))).toMatchObject({ kind: 'refused', code, message: expect.stringMatching(/./) });
  expect(envelopes()).toHaveLength(0);
});

test('a document of megabytes goes and comes back whole', async () => {
  const { port } = await set();
  const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.alloc(6_000_000, 0xe9), Buffer.from('\n%%EOF\n')]);
  const envelopeId = await sent(port, { documents: [{ name: 'Large.pdf', bytes }] });
  expect(Buffer.from(await port.signedPdf(envelopeId)).equals(bytes)).toBe(true);
});

test('the state follows the signers in their order to the end, with instants of the provider', async () => {
  const { port, act } = await set();
  const envelopeId = await sent(port);
  expect((await act(envelopeId, '2', 'sign')).status).toBe(409);
  await act(envelopeId, '1', 'sign');
  expect(await port.state({ envelopeId })).toMatchObject({
    status: 'sent',
    signers: [{ status: 'completed' }, { recipientId: '2', status: 'sent', routingOrder: 2 }],
  });
  await act(envelopeId, '2', 'sign');
  const state = await port.state({ envelopeId });
  expect(state).toMatchObject({ status: 'completed', at: expect.stringMatching(/Z$/), signers: [{ status: 'completed' }, { status: 'completed' }] });
  expect(await port.state({ envelopeId: randomUUID() })).toBeNull();
  expect(Buffer.from(await port.signedPdf(envelopeId)).equals(pdf)).toBe(true);
});

test('a signer who declines ends it, with the reason', async () => {
  const { port, act } = await set();
  const envelopeId = await sent(port);
  await act(envelopeId, '1', 'decline', 'The price is wrong');
  expect(await port.state({ envelopeId })).toMatchObject({
    status: 'declined',
    signers: [{ status: 'declined', reason: 'The price is wrong' }, { status: 'created' }],
  });
});

test('voiding ends an envelope once; what has ended otherwise stays as it is', async () => {
  const { port, act } = await set();
  const [one, other] = [await sent(port), await sent(port, { key: 'other', signers: [signer('1', 1)] })];
  expect([await port.void(one, 'The terms have changed'), await port.void(one, 'Again')]).toEqual([{ kind: 'voided' }, { kind: 'voided' }]);
  expect(await port.state({ envelopeId: one })).toMatchObject({ status: 'voided', reason: 'The terms have changed' });
  await act(other, '1', 'sign');
  expect(await port.void(other, 'Too late')).toMatchObject({ kind: 'closed', report: { status: 'completed' } });
  expect(await port.void(randomUUID(), 'Unknown')).toMatchObject({ kind: 'refused', code: 'ENVELOPE_DOES_NOT_EXIST' });
});

test('a void that was done and then failed is tried again by itself and comes out as done', async () => {
  const { port, strike } = await set();
  const envelopeId = await sent(port);
  await strike(['500-after'], { times: 1 });
  expect(await thrown(port.void(envelopeId, 'The terms have changed'))).toMatchObject({ type: 'ProviderUnavailable', nonRetryable: false });
  expect(await port.void(envelopeId, 'The terms have changed')).toEqual({ kind: 'voided' });
});

test('reconciliation finds every change since the last look, over several pages', async () => {
  const { port, act } = await set();
  const ids: string[] = [];
  for (let n = 0; n < 105; n++) ids.push(await sent(port, { key: `k${n}`, signers: [signer('1', 1)] }));
  const first = await port.changedSince(null);
  expect(first.envelopes.map(({ envelopeId }) => envelopeId).toSorted()).toEqual(ids.toSorted());
  await act(ids[3]!, '1', 'sign');
  const second = await port.changedSince(first.through);
  expect(second.envelopes).toEqual(expect.arrayContaining([expect.objectContaining({ envelopeId: ids[3], status: 'completed', key: 'k3' })]));
  expect(second.through! > first.through!).toBe(true);
  // A business clock that is weeks ahead must not hide what happened in between.
  expect((await port.changedSince('2099-01-01T00:00:00.000Z')).envelopes.length).toBeGreaterThan(0);
});

test('a token is asked for once and again shortly before its end; one ended early is replaced', async () => {
  const { made, sandbox, strike } = await set({ docusign: { tokenSeconds: 2 }, service: 'signature-reads' });
  const port = made();
  const envelopeId = await sent(port);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(await port.state({ envelopeId })).toMatchObject({ status: 'sent' });
  await control(sandbox, 'tokens/revoke', {});
  expect(await port.state({ envelopeId })).toMatchObject({ status: 'sent' });
  await strike(['token-expired'], { times: 1 });
  expect(await port.state({ envelopeId })).toMatchObject({ status: 'sent' });
});

test.each<[string, object]>([
  ['an integration it does not know', { integrationKey: randomUUID() }],
  ['a user who has not consented', { userId: randomUUID() }],
])('%s is a fault of our account: the envelope waits', async (_, changes) => {
  const { made, envelopes } = await set();
  expect(await thrown(made(changes).send(contract()))).toMatchObject({ type: 'ProviderUnauthorised', nonRetryable: false });
  expect(envelopes()).toHaveLength(0);
});

test('a provider that does not listen did nothing: tried again', async () => {
  const { made } = await set();
  expect(await thrown(made({ authUrl: 'http://127.0.0.1:1' }).send(contract()))).toMatchObject({ type: 'ProviderUnavailable' });
  expect(await thrown(made({ baseUrl: 'http://127.0.0.1:1' }).send(contract()))).toMatchObject({ type: 'ProviderUnavailable' });
});

async function hostile(answer: (path: string) => [status: number, body: string | Buffer, headers?: Record<string, string>]): Promise<string> {
  const server = createServer((request, response) => {
    const [status, body, headers = {}] = answer(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.writeHead(status, headers).end(body));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const nobody: [number, string] = [200, JSON.stringify({ resultSetSize: '0', totalSetSize: '0' })];

test.each<[string, string | Buffer]>([
  ['more than a megabyte', 'x'.repeat(2_000_000)],
  ['HTML', '<html>moved</html>'],
  ['an id of another kind', JSON.stringify({ envelopeId: '../../admin', status: 'sent' })],
])('a hostile reply to a send (%s) leaves the outcome open', async (_, body) => {
  const { made } = await set();
  const port = made({ baseUrl: await hostile((path) => (path.startsWith('POST') ? [201, body] : nobody)) });
  expect(await thrown(port.send(contract()))).toMatchObject({ type: 'OutcomeUnknown' });
});

test.each<[string, (port: ESignature) => Promise<unknown>, string | Buffer]>([
  ['a state of another envelope', (port) => port.state({ envelopeId: randomUUID() }), JSON.stringify({ envelopeId: randomUUID(), status: 'completed' })],
  ['a list without an end', (port) => port.changedSince(null), JSON.stringify({ resultSetSize: 'many', totalSetSize: '1e99' })],
  [
    'an instant that is none',
    (port) => port.changedSince(null),
    JSON.stringify({ resultSetSize: '1', totalSetSize: '1', envelopes: [{ envelopeId: randomUUID(), statusChangedDateTime: 'soon' }] }),
  ],
  ['a page in place of the document', (port) => port.signedPdf(randomUUID()), '<html>log in</html>'],
  ['half a document', (port) => port.signedPdf(randomUUID()), '%PDF-1.4 and no end'],
])('a hostile reply (%s) is not believed', async (_, work, body) => {
  const { made } = await set();
  expect(await thrown(work(made({ baseUrl: await hostile(() => [200, body]) })))).toMatchObject({ type: 'ProviderReplyInvalid' });
});

test('a token that cannot be sent in a header, or never ends, is not believed', async () => {
  for (const grant of [
    { access_token: 'a\r\nx: y', token_type: 'Bearer', expires_in: 3600 },
    { access_token: 'a', token_type: 'Bearer' },
  ]) {
    const { made, envelopes } = await set();
    expect(await thrown(made({ authUrl: await hostile(() => [200, JSON.stringify(grant)]) }).send(contract()))).toMatchObject({ type: 'ProviderReplyInvalid' });
    expect(envelopes()).toHaveLength(0);
  }
});

test('a limit is waited for as long as DocuSign says in its own header', async () => {
  const { made } = await set();
  const reset = String(Math.ceil(Date.now() / 1000) + 90);
  const limited = (): [number, string, Record<string, string>] => [
    400,
    JSON.stringify({ errorCode: 'HOURLY_APIINVOCATION_LIMIT_EXCEEDED' }),
    { 'x-ratelimit-reset': reset },
  ];
  const failure = await thrown(made({ baseUrl: await hostile(limited) }).state({ key: 'k' }));
  expect(failure.type).toBe('ProviderRateLimited');
  expect(Number(failure.nextRetryDelay)).toBeGreaterThan(60_000);
});
