import type { Blanks } from '../../compliance/forms/blanks.ts';
import type { ValueKind } from './values.ts';

/**
 * Where a form says a term: the words right before its blank, right after it, or both. Fields are named as the API has them
 * (`dates.closingDate`); earnest money and Option Fee are no terms of its contract, and are read to be seen.
 */
export type Label = { field: string; kind: ValueKind; before?: RegExp; after?: RegExp };

/** Words may go on in the next line. */
const pattern = (source: string): RegExp => new RegExp(source.replaceAll(' ', '\\s+'), 'i');
/** What stands between the words of a form and what is filled in. */
const fill = '[\\s_.:;,()"“”…$-]{0,200}';
/** Words right before a blank. */
const before = (words: string): RegExp => pattern(`(?:${words})${fill}$`);
/** The same with a few more words between, and no other number. */
const soonBefore = (words: string, most = 60): RegExp => pattern(`(?:${words})[^\\d$]{0,${most}}$`);
/** Words right after a blank. */
const after = (words: string): RegExp => pattern(`^${fill}(?:${words})`);
/** A date that gets its name behind it: `("Closing Date")`. */
const called = (words: string): RegExp => pattern(`^[\\s_.,]{0,20}\\([\\s"“]{0,3}(?:the )?["“]?(?:${words})`);
const someDays = after('(?:calendar |business )?days?\\b');
/** "ten (10) days" has the number twice. */
const within = (words: string): RegExp => pattern(`(?:${words})[\\s_(]{0,20}(?:[a-z-]{2,20}[\\s_]{0,4}\\()?[\\s_]{0,20}$`);

const effectiveDate: Label = { field: 'effectiveOn', kind: 'date', before: soonBefore('effective date', 30) };
const closingDate: Label[] = [
  { field: 'dates.closingDate', kind: 'date', before: soonBefore('closing date|settlement date|date of closing|close of escrow', 40) },
  { field: 'dates.closingDate', kind: 'date', before: soonBefore('closing (?:of [a-z\\s]{1,40})?(?:shall|will|is to) (?:be|occur|take place)', 40) },
  { field: 'dates.closingDate', kind: 'date', after: called('closing date') },
];

/** TREC One to Four Family Residential Contract (Resale), 20-18 and before. */
const trec: Label[] = [
  { field: 'effectiveOn', kind: 'date', before: before('executed (?:on )?(?:the)?') },
  { field: 'effectiveOn', kind: 'date', after: called('effective date') },
  // 3C; the cash and the loan of 3A and 3B are said with the same words.
  { field: 'priceCents', kind: 'money', before: before('sales price[\\s_(]{0,6}sum of a and b') },
  { field: 'earnestMoneyCents', kind: 'money', after: after('as (?:the )?earnest money') },
  { field: 'optionFeeCents', kind: 'money', after: after('as (?:the )?option fee') },
  { field: 'periods.optionDays', kind: 'days', before: before('notice of termination to seller within'), after: after('days after the effective date') },
  {
    field: 'periods.objectionDays',
    kind: 'days',
    before: before('closing date or[\\s_(]{0,4}ii'),
    after: after('days after buyer receives the (?:title )?commitment'),
  },
  { field: 'dates.closingDate', kind: 'date', before: before('closing of the sale will be on or before') },
];

/** C.A.R. Residential Purchase Agreement: its grid prints a default and leaves "(or __) Days after Acceptance" beside it. */
const carGrid = (term: string, words: string): Label => ({
  field: `periods.${term}`,
  kind: 'days',
  before: pattern(`(?:${words})[^\\d]{0,80}\\d{1,2}[\\s_]{0,6}\\(or[\\s_]{0,20}$`),
  after: after('(?:business )?days after acceptance'),
});
const car: Label[] = [
  { field: 'effectiveOn', kind: 'date', before: soonBefore('date of acceptance|acceptance date', 30) },
  { field: 'priceCents', kind: 'money', before: soonBefore('purchase price', 200) },
  { field: 'dates.closingDate', kind: 'date', before: soonBefore('close of escrow', 60) },
  { field: 'earnestMoneyCents', kind: 'money', before: soonBefore('initial deposit', 80) },
  carGrid('depositDays', 'initial deposit'),
  carGrid('sellerDocumentsDays', 'seller delivery of documents'),
  carGrid('loanContingencyDays', 'loan\\(s\\)|loan contingency'),
  carGrid('appraisalContingencyDays', 'appraisal'),
  carGrid('investigationContingencyDays', 'investigation of property'),
  carGrid('sellerDocumentsContingencyDays', 'review of seller documents'),
  carGrid('titleContingencyDays', 'preliminary[^a-z]{0,6}title[^a-z]{0,6}report'),
];

/** FAR/BAR and AS IS: each period is "___ (if left blank, then 15) days after Effective Date". */
const orElse = '\\(?if left blank,? then \\d{1,3}\\)? days after effective date';
const farBar: Label[] = [
  effectiveDate,
  { field: 'priceCents', kind: 'money', before: soonBefore('purchase price', 200) },
  { field: 'dates.closingDate', kind: 'date', after: called('closing date') },
  { field: 'earnestMoneyCents', kind: 'money', before: soonBefore('initial deposit to be held in escrow in the amount of', 60) },
  { field: 'periods.initialDepositDays', kind: 'days', before: before('is to be made within'), after: after(orElse) },
  {
    field: 'periods.additionalDepositDays',
    kind: 'days',
    before: soonBefore('additional deposit to be delivered to escrow agent within', 10),
    after: after(orElse),
  },
  { field: 'periods.inspectionDays', kind: 'days', after: after(`${orElse}[^a-z]{0,6}inspection period`) },
  { field: 'periods.financingDays', kind: 'days', after: after(`${orElse}[^a-z]{0,6}loan approval period`) },
];

/** Forms whose words are known. They have these labels alone: guesses beside known words would only be noise. */
const families: Readonly<Record<string, readonly Label[]>> = { 'tx-trec-resale': trec, 'ca-car-rpa': car, 'fl-far-bar': farBar };

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Any other form: the words of the field, and the titles of its own blanks. */
function plainLabels({ periods, dates }: Blanks): Label[] {
  return [
    effectiveDate,
    ...closingDate,
    { field: 'priceCents', kind: 'money', before: soonBefore('purchase price|sales? price|contract price', 80) },
    { field: 'earnestMoneyCents', kind: 'money', before: soonBefore('earnest money|initial deposit', 60) },
    ...dates.flatMap(({ name, title }): Label[] =>
      name === 'closingDate' ? [] : [{ field: `dates.${name}`, kind: 'date', before: soonBefore(`\\b${escaped(title)}(?: deadline)?`, 30) }],
    ),
    // What counts back from the closing reads like what counts from the contract.
    ...periods.flatMap(({ name, title }): Label[] =>
      name.endsWith('DaysBefore')
        ? []
        : [
            {
              field: `periods.${name}`,
              kind: 'days',
              before: within(`\\b(?:${escaped(title).replace('Option or inspection', 'option|inspection')})\\b[^\\d.$]{0,50}`),
              after: someDays,
            },
          ],
    ),
  ];
}

export const labelsOf = (form: string, blanks: Blanks): readonly Label[] => families[form] ?? plainLabels(blanks);
