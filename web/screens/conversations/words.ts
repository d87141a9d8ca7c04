import type { Answer, Item } from '../../api/client.ts';
import type { Tone } from '../../parts/tone.ts';

export type Line = Item<'/v1/conversations'>;
export type Entry = Item<'/v1/contacts/{id}/thread'>;
export type Person = Answer<'/v1/contacts/{id}', 'get'>;
export type Point = Person['points'][number];

export const channelWords: Record<string, string> = { email: 'e-mail', text: 'text', sms: 'texts', call: 'calls', letter: 'letter' };
export const channelOf = (channel: string | null): string => (channel ? (channelWords[channel] ?? channel) : '');

/** What a message was taken for. */
export const classWords: Record<string, string> = {
  reply: 'a reply',
  unclear: 'unclear, a person reads it',
  help: 'asks for help',
  hold: 'wants to cancel or wait',
  resume: 'wants to hear from us again',
  'opt-out': 'wants no more messages',
  'wrong-number': 'not the person we meant',
  'auto-reply': 'an automatic answer',
};
export const correctable = ['reply', 'opt-out', 'wrong-number', 'auto-reply'] as const;
export const correctableWords: Record<(typeof correctable)[number], string> = {
  reply: 'A reply: stop follow-ups, ask for an answer',
  'opt-out': 'Wants no more messages: suppress',
  'wrong-number': 'Not the person we meant: never use the address again',
  'auto-reply': 'An automatic answer: nobody’s word',
};

export const sendWords: Record<string, { tone: Tone; label: string }> = {
  claimed: { tone: 'info', label: 'on its way' },
  sent: { tone: 'good', label: 'sent' },
  delivered: { tone: 'good', label: 'delivered' },
  failed: { tone: 'bad', label: 'not delivered' },
  bounced: { tone: 'bad', label: 'refused by the other side' },
  refused: { tone: 'bad', label: 'did not go out' },
  unknown: { tone: 'warn', label: 'nobody knows whether it arrived' },
  'not-sent': { tone: 'bad', label: 'not sent' },
  queued: { tone: 'info', label: 'waits to go out' },
  released: { tone: 'info', label: 'waits to go out' },
  draft: { tone: 'neutral', label: 'a draft, waits for a person' },
  skipped: { tone: 'neutral', label: 'taken back' },
};

/** Texts go in parts: 160 signs of the plain alphabet, or 70 with any other. */
export function partsOfText(body: string): number {
  const plain = /^[\x20-\x7e\n\r£¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà€]*$/.test(body);
  const [one, many] = plain ? [160, 153] : [70, 67];
  return body.length <= one ? 1 : Math.ceil(body.length / many);
}

/** Of an e-mail that came in: its subject is its first line. */
export function splitMail(text: string): { subject: string; body: string } {
  const at = text.indexOf('\n\n');
  return at < 0 ? { subject: '', body: text } : { subject: text.slice(0, at), body: text.slice(at + 2) };
}
export const answerTo = (subject: string): string => (/^re:/i.test(subject) ? subject : `Re: ${subject}`.slice(0, 200));
