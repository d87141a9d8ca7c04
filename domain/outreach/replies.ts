import {
  bareOptOuts,
  cancelsSomething,
  courtesies,
  helpKeywords,
  negated,
  optOutKeywords,
  optOutPatterns,
  otherNamePatterns,
  plainKeywords,
  resumeKeywords,
  wrongPersonPatterns,
} from './replies.words.ts';

export type ReplyClass = 'opt-out' | 'wrong-number' | 'unclear' | 'hold' | 'resume' | 'help' | 'reply';

export type ReplyVerdict = {
  class: ReplyClass;
  /** `tenant`: the address, for the whole brokerage. `contact-number`: this number for this contact. */
  suppress: 'tenant' | 'contact-number' | 'none';
  suppressChannels: ('call' | 'sms')[];
  holdMarketing: boolean;
  humanReview: boolean;
  helpReply: boolean;
  liftsProviderBlock: boolean;
  /** Never: consent is given in writing, with evidence. */
  restoresWrittenConsent: false;
  /** The provider's own list holds single words; plain words are ours to act on. */
  providerBlocksItself: boolean;
};

const neutral: Omit<ReplyVerdict, 'class'> = {
  suppress: 'none',
  suppressChannels: [],
  holdMarketing: false,
  humanReview: false,
  helpReply: false,
  liftsProviderBlock: false,
  restoresWrittenConsent: false,
  providerBlocksItself: false,
};

/** What a seller's message asks of us. An opt-out in any words counts; what merely contains a keyword is a person's to read. */
export function classifyReply({ channel, body }: { channel: string; body: string }): ReplyVerdict {
  const found = classOf(body);
  switch (found) {
    case 'opt-out':
      return {
        ...neutral,
        class: found,
        suppress: 'tenant',
        suppressChannels: ['call', 'sms'],
        providerBlocksItself: channel === 'sms' && optOutKeywords.has(body.trim().toLowerCase()),
      };
    case 'wrong-number':
      return { ...neutral, class: found, suppress: 'contact-number' };
    case 'hold':
      return { ...neutral, class: found, holdMarketing: true, humanReview: true };
    case 'unclear':
    case 'reply':
      return { ...neutral, class: found, humanReview: true };
    case 'resume':
      return { ...neutral, class: found, liftsProviderBlock: true };
    case 'help':
      return { ...neutral, class: found, helpReply: true };
    default:
      return found satisfies never;
  }
}

function classOf(body: string): ReplyClass {
  const whole = compact(body);
  if (optOutKeywords.has(whole)) return 'opt-out';
  if (resumeKeywords.has(whole)) return 'resume';
  if (helpKeywords.has(whole)) return 'help';
  const words = plain(body);
  if (!negated.test(words) && (isRequest(words) || optOutPatterns.some((pattern) => pattern.test(words)))) return 'opt-out';
  if (wrongPersonPatterns.some((pattern) => pattern.test(words)) || otherNamePatterns.some((pattern) => pattern.test(body))) return 'wrong-number';
  if (cancelsSomething.test(words)) return 'hold';
  return containsKeyword(words) ? 'unclear' : 'reply';
}

/** Folded, without accents, punctuation, hyphens or spaces. */
const compact = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();

/** Lower case words; apostrophes and inner hyphens dropped, other marks as " . " */
function plain(text: string): string {
  return fold(text)
    .replaceAll(/['’‘`´]/g, '')
    .replaceAll(/#/g, ' number ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, '')
    .replaceAll(/[^\p{L}\p{N}\s*]+|[\r\n]+/gu, ' . ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const bare = (words: string): string =>
  words
    .replaceAll(courtesies, ' ')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** "Stop please", "STOP STOP", "Not interested. Stop": nothing but keywords once the courtesies are taken away, in all or in one sentence. */
function isRequest(words: string): boolean {
  const rest = bare(words);
  if (optOutKeywords.has(rest.replaceAll(' ', '')) || bareOptOuts.has(rest.replaceAll(' ', ''))) return true;
  if (rest !== '' && rest.split(' ').every((word) => optOutKeywords.has(word))) return true;
  return words.split('.').some((sentence) => plainKeywords.has(bare(sentence).replaceAll(' ', '')));
}

function containsKeyword(words: string): boolean {
  const all = words.split(' ');
  return all.some(
    (word, index) => [optOutKeywords, resumeKeywords, helpKeywords].some((known) => known.has(word)) || (word === 'opt' && all[index + 1] === 'out'),
  );
}
