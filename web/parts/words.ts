import { type Contingency, contingencies, isContingency } from '../../domain/closing/contingencies.ts';
import { evidenceTitle, isMilestone, type Milestone, milestones } from '../../domain/closing/milestones.ts';
import { plainDays } from './time.ts';

/** Words of the field for what the API names. */

const stageNames: Record<string, string> = { open: 'opened', drafting: 'drafting the offer', approval: 'waiting for approval' };
export const stageWords = (stage: string): string => stageNames[stage] ?? stage.replaceAll('-', ' ');
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const small = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
/** `contractReceived` → `contract received`. */
export const split = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

export const factTitle = (fact: string): string => (isMilestone(fact) ? milestones[fact].title : sentence(split(fact.split('.').join(' '))));

/** What shows that a deadline was met: "Loan contingency removed". */
export const evidenceWords = (evidence: string, contingency: Contingency | null): string =>
  contingency ? evidenceTitle(evidence, contingency) : factTitle(evidence);
/** A contingency by its name in the field. */
export const contingencyWords = (name: unknown): string => (isContingency(name) ? contingencies[name] : String(name));

/** The fact whose day a date of the file is: `contractReceivedByTitleDate` comes with the contract received by the title company. */
export const factGiving = (date: string): Milestone | undefined =>
  (Object.keys(milestones) as Milestone[]).find((name) => (milestones[name].gives as readonly string[]).includes(date));
/** What a deadline without a date waits for. */
export const awaitedWords = (date: string): string => {
  const fact = factGiving(date);
  return fact ? small(milestones[fact].title) : split(date.replace(/Date$/, ' date'));
};

/** Sentences of the API as a person says them: days, instants, and facts by their names in the field. */
export function plain(text: string, zone: string): string {
  return plainDays(text, zone)
    .replace(/\b[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+\b/g, (fact) => small(factTitle(fact)))
    .replace(/\((\w+Date)\)/g, (_, date: string) => `(${awaitedWords(date)})`)
    .replace(/"(\w+(?:-\w+)*)"/g, (_, stage: string) => `“${stageWords(stage)}”`);
}

/** The run's own explanation, whatever state it is in. What is not yet taken in is told apart from it. */
export function whyWords(explanation: string, zone: string): string {
  const own = explanation.replace(/; not yet taken in: .*$/, '');
  const ended = /^closed: ([\w-]+)(?: \((.*)\))?(?:; next: (.*))?$/.exec(own);
  if (ended) return `${sentence(stageWords(ended[1]!))}${ended[2] ? `: ${plain(ended[2], zone)}` : ''}.${ended[3] ? ` Next: ${plain(ended[3], zone)}.` : ''}`;
  const working = /^working on: ([\w-]+)(.*)$/.exec(own);
  if (working) return `Nothing is waited for: it is at “${stageWords(working[1]!)}” and works${plain(working[2]!, zone)}.`;
  return `${sentence(plain(own, zone))}.`;
}
