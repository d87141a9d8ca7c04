import { type Milestone, milestones } from '../closing/milestones.ts';
import { DomainError } from '../errors.ts';
import type { DealFacts } from './checklists/schemas.ts';
import { contractDeadlines, contractDuties, type DutyDeadline } from './contract.ts';
import type { CustomClock } from './custom.ts';
import type { Deadline } from './deadline.ts';
import { dateFaults } from './filled-in.ts';
import { type Blanks, blanksOfDuties } from './forms/blanks.ts';
import { whyNot } from './statutes/apply.ts';
import { statuteTerms } from './statutes/duties.ts';

/** A contract as it stands, amendments included. Dates are calendar dates where the property is. */
export type ContractTerms = {
  form: string;
  formVersion: string;
  zone: string;
  effectiveOn: string;
  priceCents: number;
  /** Days filled into the form's blanks, by the terms' names: { optionDays: 10 }. */
  periods: Record<string, number>;
  /** Dates and boxes filled in: { closingDate: "2026-12-30", rollBox: "will", financed: true }. */
  dates: Record<string, string | boolean>;
};

/** What has happened so far, with the date each took effect. */
export type HappenedFact = { fact: string; effectiveOn: string; value?: unknown };

/** `lapsed`: a right that ended unused. */
export type ClockStatus = 'pending' | 'satisfied' | 'waived' | 'terminated' | 'tolled' | 'breached' | 'lapsed';

/** What the file knows beside its contract: facts of the law, clocks people made, dates that other rows give. */
export type FileContext = { law?: DealFacts | undefined; custom?: readonly CustomClock[] | undefined; dates?: Readonly<Record<string, string>> | undefined };

/** One clock of the file as the rules have it. */
export type FileClock = Pick<DutyDeadline, 'title' | 'actor' | 'contingency' | 'waitsFor' | 'watched' | 'lapses' | 'livesOn'> & {
  clock: string;
  /** The fact that shows it was done; null where only a person can say. */
  evidence: string | null;
  deadline: Deadline | null;
  /** A deadline the rules cannot give although nothing is missing: a person must look. */
  problem: string | null;
};

/** Whether a fact is what a clock waits for: the removal of one contingency shows nothing of another. */
export const showsDone = ({ fact, value }: HappenedFact, { evidence, contingency }: Pick<FileClock, 'evidence' | 'contingency'>): boolean =>
  fact === evidence && (contingency === null || value === contingency);

const closing = 'Closing.Completed';
/** The day the closing took place, once it has. */
export const closedOn = (happened: readonly HappenedFact[]): string | null => happened.find(({ fact }) => fact === closing)?.effectiveOn ?? null;
/** Whether the closing has left a clock without a point: all but its own, and those that live on. */
export const isOverByClosing = (on: string | null, { evidence, livesOn }: Pick<FileClock, 'evidence' | 'livesOn'>): boolean =>
  on !== null && !livesOn && evidence !== closing;

/** Names under which the forms ask for the contract's own dates. */
const contractDateNames = ['effectiveDate', 'acceptanceDate'] as const;

/** The facts every clock of the file is computed from. */
export function clockInputs(
  { effectiveOn, dates }: ContractTerms,
  happened: readonly HappenedFact[],
  others: FileContext['dates'] = {},
): Record<string, string | boolean> {
  const given = happened.flatMap(({ fact, effectiveOn: on }) => (milestones[fact as Milestone]?.gives ?? []).map((name) => [name, on] as const));
  return { ...Object.fromEntries(contractDateNames.map((name) => [name, effectiveOn])), ...dates, ...others, ...Object.fromEntries(given) };
}

/** The closing date of a contract, by whichever name its form has it. */
export const statedClosing = (dates: Record<string, unknown>): unknown => dates.closingDate ?? dates.statedClosingDate ?? dates.closeOfEscrowDate;

/** The facts of the law as these terms have them: a contract stands above what people state. */
function lawUnder({ effectiveOn, dates }: ContractTerms, law: DealFacts): DealFacts {
  const closing = statedClosing(dates);
  return {
    ...law,
    contractDate: effectiveOn,
    ...(typeof closing === 'string' ? { closingDate: closing } : {}),
    ...(typeof dates.financed === 'boolean' ? { financed: dates.financed } : {}),
  };
}

/** Why a clock that the file had is not part of it any more. */
export function whyGone(clock: string, terms: ContractTerms, happened: readonly HappenedFact[], { law = {}, dates }: FileContext): string {
  const why = whyNot(clock, terms.form, lawUnder(terms, law), clockInputs(terms, happened, dates));
  return why ? `does not apply: ${why}` : 'the form as amended has no such clock';
}

/** Every clock a contract sets going, the lender's included where the purchase is financed. Pure; it throws for a form it does not know. */
export function fileClocks(terms: ContractTerms, happened: readonly HappenedFact[], { law, custom, dates: others }: FileContext = {}): FileClock[] {
  const inputs = clockInputs(terms, happened, others);
  const { dates } = terms;
  const { form: regime, formVersion, zone, periods } = terms;
  const duties = contractDeadlines({
    ...{ regime, formVersion, zone, terms: periods, inputs, calendar: null, financed: dates.financed === true },
    ...{ law: law && lawUnder(terms, law), custom },
  });
  return duties.map(({ id, satisfiedBy, ...rest }) => ({ ...rest, clock: id, evidence: satisfiedBy, problem: null }));
}

/** The blanks of a contract's form. */
export const blanksOf = (form: string, formVersion: string): Blanks => blanksOfDuties(contractDuties(form, formVersion));

/** Refuses what no clock of the form can read: a misspelt blank would be silence, a date that is none would leave the file without clocks. */
export function checkTerms(terms: ContractTerms): void {
  const duties = contractDuties(terms.form, terms.formVersion);
  const blanks = new Set([...duties.flatMap(({ term }) => term ?? []), ...statuteTerms]);
  const faults = [
    ...Object.keys(terms.periods).flatMap((name) =>
      blanks.has(name) ? [] : [{ path: `periods.${name}`, message: `is no blank of this form; it has ${[...blanks].join(', ') || 'none'}` }],
    ),
    ...dateFaults(
      terms,
      duties.flatMap(({ dateBlank }) => dateBlank ?? []),
    ),
  ];
  if (faults.length > 0)
    throw new DomainError('bad-inputs', `The contract has what its form cannot read: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}.`, {
      nextStep: 'Mend what errors lists; GET /v1/calculators/deadline lists the facts of each clock.',
      details: { faults },
    });
  fileClocks(terms, []);
}

/** The clocks, and where the rules refuse, one flag for each clock instead of silence. */
export function readableClocks(
  terms: ContractTerms,
  happened: readonly HappenedFact[],
  known: readonly Pick<FileClock, 'clock' | 'title' | 'actor' | 'evidence' | 'contingency' | 'watched' | 'lapses' | 'livesOn'>[],
  context: FileContext = {},
): FileClock[] {
  try {
    return fileClocks(terms, happened, context);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return known.map((clock) => ({ ...clock, deadline: null, waitsFor: [], problem: `${error.message} ${error.nextStep}` }));
  }
}
