import type { Item } from '../../../api/client.ts';
import type { Tone } from '../../../parts/tone.ts';

export type Envelope = Item<'/v1/deals/{no}/envelopes'>;
export type Signer = Envelope['signers'][number];

const envelopes: Record<Envelope['status'], [Tone, string]> = {
  requested: ['info', 'about to be sent'],
  claimed: ['info', 'on its way to the provider'],
  unknown: ['warn', 'nobody knows whether the provider took it'],
  sent: ['info', 'with its signers'],
  delivered: ['info', 'with its signers, opened'],
  completed: ['good', 'signed by everybody'],
  declined: ['bad', 'declined'],
  voided: ['neutral', 'withdrawn'],
  expired: ['bad', 'expired'],
  failed: ['bad', 'refused by the provider'],
};
export const standingOf = ({ status }: Envelope): { tone: Tone; words: string } => ({ tone: envelopes[status][0], words: envelopes[status][1] });

/** Ended without all signatures: it may be sent anew. */
export const endedUnsigned = ({ status }: Envelope): boolean => ['declined', 'voided', 'expired', 'failed'].includes(status);
export const isOpen = ({ endedAt }: Envelope): boolean => endedAt === null;

const signers: Record<string, [Tone, string]> = {
  waiting: ['neutral', 'not asked yet'],
  created: ['neutral', 'not asked yet'],
  sent: ['info', 'asked'],
  delivered: ['info', 'has opened it'],
  signed: ['good', 'signed'],
  completed: ['good', 'signed'],
  declined: ['bad', 'declined'],
};
export const signerStanding = ({ status }: Signer): { tone: Tone; words: string } => {
  const [tone, words] = signers[status] ?? ['neutral', status];
  return { tone, words };
};

/** Numbers that leave no gap, in the order given; those who sign side by side keep the same one. */
export function withoutGaps(orders: readonly number[]): number[] {
  const steps = [...new Set(orders)].sort((a, b) => a - b);
  return orders.map((order) => steps.indexOf(order) + 1);
}
