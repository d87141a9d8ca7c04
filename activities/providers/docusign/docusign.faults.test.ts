import { randomUUID } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control } from '../../../sandbox/testing.ts';
import { contract, patienceMs, sent, set, thrown } from './docusign.fixture.ts';

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

test('a void that was done and then failed is tried again by itself and comes out as done', async () => {
  const { port, strike } = await set();
  const envelopeId = await sent(port);
  await strike(['500-after'], { times: 1 });
  expect(await thrown(port.void(envelopeId, 'The terms have changed'))).toMatchObject({ type: 'ProviderUnavailable', nonRetryable: false });
  expect(await port.void(envelopeId, 'The terms have changed')).toEqual({ kind: 'voided' });
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
