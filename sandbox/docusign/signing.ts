import { randomUUID } from 'node:crypto';
import type { Store } from '../store.ts';
import type { Webhooks } from '../webhooks.ts';
import { type Envelope, type EnvelopeState, firstSteps, type SignerState, type Step, turn } from './envelopes.ts';
import { connectMessage } from './resource.ts';
import { isAddress } from './rules.ts';

export type SigningDeps = { store: Store; webhooks: Webhooks; accountId: string };
export type SignerAct = 'open' | 'sign' | 'decline';

export const isOpen = (envelope: EnvelopeState): boolean => envelope.status === 'sent' || envelope.status === 'delivered';
const done = ({ status }: { status: string }): boolean => status === 'completed';

/** Keeps a new envelope, which is sent with that, and answers where it stands. */
export function sendEnvelope(deps: SigningDeps, given: Envelope): EnvelopeState {
  const { store } = deps;
  store.add({ type: 'envelope', businessAt: store.envelopes.businessNow().toISOString(), ...given });
  const envelope = store.envelopes.all.get(given.envelopeId)!;
  report(deps, envelope, firstSteps(given));
  return envelope;
}

/** What a signer does. Null when it is done, otherwise why it cannot be. */
export function actAs(deps: SigningDeps, envelope: EnvelopeState, recipientId: string, act: SignerAct, reason: string | null = null): string | null {
  const signer = envelope.signers.find((one) => one.recipientId === recipientId);
  if (!signer) return 'There is no such signer';
  if (!isOpen(envelope)) return `This envelope is ${envelope.status}`;
  if (signer.status === 'created') return 'It is not this signer’s turn yet';
  if (done(signer)) return 'This signer has signed already';
  if (act === 'decline') {
    record(
      deps,
      envelope,
      [
        { recipientId, status: 'declined' },
        { recipientId: null, status: 'declined' },
      ],
      reason,
    );
    return null;
  }
  const after = (status: 'delivered' | 'completed'): SignerState[] => envelope.signers.map((one) => (one === signer ? { ...one, status } : one));
  // Signing without having opened it is not possible: both are reported.
  const opened: Step[] = signer.status === 'sent' ? [{ recipientId, status: 'delivered' }] : [];
  const seen: Step[] =
    envelope.status === 'sent' && after('delivered').every((one) => one.status === 'delivered' || done(one))
      ? [{ recipientId: null, status: 'delivered' }]
      : [];
  const signed: Step[] = [];
  if (act === 'sign') {
    const rest = after('completed');
    signed.push({ recipientId, status: 'completed' }, ...turn(rest));
    if (rest.every(done)) signed.push({ recipientId: null, status: 'completed' });
  }
  const steps = [...opened, ...seen, ...signed];
  if (steps.length > 0) record(deps, envelope, steps);
  return null;
}

/** False when it is not out for signature. */
export function voidEnvelope(deps: SigningDeps, envelope: EnvelopeState, reason: string): boolean {
  if (!isOpen(envelope)) return false;
  record(deps, envelope, [{ recipientId: null, status: 'voided' }], reason);
  return true;
}

export type SignerChange = { recipientId: string; name?: string | undefined; email?: string | undefined };

/** Gives a signer who has not acted another name or address. Null when it is done, otherwise DocuSign's code. */
export function correctSigner({ store }: SigningDeps, envelope: EnvelopeState, { recipientId, name, email }: SignerChange): string | null {
  const signer = envelope.signers.find((one) => one.recipientId === recipientId);
  if (!signer) return 'INVALID_RECIPIENT_ID';
  if (done(signer) || signer.status === 'declined') return 'RECIPIENT_UPDATE_FAILED';
  if (email !== undefined && !isAddress(email)) return 'INVALID_EMAIL_ADDRESS_FOR_RECIPIENT';
  const businessAt = store.envelopes.businessNow().toISOString();
  const now = { name: name ?? signer.name, email: email ?? signer.email, token: randomUUID() };
  store.add({ type: 'envelope-signer', envelopeId: envelope.envelopeId, recipientId, ...now, businessAt });
  return null;
}

function record(deps: SigningDeps, envelope: EnvelopeState, steps: Step[], reason: string | null = null): void {
  const { store } = deps;
  const businessAt = store.envelopes.businessNow().toISOString();
  store.add({ type: 'envelope-steps', envelopeId: envelope.envelopeId, at: new Date().toISOString(), businessAt, reason, steps });
  report(deps, envelope, steps);
}

function report({ store, webhooks, accountId }: SigningDeps, envelope: EnvelopeState, steps: Step[]): void {
  const url = envelope.callback ?? store.endpoint('docusign', accountId)?.url;
  if (url) webhooks.send(...steps.map((step) => ({ url, content: { kind: 'connect' as const, body: connectMessage(accountId, envelope, step) } })));
}
