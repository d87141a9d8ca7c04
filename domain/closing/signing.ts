import { type EnvelopeState, isTerminalEnvelope, newEnvelope, type SignerReport, type SignerStatus } from './envelope.ts';

/**
 * Where our row of an envelope stands. `claimed`: it may be on its way; `unknown`: whether the provider took it was not
 * to be found out; `failed`: the provider refused it.
 */
export const signingStatuses = [
  ...(['requested', 'claimed', 'unknown', 'sent', 'delivered'] as const),
  ...(['completed', 'declined', 'voided', 'expired', 'failed'] as const),
] as const;
export type SigningStatus = (typeof signingStatuses)[number];
const ends: ReadonlySet<string> = new Set(['completed', 'declined', 'voided', 'expired', 'failed'] satisfies SigningStatus[]);
export const isSigningEnd = (status: string): boolean => ends.has(status);

/** Why somebody or something wants an envelope to end: also what a provider's "voided" then means. */
export type Voiding = { cause: 'person' | 'deal-closed' | 'expired'; reason: string; by: string };

/** Before the provider has said anything: nobody was asked yet. */
export const firstState = (recipients: { recipientNo: number; routingOrder: number }[], at: string): EnvelopeState => ({
  ...newEnvelope,
  signers: recipients.map(
    ({ recipientNo, routingOrder }): SignerReport => ({ ...{ recipientId: String(recipientNo), routingOrder }, status: 'created', at, reason: null }),
  ),
});

/** The row's status by what the provider said. An end of ours stands; "voided" means what we wanted it to mean. */
export function statusAfter(row: { status: SigningStatus; voiding: Voiding | null }, state: EnvelopeState): SigningStatus {
  if (isSigningEnd(row.status)) return row.status;
  switch (state.status) {
    case 'completed':
    case 'declined':
      return state.status;
    case 'voided':
      return row.voiding?.cause === 'expired' ? 'expired' : 'voided';
    case 'delivered':
    case 'signed':
      return 'delivered';
    case 'created':
    case 'sent':
      return row.status === 'delivered' ? row.status : 'sent';
    case null:
      // Only of a signer was spoken: it is there.
      return row.status === 'delivered' ? row.status : 'sent';
    default:
      return state.status satisfies never;
  }
}

/** Two states that differ in nothing a person would call progress: being asked is none. */
export const sameProgress = (a: EnvelopeState, b: EnvelopeState): boolean => essence(a) === essence(b);
const essence = ({ status, signers }: EnvelopeState): string =>
  JSON.stringify([status === null || status === 'created' ? 'sent' : status, signers.map((signer) => [signer.recipientId, stepOf(signer.status)])]);
const stepOf = (status: SignerStatus): SignerStatus => (status === 'created' ? 'sent' : status === 'signed' ? 'completed' : status);

/** The reason somebody gave, whether for declining or for ending it. */
export const reasonOf = ({ status, reason, signers }: EnvelopeState): string | null =>
  isTerminalEnvelope(status) && status !== 'completed' ? (signers.find((signer) => signer.status === 'declined')?.reason ?? reason) : null;

/** "the buyer's signature (2 of 3 signed)": by role, never by name. */
export function signatureWords(roles: string[], { signed, of }: { signed: number; of: number }): string {
  const counts = new Map<string, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  const who = [...counts].map(([role, n]) => (n === 1 ? `the ${spoken(role)}` : `${n} ${spoken(role)}s`));
  const tally = `(${signed} of ${of} signed)`;
  if (who.length === 0) return `the signature provider to finish ${tally}`;
  if (roles.length === 1) return `${who[0]}'s signature ${tally}`;
  return `the signatures of ${[who.slice(0, -1).join(', '), who.at(-1)].filter(Boolean).join(' and ')} ${tally}`;
}
type Told = { envelopeNo: number; signed?: number; of?: number; signedBy?: string[] | undefined };

/** What became of an envelope, for the deal it belongs to: roles, never names. Null where an event is about something else. */
export function envelopeWords(type: string, payload: object): string | null {
  if (!type.startsWith('Envelope.')) return null;
  const { envelopeNo, signed, of, signedBy = [] } = payload as Told;
  const tally = of === undefined ? '' : ` (${signed} of ${of} signed)`;
  const who = signedBy.length > 0 ? ` by the ${signedBy.map(spoken).join(' and the ')}` : '';
  const what: Record<string, string> = {
    'Envelope.Requested': 'signatures asked for',
    'Envelope.Sent': 'sent for signature',
    'Envelope.NotSent': 'could not be sent for signature',
    'Envelope.Progressed': signed ? `signed${who}${tally}` : `with its signers${tally}`,
    'Envelope.Completed': `signed by all${tally}`,
    'Envelope.Declined': `declined${tally}`,
    'Envelope.Voided': `voided${tally}`,
    'Envelope.Expired': `expired${tally}`,
    'Envelope.Filed': 'its signed document is here',
    'Envelope.SignersChanged': 'the contact data of a signer changed',
    'Envelope.SignerCorrected': 'a signer was corrected at the signature provider',
  };
  return what[type] ? `envelope ${envelopeNo}: ${what[type]}` : null;
}

/** "1 of 2 signed on document 3": what a deal says of signatures it waits for. */
export const awaitedWords = (awaited: readonly { what: string; signed: number; of: number }[]): string =>
  awaited.map(({ what, signed, of }) => `${signed} of ${of} signed on ${what}`).join(', ');

const spoken = (role: string): string => role.replaceAll('-', ' ');
