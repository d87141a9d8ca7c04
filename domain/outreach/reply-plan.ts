import { type AddressFacts, chooseAddress } from './addresses.ts';
import { callingWindow } from './windows.ts';
import { type Evidence, type Whereabouts, whenAndWhere, whereaboutsOf } from './zones.ts';

export type ReplyChannel = 'email' | 'text';
export const replyChannels = ['email', 'text'] as const satisfies readonly ReplyChannel[];

/** Whether a person's own words can go out on a channel, to which address, when, and in whose zone. */
export type ReplyPlan =
  | { kind: 'now'; address: string; words: string }
  /** Quiet hours where the recipient is. */
  | { kind: 'later'; address: string; at: Date; zone: string; words: string }
  /** Everything stands still until sending goes on. */
  | { kind: 'held'; address: string; words: string }
  | { kind: 'no'; words: string };

export type ReplyFacts = {
  /** Best first: what they wrote from last, then by rank. */
  addresses: readonly AddressFacts[];
  where: Whereabouts;
  sendingStopped: boolean;
  /** The brokerage has a number or a mailbox to send from. */
  hasSender: boolean;
};

const bases: Record<Whereabouts['basis'], string> = {
  address: 'by their mailing address',
  stated: 'by what they told us',
  prefix: 'by the prefix of their number',
  disagree: 'their address and number name different zones, and both count',
  nothing: 'their zone is not known, so every zone of the country counts',
};

/** The same gate as for a step of a sequence; only that a person is told beforehand. A text waits for 8:00 to 21:00 where the recipient is. */
export function planReply(channel: ReplyChannel, { addresses, where, sendingStopped, hasSender }: ReplyFacts, now: Date): ReplyPlan {
  const choice = chooseAddress(channel, addresses);
  if (choice.kind !== 'send') return { kind: 'no', words: choice.kind === 'call' ? `${choice.why}; a call to ${choice.phone} is possible` : choice.why };
  const { address } = choice;
  if (!hasSender) return { kind: 'no', words: channel === 'text' ? 'no sending number is configured' : 'no mailbox is configured' };
  if (sendingStopped) return { kind: 'held', address, words: 'sending is stopped; it goes out when sending goes on' };
  if (channel === 'email') return { kind: 'now', address, words: 'at once' };
  const { allowed, nextAllowedAt } = callingWindow(now, where.candidates);
  if (allowed) return { kind: 'now', address, words: 'at once' };
  return {
    kind: 'later',
    address,
    at: nextAllowedAt,
    zone: where.zone,
    words: `${whenAndWhere(nextAllowedAt, where)} (quiet hours until then, ${bases[where.basis]})`,
  };
}

/** All that decides how a person can be reached on any channel and address of theirs. */
export type PersonReach = {
  evidence: Omit<Evidence, 'phone'>;
  /** By rank. */
  known: readonly AddressFacts[];
  /** Where they wrote from last. */
  lastFrom: Record<ReplyChannel, string | null>;
  hasSender: Record<ReplyChannel, boolean>;
  sendingStopped: boolean;
};

/** How a reply would go out on a channel: to one address, or to the one they wrote from last, else the best. */
export async function planFor(
  { evidence, known, lastFrom, hasSender, sendingStopped }: PersonReach,
  { channel, address, now }: { channel: ReplyChannel; address: string | null; now: Date },
): Promise<ReplyPlan> {
  const last = lastFrom[channel];
  const addresses = known.filter(({ value }) => address === null || value === address).sort((a, b) => Number(b.value === last) - Number(a.value === last));
  const phone = addresses.find(({ kind, wrong }) => kind === 'phone' && !wrong)?.value ?? null;
  return planReply(channel, { addresses, where: await whereaboutsOf({ ...evidence, phone }), sendingStopped, hasSender: hasSender[channel] }, now);
}
