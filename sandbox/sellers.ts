import { choose, dice } from './dice.ts';

/** What a sample seller does with the nth message from us. Most never answer. */
export type SellerAct =
  | { kind: 'silent' }
  /** The mail server refuses the recipient while we speak to it. */
  | { kind: 'refuse-recipient' }
  /** The e-mail is taken and comes back later. */
  | { kind: 'bounce-later' }
  /** A text that never reaches the handset. */
  | { kind: 'undelivered'; errorCode: string }
  | { kind: 'write'; body: string }
  /** An out-of-office note: a machine wrote it, nobody read us. */
  | { kind: 'auto-reply'; body: string };

type Script = { on: number; act: SellerAct };
const silent: SellerAct = { kind: 'silent' };
const write = (body: string, on = 1): Script => ({ on, act: { kind: 'write', body } });

const emailScripts: readonly (readonly [number, Script])[] = [
  [76, { on: 1, act: silent }],
  [3, write('Thanks for your letter. I might be open to it. Can you call me Thursday after 4?')],
  [3, write('What would you pay if I stayed in the house until spring?')],
  [3, write('Not interested at that price. If you can do 15% more we can talk.')],
  [2, write('My sister and I inherited it together, I have to ask her first.', 2)],
  [2, write('Please take me off your list.')],
  [2, write('You have the wrong person, I sold that house years ago.')],
  [3, { on: 1, act: { kind: 'auto-reply', body: 'I am out of the office and will be back on Monday.' } }],
  [4, { on: 1, act: { kind: 'refuse-recipient' } }],
  [2, { on: 1, act: { kind: 'bounce-later' } }],
];
const textScripts: readonly (readonly [number, Script])[] = [
  [76, { on: 1, act: silent }],
  [5, write('Who is this?')],
  [5, write('Yes still thinking about selling. What is your best offer?')],
  [3, write('Call me tomorrow', 2)],
  [5, write('STOP')],
  [2, write('wrong number')],
  [4, { on: 1, act: { kind: 'undelivered', errorCode: '30003' } }],
];

// An address can say what it does, so that a demonstration or a test need not search for one: jo+stop@example.com.
const spoken: Partial<Record<string, Script>> = {
  silent: { on: 1, act: silent },
  reply: write('Yes, I got your letter. Tell me more.'),
  stop: write('STOP'),
  bounce: { on: 1, act: { kind: 'refuse-recipient' } },
  'late-bounce': { on: 1, act: { kind: 'bounce-later' } },
  away: { on: 1, act: { kind: 'auto-reply', body: 'I am out of the office.' } },
};

/** The act of the seller at this address on our `count`th message to it (from 1). The same address always does the same. */
export function sellerAct(channel: 'email' | 'text', address: string, count: number): SellerAct {
  const [, word] = /\+([a-z-]+)@/.exec(address) ?? [];
  const script = (word && spoken[word]) || choose(dice('seller', channel, address), channel === 'email' ? emailScripts : textScripts);
  return script.on === count || script.act.kind === 'refuse-recipient' ? script.act : silent;
}
