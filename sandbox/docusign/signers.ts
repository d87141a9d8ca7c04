import { choose, dice } from '../dice.ts';
import type { EnvelopeState, SignerState } from './envelopes.ts';
import { actAs, type SigningDeps } from './signing.ts';

/** What a sample signer does when it is their turn, and how long after, by the business clock. */
export type SignerScript = { act: 'sign' | 'decline'; afterHours: number } | { act: 'nothing' };

const nothing: SignerScript = { act: 'nothing' };
const sign = (afterHours: number): SignerScript => ({ act: 'sign', afterHours });
const scripts: readonly (readonly [number, SignerScript])[] = [
  [30, sign(3)],
  [25, sign(20)],
  [20, sign(45)],
  [10, sign(110)],
  [5, { act: 'decline', afterHours: 26 }],
  [10, nothing],
];
// An address can say what it does: jo+sign@example.com.
const spoken: Partial<Record<string, SignerScript>> = {
  sign: sign(1),
  'late-sign': sign(72),
  decline: { act: 'decline', afterHours: 1 },
  silent: nothing,
};

/** The same address always does the same. */
export function signerScript(email: string): SignerScript {
  const [, word] = /\+([a-z-]+)@/.exec(email.toLowerCase()) ?? [];
  return (word && spoken[word]) || choose(dice('signer', email.toLowerCase()), scripts);
}

type Due = { envelope: EnvelopeState; signer: SignerState; act: 'sign' | 'decline'; at: number };
export type Acted = { envelopeId: string; recipientId: string; act: 'sign' | 'decline' };

/** Lets sample signers do what they would have done until `now`, each in turn; answers when the next one would act. */
export function letSignersAct(deps: SigningDeps, now: Date): { acted: Acted[]; nextAt: string | null } {
  const { store } = deps;
  store.add({ type: 'business-clock', aheadMs: now.getTime() - Date.now() });
  const acted: Acted[] = [];
  for (;;) {
    const [next] = upcoming([...store.envelopes.all.values()]);
    if (!next || next.at > now.getTime()) return { acted, nextAt: next ? new Date(next.at).toISOString() : null };
    const { envelope, signer, act } = next;
    actAs(deps, envelope, signer.recipientId, act, act === 'decline' ? 'I have changed my mind' : null);
    acted.push({ envelopeId: envelope.envelopeId, recipientId: signer.recipientId, act });
  }
}

function upcoming(envelopes: EnvelopeState[]): Due[] {
  const due: Due[] = [];
  for (const envelope of envelopes) {
    if (envelope.status !== 'sent' && envelope.status !== 'delivered') continue;
    for (const signer of envelope.signers) {
      const script = signerScript(signer.email);
      const asked = signer.status === 'sent' || signer.status === 'delivered';
      if (asked && signer.turnAt !== null && script.act !== 'nothing')
        due.push({ envelope, signer, act: script.act, at: Date.parse(signer.turnAt) + script.afterHours * 3_600_000 });
    }
  }
  return due.toSorted((a, b) => a.at - b.at);
}
