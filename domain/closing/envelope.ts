/** Statuses of an envelope at the signature provider in the order they are passed through; the last three end it. */
export const envelopeStatuses = ['created', 'sent', 'delivered', 'signed', 'voided', 'declined', 'completed'] as const;
export type EnvelopeStatus = (typeof envelopeStatuses)[number];
/** `delivered` means that the signer has opened the document. */
export const signerStatuses = ['created', 'sent', 'delivered', 'signed', 'declined', 'completed'] as const;
export type SignerStatus = (typeof signerStatuses)[number];

/** A status and the instant it was reported for, ISO in UTC with milliseconds. */
type Standing<S extends string> = { status: S; at: string };
/** `recipientId` is the one we gave; facts a report does not hold are null. */
export type SignerReport = { recipientId: string; routingOrder: number | null; reason: string | null } & Standing<SignerStatus>;
/** What a webhook or a look-up says about an envelope. `status` is null when it only speaks of a signer. */
export type EnvelopeReport = { envelopeId: string; at: string; status: EnvelopeStatus | null; reason: string | null; signers: SignerReport[] };

/** Where an envelope stands by all reports so far. Signers in routing order. */
export type EnvelopeState = { status: EnvelopeStatus | null; at: string | null; reason: string | null; signers: SignerReport[] };
export const newEnvelope: EnvelopeState = { status: null, at: null, reason: null, signers: [] };

const ends: ReadonlySet<string> = new Set(['voided', 'declined', 'completed'] satisfies EnvelopeStatus[]);
export const isTerminalEnvelope = (status: EnvelopeStatus | null): boolean => status !== null && ends.has(status);

/**
 * The state with one more report. Repeats, lateness and any order come to the same: each part is the greater one of an
 * order that does not depend on arrival. Nothing follows an end, so of two ends the one that was first is true.
 */
export function afterReport(state: EnvelopeState, report: EnvelopeReport): EnvelopeState {
  const said: Standing<EnvelopeStatus> | null = report.status === null ? null : { status: report.status, at: report.at };
  const known: Standing<EnvelopeStatus> | null = state.status === null ? null : { status: state.status, at: state.at! };
  const standing = said && known ? later(envelopeStatuses, known, said) : (said ?? known);
  const signers = new Map(state.signers.map((signer) => [signer.recipientId, signer]));
  for (const signer of report.signers) {
    const earlier = signers.get(signer.recipientId);
    signers.set(signer.recipientId, earlier ? mergedSigner(earlier, signer) : signer);
  }
  return {
    status: standing?.status ?? null,
    at: standing?.at ?? null,
    reason: greater(state.reason, report.reason),
    signers: [...signers.values()].toSorted(byRouting),
  };
}

/** Who has signed and whose turn it is: those of the lowest routing order that are not through. */
export function signingProgress({ status, signers }: Pick<EnvelopeState, 'status' | 'signers'>): { signed: number; of: number; waitingFor: string[] } {
  if (status === 'completed') return { signed: signers.length, of: signers.length, waitingFor: [] };
  const open = signers.filter((signer) => !isThrough(signer.status));
  const turn = Math.min(...open.map(order));
  return {
    signed: signers.length - open.length,
    of: signers.length,
    waitingFor: isTerminalEnvelope(status) ? [] : open.filter((signer) => order(signer) === turn).map(({ recipientId }) => recipientId),
  };
}

// `signed` passes into `completed` by itself while the provider works on it.
const isThrough = (status: SignerStatus): boolean => status === 'signed' || status === 'completed';

const mergedSigner = (a: SignerReport, b: SignerReport): SignerReport => ({
  recipientId: a.recipientId,
  ...later(signerStatuses, { status: a.status, at: a.at }, { status: b.status, at: b.at }),
  routingOrder: greater(a.routingOrder, b.routingOrder),
  reason: greater(a.reason, b.reason),
});

function later<S extends string>(ranks: readonly S[], a: Standing<S>, b: Standing<S>): Standing<S> {
  const [endA, endB] = [ends.has(a.status), ends.has(b.status)];
  if (endA !== endB) return endA ? a : b;
  if (endA && a.at !== b.at) return a.at < b.at ? a : b;
  if (a.status !== b.status) return ranks.indexOf(a.status) > ranks.indexOf(b.status) ? a : b;
  return a.at <= b.at ? a : b;
}

const greater = <T extends string | number>(a: T | null, b: T | null): T | null => (a === null ? b : b === null || a >= b ? a : b);
const order = ({ routingOrder }: SignerReport): number => routingOrder ?? 1;
const byRouting = (a: SignerReport, b: SignerReport): number => order(a) - order(b) || (a.recipientId < b.recipientId ? -1 : 1);
