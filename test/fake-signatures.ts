import { randomUUID } from 'node:crypto';
import type { EnvelopeSnapshot, ESignature, SignatureRequest } from '../activities/providers/ports.ts';
import { type EnvelopeStatus, isTerminalEnvelope, type SignerStatus } from '../domain/closing/envelope.ts';

type Sent = { request: SignatureRequest; snapshot: EnvelopeSnapshot };
export type FakeSignatures = ESignature & {
  sent: Sent[];
  voids: string[];
  /** Signers corrected, as the provider was told. */
  corrections: { recipientId: string; name: string; email: string }[];
  nextCorrect: (() => Promise<Awaited<ReturnType<ESignature['correct']>>>)[];
  fetched: number;
  /** What the next sends do instead, or before they answer: throw, refuse, act and throw. */
  next: ((act: () => void) => Promise<Awaited<ReturnType<ESignature['send']>> | undefined>)[];
  /** Its index does not show what it took. */
  blind: boolean;
  nextVoid: (() => Promise<Awaited<ReturnType<ESignature['void']>>>)[];
  of(key: string): Sent;
  /** A signer acts; answers the report that a webhook would bring. */
  act(key: string, recipientId: string, status: SignerStatus, reason?: string): EnvelopeSnapshot;
  end(key: string, status: EnvelopeStatus, reason?: string): EnvelopeSnapshot;
};

/** A signature provider in this process: counts what it was asked to do. */
export function fakeSignatures(signedPdf: Buffer): FakeSignatures {
  const iso = (): string => new Date().toISOString();
  const copy = ({ snapshot }: Sent): EnvelopeSnapshot => structuredClone(snapshot);
  const find = (key: string): Sent | undefined => fake.sent.find(({ request }) => request.key === key);
  const fake: FakeSignatures = {
    name: 'fake-signatures',
    ...{ sent: [], voids: [], corrections: [], nextCorrect: [], fetched: 0, next: [], nextVoid: [], blind: false },
    of: (key) => find(key)!,
    async send(request) {
      const known = fake.blind ? undefined : find(request.key);
      if (known) return { kind: 'accepted', envelopeId: known.snapshot.envelopeId, existed: true };
      const take = (): void => {
        const signers = request.signers.map(({ recipientId, routingOrder }) => ({
          recipientId,
          routingOrder,
          status: 'sent' as const,
          at: iso(),
          reason: null,
        }));
        fake.sent.push({ request, snapshot: { envelopeId: randomUUID(), key: request.key, at: iso(), status: 'sent', reason: null, signers } });
      };
      const instead = await fake.next.shift()?.(take);
      if (instead) return instead;
      if (!find(request.key)) take();
      return { kind: 'accepted', envelopeId: fake.of(request.key).snapshot.envelopeId, existed: false };
    },
    async state(which) {
      const found = 'key' in which ? (fake.blind ? undefined : find(which.key)) : fake.sent.find(({ snapshot }) => snapshot.envelopeId === which.envelopeId);
      return found ? copy(found) : null;
    },
    async changedSince() {
      return { envelopes: fake.sent.map(copy), through: iso() };
    },
    async void(envelopeId, reason) {
      const instead = await fake.nextVoid.shift()?.();
      if (instead) return instead;
      const one = fake.sent.find(({ snapshot }) => snapshot.envelopeId === envelopeId)!;
      if (one.snapshot.status !== 'voided' && isTerminalEnvelope(one.snapshot.status)) return { kind: 'closed', report: copy(one) };
      fake.voids.push(envelopeId);
      Object.assign(one.snapshot, { status: 'voided', reason, at: iso() });
      return { kind: 'voided' };
    },
    async correct(envelopeId, signer) {
      const instead = await fake.nextCorrect.shift()?.();
      if (instead) return instead;
      const { request, snapshot } = fake.sent.find((one) => one.snapshot.envelopeId === envelopeId)!;
      const known = request.signers.find(({ recipientId }) => recipientId === signer.recipientId)!;
      if (snapshot.signers.find(({ recipientId }) => recipientId === signer.recipientId)!.status === 'completed') return { kind: 'signed' };
      if (known.email === signer.email && known.name === signer.name) return { kind: 'corrected', existed: true };
      Object.assign(known, signer);
      fake.corrections.push(signer);
      return { kind: 'corrected', existed: false };
    },
    async signedPdf() {
      fake.fetched++;
      return signedPdf;
    },
    act(key, recipientId, status, reason) {
      const one = fake.of(key);
      Object.assign(one.snapshot.signers.find((signer) => signer.recipientId === recipientId)!, { status, at: iso(), reason: reason ?? null });
      if (one.snapshot.signers.every((signer) => signer.status === 'completed')) Object.assign(one.snapshot, { status: 'completed', at: iso() });
      if (status === 'declined') Object.assign(one.snapshot, { status: 'declined', at: iso() });
      return copy(one);
    },
    end(key, status, reason) {
      const one = fake.of(key);
      Object.assign(one.snapshot, { status, reason: reason ?? null, at: iso() });
      return copy(one);
    },
  };
  return fake;
}
