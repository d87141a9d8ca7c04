import type { Rule } from '../../rules/evaluate.ts';

/** Confidence in a row, from published by the authority (`A`) over secondary source (`S`) to general knowledge (`R`) and conflicting sources (`?`). */
export type Mark = 'A' | 'S' | 'D' | 'R' | '?' | 'A/S' | 'A/R' | 'S/R' | 'A/?';

export type Anchor =
  | 'application'
  | 'first-substantive-communication'
  | 'listing'
  | 'marketing'
  | 'first-tour'
  | 'showing'
  | 'offer'
  | 'contract'
  | 'buyer-obligated'
  | 'assignment'
  | 'assignment-effective'
  | 'transfer'
  | 'closing';

/** When something is due, seen from an event of the deal. */
export interface Due {
  /** What of the document, where its parts fall due apart. */
  step?: string;
  anchor: Anchor;
  /** `until` is a duty to keep; `within` and `at-least-before` need an offset. */
  relation: 'before' | 'at' | 'within' | 'at-least-before' | 'until';
  offset?: { count: number; unit: DayKind | 'years' } | { blank: string; unit: DayKind };
}

/** `general` and `specific` are the two business days of Regulation Z; `business` is Monday to Friday without federal holidays. */
export type DayKind = 'calendar' | 'business' | 'general' | 'specific';

/** What the other side may do, as counted by the deadline rules of the jurisdiction. */
export interface Right {
  holder: 'buyer' | 'seller';
  right: 'terminate' | 'void' | 'cancel' | 'test';
  /** null: at any time, up to the limit. */
  days: number | null;
  unit: DayKind;
  from: 'receipt' | 'contract';
  limit?: string;
  onlyIf?: string;
}

/** A date is the first or last day in force; null is open. */
export interface Span {
  effectiveFrom: string | null;
  effectiveTo: string | null;
}

export interface FormVersion extends Span {
  version: string;
}

export interface StatusChange {
  status: 'in-force' | 'suspended';
  from: string;
  why: string;
}

/** Words by which an uploaded file is recognised; form numbers are general knowledge (`R`), whatever the row's mark. In a form, `#` stands for a number, and the last word is the version where it holds one: `TREC No. 36-#`. */
export interface Recognise {
  names: readonly string[];
  forms: readonly string[];
}

/**
 * One document that the law, a form or a rule of the trade demands. Rows of one id with spans that follow each other are revisions of one duty.
 * Jurisdiction and side are conditions like `when`; a row applies to the deals whose contract, or closing, falls into its span.
 */
export interface ChecklistRow extends Span {
  id: string;
  document: string;
  /** `US`, or the state of the property. */
  jurisdiction: string;
  /** Whose file needs it: `buyer` is asked only where the brokerage works for the buyer. */
  side: 'any' | 'buyer';
  /** What it speaks of: a contract with its buyer, or the file, which outlives a contract that falls through: property, seller, brokerage. */
  belongsTo: 'contract' | 'file';
  from: 'seller' | 'broker' | 'buyer-broker' | 'wholesaler' | 'lender' | 'settlement-agent';
  /** JSONLogic over `factCatalogue`; `true` is always. */
  when: Rule;
  lawOf: 'contract' | 'closing';
  due: readonly Due[];
  /** null where the sources of the row name none. */
  consequence: string | null;
  rights?: readonly Right[];
  parts?: readonly { part: string; when: Rule }[];
  formVersions: readonly FormVersion[];
  history?: readonly StatusChange[];
  recognise: Recognise;
  source: string;
  mark: Mark;
}

/** A published set never changes; a later version takes its place on `effectiveFrom`. The first version of an id has null. */
export interface ChecklistSet {
  id: string;
  version: string;
  effectiveFrom: string | null;
  rows: readonly ChecklistRow[];
}
