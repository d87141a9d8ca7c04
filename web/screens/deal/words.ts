import { milestones } from '../../../domain/closing/milestones.ts';
import { factGiving, sentence, split } from '../../parts/words.ts';

export { awaitedWords, contingencyWords, evidenceWords, factGiving, factTitle, plain, sentence, stageWords, whyWords } from '../../parts/words.ts';

/** Words of the field for what the API names. */

export const sideWords = (side: string): string => (side === 'wholesale' ? 'wholesale' : `${side} side`);
const roleNames: Record<string, string> = { title: 'title company', escrow: 'escrow agent', agent: "client's agent" };
export const roleWords = (role: string): string => roleNames[role] ?? role.replaceAll('-', ' ').replace('buyer agent', "buyer's agent");
export const blankWords = (name: string): string => {
  const words = name === 'closingDate' || name === 'statedClosingDate' ? 'closing date' : name === 'closeOfEscrowDate' ? 'close of escrow' : split(name);
  return sentence(words.replace(/ days?$/, ''));
};

/** `noticeReceivedDate is not given`, as a person says it. */
export function conditionWords(why: string): string {
  const said = /^(\w+) is (not )?given$/.exec(why);
  if (!said) return sentence(why);
  const [, name = '', not] = said;
  const fact = factGiving(name);
  return fact ? `${milestones[fact].title}: ${not ? 'not recorded' : 'recorded'}` : `${sentence(split(name))}: ${not ? 'not filled in' : 'filled in'}`;
}
