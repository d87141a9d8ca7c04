import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { SignatureRequest } from '../ports.ts';
import { contract, pdf, sent, set, signer } from './docusign.fixture.ts';

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
  const signedCopy = Buffer.from(await port.signedPdf(envelopeId));
  expect([signedCopy.subarray(0, pdf.length).equals(pdf), signedCopy.length > pdf.length]).toEqual([true, true]);
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

test('a signer who has not signed is corrected once; the new address is asked, and who has signed stays as they are', async () => {
  const { port, act, envelopes } = await set();
  const envelopeId = await sent(port);
  const moved = { recipientId: '2', name: 'Signer Two', email: 'moved@example.com' };
  expect([await port.correct(envelopeId, moved), await port.correct(envelopeId, moved)]).toEqual([
    { kind: 'corrected', existed: false },
    { kind: 'corrected', existed: true },
  ]);
  await act(envelopeId, '1', 'sign');
  expect(await port.correct(envelopeId, { ...moved, recipientId: '1' })).toEqual({ kind: 'signed' });
  expect(envelopes()).toMatchObject([{ signers: [{ email: 'signer1@example.com' }, { name: 'Signer Two', email: 'moved@example.com', status: 'sent' }] }]);
  expect(await port.correct(envelopeId, { ...moved, email: 'nowhere' })).toMatchObject({ kind: 'refused', code: 'INVALID_EMAIL_ADDRESS_FOR_RECIPIENT' });
  await port.void(envelopeId, 'Over');
  expect(await port.correct(envelopeId, { ...moved, email: 'late@example.com' })).toMatchObject({ kind: 'refused', code: 'ENVELOPE_INVALID_STATUS' });
  expect(await port.correct(randomUUID(), moved)).toMatchObject({ kind: 'refused', code: 'ENVELOPE_DOES_NOT_EXIST' });
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
