import { parseDay } from './days.ts';
import { factTable } from './facts.ts';

type Fact = (typeof factTable)[keyof typeof factTable];
type Fault = { path: string; message: string };
type Filled = { effectiveOn: string; dates: Record<string, string | boolean> };

/** The contract's own day stands in `effectiveOn`: a second one beside it would be another truth. */
const ownDay: readonly string[] = ['effectiveDate', 'acceptanceDate'];
const closings: readonly string[] = ['closingDate', 'statedClosingDate', 'closeOfEscrowDate'];

/** What is wrong with the dates and boxes filled into a contract: a name no clock reads, a value of another kind, a closing before the contract. */
export function dateFaults({ effectiveOn, dates }: Filled, dateBlanks: readonly string[]): Fault[] {
  return Object.entries(dates).flatMap(([name, value]) => {
    const message = faultOf(name, value, effectiveOn, dateBlanks);
    return message ? [{ path: `dates.${name}`, message }] : [];
  });
}

function faultOf(name: string, value: string | boolean, effectiveOn: string, dateBlanks: readonly string[]): string | null {
  if (ownDay.includes(name)) return "is the contract's own day: give it as effectiveOn";
  const kinds = kindsOf(name, dateBlanks);
  if (kinds.length === 0) return 'is no date or box that a deadline counts from';
  if (!kinds.some((kind) => fits(value, kind))) return wanted(kinds);
  if (closings.includes(name) && (value as string) < effectiveOn) return `lies before the contract of ${effectiveOn}`;
  return null;
}

/** Everything the name can mean: a fact under its own name or another it goes by, a blank of the form, or the box of the loan. */
function kindsOf(name: string, dateBlanks: readonly string[]): Fact['kind'][] {
  const facts = Object.entries(factTable).flatMap(([own, fact]) => (own === name || (fact.also as readonly string[]).includes(name) ? fact.kind : []));
  return [...facts, ...(dateBlanks.includes(name) ? (['date'] as const) : []), ...(name === 'financed' ? (['flag'] as const) : [])];
}

function fits(value: string | boolean, kind: Fact['kind']): boolean {
  if (kind === 'flag') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  return kind === 'date' ? parseDay(value) !== null : kind === 'word';
}

function wanted(kinds: readonly Fact['kind'][]): string {
  if (kinds.includes('date')) return 'is to be a date such as 2026-12-30';
  if (kinds.includes('flag')) return 'is to be true or false';
  if (kinds.includes('count')) return 'is a number of days: give it under periods';
  return 'cannot be filled in here';
}
