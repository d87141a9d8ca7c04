import type { EnvelopeStatus, SignerStatus } from '../../domain/closing/envelope.ts';

export type Signer = {
  recipientId: string;
  guid: string;
  /** Part of the address of this signer's page. */
  token: string;
  name: string;
  email: string;
  routingOrder: number;
  tabs: { kind: string; anchor: string }[];
};
export type Envelope = {
  envelopeId: string;
  at: string;
  subject: string;
  message: string | null;
  fields: { name: string; value: string }[];
  documents: { documentId: string; name: string }[];
  signers: Signer[];
  /** Where this envelope's own webhooks go; null for the account's. */
  callback: string | null;
};
/** `recipientId` null: the envelope itself. */
export type Step = { recipientId: string | null; status: EnvelopeStatus & SignerStatus } | { recipientId: null; status: 'voided' };

export type EnvelopeEntry =
  | ({ type: 'envelope'; businessAt: string } & Envelope)
  /** What one act came to, whole. `businessAt`: the same instant by the business clock. */
  | { type: 'envelope-steps'; envelopeId: string; at: string; businessAt: string; reason: string | null; steps: Step[] }
  /** Its sender gave a signer another name or address: the page of before leads nowhere. */
  | { type: 'envelope-signer'; envelopeId: string; recipientId: string; name: string; email: string; token: string; businessAt: string }
  /** How far the business clock is ahead of ours. */
  | { type: 'business-clock'; aheadMs: number };

export type SignerState = Signer & {
  status: SignerStatus;
  stamps: Partial<Record<SignerStatus, string>>;
  /** The turn began, by the business clock. */
  turnAt: string | null;
  reason: string | null;
};
export type EnvelopeState = Omit<Envelope, 'signers'> & {
  signers: SignerState[];
  status: EnvelopeStatus;
  stamps: Partial<Record<EnvelopeStatus, string>>;
  changedAt: string;
  reason: string | null;
};

/** Envelopes in the order they came, and the clock their sample signers live by. */
export type Envelopes = {
  all: ReadonlyMap<string, EnvelopeState>;
  businessNow(): Date;
  apply(entry: EnvelopeEntry): void;
};

export function createEnvelopes(): Envelopes {
  const all = new Map<string, EnvelopeState>();
  let aheadMs = 0;
  return {
    all,
    businessNow: () => new Date(Date.now() + aheadMs),
    apply(entry) {
      switch (entry.type) {
        case 'envelope': {
          const { type: _, businessAt, ...given } = entry;
          const signers = given.signers.map((signer): SignerState => ({ ...signer, status: 'created', stamps: {}, turnAt: null, reason: null }));
          const envelope: EnvelopeState = { ...given, signers, status: 'created', stamps: {}, changedAt: entry.at, reason: null };
          all.set(entry.envelopeId, envelope);
          for (const step of firstSteps(envelope)) take(envelope, step, { at: entry.at, businessAt, reason: null });
          return;
        }
        case 'envelope-steps': {
          const envelope = all.get(entry.envelopeId);
          if (envelope) for (const step of entry.steps) take(envelope, step, entry);
          return;
        }
        case 'envelope-signer': {
          const signer = all.get(entry.envelopeId)?.signers.find(({ recipientId }) => recipientId === entry.recipientId);
          if (signer) Object.assign(signer, { name: entry.name, email: entry.email, token: entry.token, turnAt: signer.turnAt && entry.businessAt });
          return;
        }
        case 'business-clock':
          aheadMs = entry.aheadMs;
          return;
        default:
          entry satisfies never;
      }
    },
  };
}

/** Sent at once, to those of the lowest routing order. */
export const firstSteps = ({ signers }: { signers: TurnOf[] }): Step[] => [{ recipientId: null, status: 'sent' }, ...turn(signers)];

type TurnOf = Pick<Signer, 'recipientId' | 'routingOrder'> & { status?: SignerStatus };

/** The next in order are asked only once everybody before them is through. */
export function turn(signers: TurnOf[]): Step[] {
  const waiting = signers.filter(({ status }) => status !== 'completed');
  const order = Math.min(...waiting.map(({ routingOrder }) => routingOrder));
  const next = waiting.filter(({ routingOrder, status = 'created' }) => routingOrder === order && status === 'created');
  return next.map(({ recipientId }) => ({ recipientId, status: 'sent' }));
}

function take(
  envelope: EnvelopeState,
  { recipientId, status }: Step,
  { at, businessAt, reason }: { at: string; businessAt: string; reason: string | null },
): void {
  if (recipientId === null) {
    Object.assign(envelope, { status, changedAt: at, reason: status === 'voided' ? reason : null });
    envelope.stamps[status] = at;
    return;
  }
  const signer = envelope.signers.find((one) => one.recipientId === recipientId);
  if (!signer) return;
  signer.status = status;
  signer.stamps[status] = at;
  if (status === 'sent') signer.turnAt = businessAt;
  if (status === 'declined') signer.reason = reason;
}
