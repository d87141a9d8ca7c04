import { describe, expect, it } from 'vitest';
import { afterReport } from './envelope.ts';
import { firstState, reasonOf, sameProgress, signatureWords, statusAfter } from './signing.ts';

const at = '2026-12-01T10:00:00.000Z';
const first = firstState(
  [
    { recipientNo: 1, routingOrder: 1 },
    { recipientNo: 2, routingOrder: 2 },
  ],
  at,
);
const say = (status: 'sent' | 'delivered' | 'completed' | 'declined' | 'voided', reason: string | null = null) =>
  afterReport(first, { envelopeId: 'e', at, status, reason, signers: [] });

describe('signatureWords', () => {
  it('names who is waited for by role', () => {
    expect(signatureWords(['buyer'], { signed: 2, of: 3 })).toBe("the buyer's signature (2 of 3 signed)");
    expect(signatureWords(['buyer', 'listing-agent'], { signed: 0, of: 2 })).toBe('the signatures of the buyer and the listing agent (0 of 2 signed)');
    expect(signatureWords(['seller', 'seller'], { signed: 1, of: 3 })).toBe('the signatures of 2 sellers (1 of 3 signed)');
    expect(signatureWords([], { signed: 3, of: 3 })).toBe('the signature provider to finish (3 of 3 signed)');
  });
});

describe('statusAfter', () => {
  it('follows the provider, and reads "voided" by why we ended it', () => {
    expect(statusAfter({ status: 'claimed', voiding: null }, say('sent'))).toBe('sent');
    expect(statusAfter({ status: 'unknown', voiding: null }, say('delivered'))).toBe('delivered');
    expect(statusAfter({ status: 'delivered', voiding: null }, say('sent'))).toBe('delivered');
    expect(statusAfter({ status: 'sent', voiding: null }, say('voided'))).toBe('voided');
    expect(statusAfter({ status: 'sent', voiding: { cause: 'expired', reason: '', by: '' } }, say('voided'))).toBe('expired');
    expect(statusAfter({ status: 'sent', voiding: { cause: 'expired', reason: '', by: '' } }, say('completed'))).toBe('completed');
  });

  it('leaves an end of ours as it is', () => {
    expect(statusAfter({ status: 'voided', voiding: null }, say('completed'))).toBe('voided');
  });
});

describe('progress', () => {
  it('is the same when nobody did anything', () => {
    expect(
      sameProgress(say('sent'), afterReport(say('sent'), { envelopeId: 'e', at: '2026-12-02T10:00:00.000Z', status: 'sent', reason: null, signers: [] })),
    ).toBe(true);
    expect(sameProgress(first, say('sent'))).toBe(true);
    expect(sameProgress(first, say('delivered'))).toBe(false);
  });

  it('keeps the words of whoever declined', () => {
    const signer = { recipientId: '1', routingOrder: 1, status: 'declined' as const, at, reason: 'The price is wrong' };
    expect(reasonOf(afterReport(first, { envelopeId: 'e', at, status: 'declined', reason: null, signers: [signer] }))).toBe('The price is wrong');
    expect(reasonOf(say('voided', 'Sent twice'))).toBe('Sent twice');
    expect(reasonOf(say('sent', 'x'))).toBeNull();
  });
});
