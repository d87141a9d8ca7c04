import { evaluateRule, factsRead, type Rule } from '../../rules/evaluate.ts';
import { explain } from './explain.ts';
import { factCatalogue, givenFactsFor, withDerived } from './facts.ts';
import type { ChecklistRow, ChecklistSet, FormVersion, Span, StatusChange } from './row.ts';
import type { DealFacts } from './schemas.ts';
import { checklistSets, setsOn } from './sets.ts';

export type DocumentStatus = 'required' | 'not-required' | 'suspended' | 'undecided';

type Shown = Pick<
  ChecklistRow,
  'id' | 'document' | 'jurisdiction' | 'side' | 'from' | 'due' | 'consequence' | 'source' | 'mark' | 'effectiveFrom' | 'effectiveTo'
>;

export interface DocumentAnswer extends Shown {
  status: DocumentStatus;
  /** The set and version that answered. */
  set: { id: string; version: string };
  formVersion: FormVersion | null;
  rights: NonNullable<ChecklistRow['rights']>;
  parts: { part: string; status: 'required' | 'not-required' | 'undecided' }[];
  /** The clause that decided, the facts it met in words, and where it stands in the rule. */
  decidedBy: { path: string; rule: Rule; text: string };
  /** Every fact the rule reads, null where it is missing. */
  values: Record<string, unknown>;
  /** The facts an undecided answer waits for. */
  missing: string[];
  /** The suspension in force, if there is one. */
  suspension: StatusChange | null;
}

export interface Checklist {
  on: string;
  sets: { id: string; version: string }[];
  /** False where the rules of the property's state are not, or only for wholesaling, kept here: then a person must look them up. */
  stateCovered: boolean;
  documents: DocumentAnswer[];
  /** What to ask a person, with the documents that wait for the answer. */
  questions: { fact: string; question: string; documents: string[] }[];
}

/** States whose section of the reference is kept whole. */
const coveredStates = ['TX', 'CA', 'FL'];

/**
 * What the law asks of a deal, document by document; pure. `on` is the day for which it is asked.
 * A row applies by the date of the contract or of closing, as it says; a deal without that date counts as one of `on`.
 * A suspension counts from its day on for every deal, and a form is that of the contract's date, or of `on` while the contract lies ahead.
 * The sets must be free of `checklistFaults`. A missing fact leaves a document `undecided`, except where the rule itself says what unknown means; a suspended duty asks nobody anything.
 */
export function requiredDocuments(facts: DealFacts, on: string, sets: readonly ChecklistSet[] = checklistSets): Checklist {
  const chosen = setsOn(sets, on);
  const documents = chosen.flatMap((set) => revisions(set.rows).map((rows) => answer(inForce(rows, facts, on), set, facts, on)));
  return {
    on,
    sets: chosen.map(({ id, version }) => ({ id, version })),
    stateCovered: coveredStates.includes(facts.propertyState ?? ''),
    documents,
    questions: questionsOf(documents),
  };
}

/** Jurisdiction and side as clauses before the row's own. */
export function ruleOf({ jurisdiction, side, when }: ChecklistRow): Rule {
  const place = jurisdiction === 'US' ? [] : [{ '==': [{ var: 'propertyState' }, jurisdiction] }];
  const party = side === 'any' ? [] : [{ in: [{ var: 'side' }, [side, 'both']] }];
  return { and: [...place, ...party, when] };
}

function revisions(rows: readonly ChecklistRow[]): ChecklistRow[][] {
  return [...Map.groupBy(rows, ({ id }) => id).values()];
}

const lawDay = (row: ChecklistRow, facts: DealFacts, on: string): string => (row.lawOf === 'contract' ? facts.contractDate : facts.closingDate) ?? on;

const covers = ({ effectiveFrom, effectiveTo }: Span, day: string) => (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day);

/** The revision in force for the deal; where there is none, the latest, marked as not in force. */
function inForce(rows: readonly ChecklistRow[], facts: DealFacts, on: string): { row: ChecklistRow; notInForceOn: string | null } {
  const row = rows.find((candidate) => covers(candidate, lawDay(candidate, facts, on)));
  const latest = rows.at(-1)!;
  return row ? { row, notInForceOn: null } : { row: latest, notInForceOn: lawDay(latest, facts, on) };
}

function answer(found: { row: ChecklistRow; notInForceOn: string | null }, set: ChecklistSet, facts: DealFacts, on: string): DocumentAnswer {
  const { row, notInForceOn } = found;
  const known = withDerived(facts);
  const rule = ruleOf(row);
  const { verdict, missing, decidedBy } = evaluateRule(rule, known);
  const suspension = notInForceOn === null && verdict !== 'fail' ? suspensionOf(row, facts, on) : null;
  const status = notInForceOn !== null || verdict === 'fail' ? 'not-required' : suspension ? 'suspended' : verdict === 'pass' ? 'required' : 'undecided';
  const { id, document, jurisdiction, side, from, due, consequence, source, mark, effectiveFrom, effectiveTo } = row;
  const shown: Shown = { id, document, jurisdiction, side, from, due, consequence, source, mark, effectiveFrom, effectiveTo };
  return {
    ...shown,
    status,
    set: { id: set.id, version: set.version },
    formVersion: row.formVersions.find((version) => covers(version, earlier(on, facts.contractDate))) ?? null,
    rights: row.rights ?? [],
    parts: (row.parts ?? []).map(({ part, when }) => ({ part, status: partStatus[evaluateRule(when, known).verdict] })),
    decidedBy: { ...decidedBy, text: notInForceOn === null ? explain(decidedBy.rule, known) : `not in force on ${notInForceOn}` },
    values: factsRead(rule, known),
    missing: notInForceOn === null && verdict === 'not-evaluable' ? [...new Set(missing.flatMap((fact) => givenFactsFor(fact, facts)))] : [],
    suspension,
  };
}

const partStatus = { pass: 'required', fail: 'not-required', 'not-evaluable': 'undecided' } as const;

const earlier = (on: string, other: string | null | undefined) => (other && other < on ? other : on);

/** The status on the later of the deal's day and the day of asking: what has been vacated is not due for older deals either. */
function suspensionOf(row: ChecklistRow, facts: DealFacts, on: string): StatusChange | null {
  const deal = lawDay(row, facts, on);
  const day = deal > on ? deal : on;
  const last = (row.history ?? []).filter(({ from }) => from <= day).at(-1);
  return last?.status === 'suspended' ? last : null;
}

function questionsOf(documents: readonly DocumentAnswer[]): Checklist['questions'] {
  const waiting = documents.filter(({ status }) => status === 'undecided');
  const facts = [...new Set(waiting.flatMap(({ missing }) => missing))];
  return facts.map((fact) => ({
    fact,
    question: factCatalogue[fact as keyof DealFacts].question,
    documents: waiting.filter(({ missing }) => missing.includes(fact)).map(({ id }) => id),
  }));
}
