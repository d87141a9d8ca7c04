import { type FactName, factTable } from '../facts.ts';
import { type Blanks, blanksOfDuties } from './blanks.ts';
import type { DeadlineRule } from './form.ts';
import { forms } from './registry.ts';

export interface ListedForm {
  regime: string;
  title: string;
  jurisdiction: string;
  versions: {
    version: string;
    effectiveFrom: string;
    effectiveTo: string | null;
    source: string;
    mark: string;
    /** What a contract on it has to fill in; null where it is no contract. */
    blanks: Blanks | null;
    clocks: { clock: string; title: string; paragraph: string; mark: string; facts: { fact: string; meaning: string }[] }[];
  }[];
}

/** Every form with its clocks and the facts each may ask for, so that a caller needs no other document. */
export function listForms(): ListedForm[] {
  return [...forms.values()].map(({ regime, title, jurisdiction, versions }) => ({
    regime,
    title,
    jurisdiction,
    versions: versions.map(({ version, effectiveFrom, effectiveTo, source, mark, rules, duties }) => ({
      version,
      effectiveFrom,
      effectiveTo,
      source,
      mark,
      blanks: duties?.length ? blanksOfDuties(duties) : null,
      clocks: rules.map((rule) => ({ clock: rule.clock, title: rule.title, paragraph: rule.paragraph, mark: rule.mark, facts: factsOf(rule) })),
    })),
  }));
}

/** Rules are data, so the facts they name can be read off them. */
function factsOf(rule: DeadlineRule): { fact: string; meaning: string }[] {
  const named = new Set<FactName>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && Object.hasOwn(factTable, value)) named.add(value as FactName);
    else if (value !== null && typeof value === 'object') {
      if ('kind' in value && value.kind === 'general') named.add('creditorOpenDays').add('creditorOpenDates').add('creditorClosedDates');
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk([rule.end, rule.answer, rule.endOfDayFact]);
  if (rule.answer && 'judge' in rule.answer)
    for (const name of ['disclosedApr', 'closingApr', 'transaction', 'productChanged', 'prepaymentPenaltyAdded'] as const) named.add(name);
  return [...named].map((fact) => ({ fact, meaning: factTable[fact].meaning }));
}
