import { expect, test } from 'vitest';
import { blanksOf } from '../../compliance/file.ts';
import { findForm } from '../../compliance/forms/registry.ts';
import type { PageItem, ReadPage } from './page.ts';
import { hasWords, readContract } from './read.ts';
import { valuesIn } from './values.ts';

/** A page with these lines; `|` parts what a form prints from what is filled in, which stands a point higher. */
const pageOf = (page: number, ...lines: string[]): ReadPage => ({
  page,
  items: lines.flatMap((line, row) => {
    let x = 50;
    return line.split('|').map((text, part): PageItem => {
      const box = { x, y: 80 + row * 16 - (part % 2), width: text.length * 5, height: 10 };
      x += box.width + 4;
      return { text, box };
    });
  }),
});
const read = (form: string, ...lines: string[]) => readContract([pageOf(1, ...lines)], form, blanksOf(form, findForm(form).versions[0]!.version));
const values = (form: string, ...lines: string[]) => read(form, ...lines).map(({ field, value }) => [field, value]);

test.each([
  ['December 1, 2026', '2026-12-01'],
  ['Dec. 1 , 20 26', '2026-12-01'],
  ['12/01/2026', '2026-12-01'],
  ['12-1-26', '2026-12-01'],
  ['2026-12-01', '2026-12-01'],
  ['the 1st day of December, 2026', '2026-12-01'],
  ['the 1 st day of __December__, 20 26', '2026-12-01'],
  ['February 29, 2028', '2028-02-29'],
])('the date %s is read', (text, date) => {
  expect(valuesIn(text, 'date').map(({ value }) => value)).toEqual([date]);
});

test.each(['February 30, 2026', '13/01/2026', '31/12/2026', '1/2', 'December 2026', 'the ___ day of ____, 20__', '1/1/1890', 'September 31st, 2026'])(
  '%s is no date',
  (text) => {
    expect(valuesIn(text, 'date')).toEqual([]);
  },
);

test.each([
  ['$285,000.00', 28_500_000],
  ['$ 285000', 28_500_000],
  ['285,000', 28_500_000],
  ['$__2,850.50', 285_050],
])('the amount %s is read', (text, cents) => {
  expect(valuesIn(text, 'money').map(({ value }) => value)).toEqual([cents]);
});

test.each(['$0.00', '$', '285000', '2026', '12/01/2026', '$9,999,999,999.00', '3%', '1,23'])('%s is no amount', (text) => {
  expect(valuesIn(text, 'money')).toEqual([]);
});

const trec = [
  '3. SALES PRICE:',
  'A. Cash portion of Sales Price payable by Buyer at closing ........ $|57,000.00|',
  'B. Sum of all financing described in the attached: Third Party Financing Addendum ... $|228,000.00|',
  'C. Sales Price (Sum of A and B) .............................. $|285,000.00|',
  '5. A. DELIVERY OF EARNEST MONEY AND OPTION FEE: Within 3 days after the Effective Date, Buyer must deliver to|Alamo Title|(Escrow Agent)',
  'at|1 Main St|(address): $|2,850.00|as earnest money and $|150|as the Option Fee.',
  'B. TERMINATION OPTION: Buyer may terminate this contract by giving notice of termination to Seller within|10|days after the',
  'Effective Date of this contract (Option Period).',
  'D. OBJECTIONS: by the earlier of (i) the Closing Date or (ii)|5|days after Buyer receives the Commitment, Exception Documents, and the survey.',
  '9. CLOSING: A. The closing of the sale will be on or before|December 30|, 20|26|, or within 7 days after objections made under',
  'Paragraph 6D have been cured or waived, whichever date is later (Closing Date).',
  'EXECUTED the|1st|day of|December|, 20|26|(Effective Date).',
];

test('a filled TREC form gives each of its terms once', () => {
  expect(values('tx-trec-resale', ...trec)).toEqual([
    ['effectiveOn', '2026-12-01'],
    ['priceCents', 28_500_000],
    ['earnestMoneyCents', 285_000],
    ['optionFeeCents', 15_000],
    ['periods.optionDays', 10],
    ['periods.objectionDays', 5],
    ['dates.closingDate', '2026-12-30'],
  ]);
});

test('a TREC form whose blanks are empty gives nothing: its printed numbers are no terms', () => {
  const blank = trec.map((line) =>
    line
      .split('|')
      .map((part, at) => (at % 2 ? '____' : part))
      .join(' '),
  );
  expect(values('tx-trec-resale', ...blank)).toEqual([]);
});

test('California has its blanks beside printed defaults', () => {
  expect(
    values(
      'ca-car-rpa',
      'A. Purchase Price|$ 850,000.00|All Cash',
      'B. Close Of Escrow (COE)|12/30/2026|(date)',
      'D(1) Initial Deposit Amount|$ 25,500.00|(3% of purchase price) within 3 (or|2|) business days after Acceptance by wire transfer',
      'L(1) Loan(s) 17 (or|21|) Days after Acceptance',
      'L(3) Investigation of Property 17 (or ____ ) Days after Acceptance',
    ),
  ).toEqual([
    ['priceCents', 85_000_000],
    ['dates.closingDate', '2026-12-30'],
    ['earnestMoneyCents', 2_550_000],
    ['periods.loanContingencyDays', 21],
  ]);
});

test('FAR/BAR has the default of a blank in its text, and that is not what was filled in', () => {
  expect(
    values(
      'fl-far-bar',
      '2. PURCHASE PRICE (U.S. currency): ................ $|412,000.00|',
      '(a) Initial deposit to be held in escrow in the amount of (checks subject to Collection) $|5,000.00|',
      'is to be made within|2|(if left blank, then 3) days after Effective Date.',
      '4. CLOSING DATE; OCCUPANCY: the closing of this transaction shall occur on|January 15, 2027|("Closing Date"), at the time established',
      '12. Buyer shall have ____ (if left blank, then 15) days after Effective Date ("Inspection Period")',
      '8. within|25|(if left blank, then 30) days after Effective Date ("Loan Approval Period")',
    ),
  ).toEqual([
    ['priceCents', 41_200_000],
    ['dates.closingDate', '2027-01-15'],
    ['earnestMoneyCents', 500_000],
    ['periods.initialDepositDays', 2],
    ['periods.financingDays', 25],
  ]);
});

test('another form is read by the words of the field and the titles of its own blanks', () => {
  expect(
    values(
      'us-generic',
      'This agreement has an Effective Date of December 1, 2026. The purchase price is $114,000.00, with earnest money of $1,000.',
      'The closing shall take place on or before 1/10/2027. Inspection period: ten (10) days. Appraisal within 20 calendar days.',
    ),
  ).toEqual([
    ['effectiveOn', '2026-12-01'],
    ['dates.closingDate', '2027-01-10'],
    ['priceCents', 11_400_000],
    ['earnestMoneyCents', 100_000],
    ['periods.inspectionDays', 10],
    ['periods.appraisalDays', 20],
  ]);
  expect(values('co-contract-to-buy', 'Inspection Objection Deadline|December 10, 2026|', 'Closing Date|January 8, 2027|')).toEqual([
    ['dates.closingDate', '2027-01-08'],
    ['dates.inspectionObjectionDate', '2026-12-10'],
  ]);
});

test('two values of one term are both offered, the same value twice is one, at its first place', () => {
  const page = pageOf(2, 'Purchase price: $285,000.00');
  const blanks = blanksOf('us-generic', 'current');
  const found = readContract([pageOf(1, 'Purchase price: $285,000.00', 'The sales price is $290,000.00'), page], 'us-generic', blanks);
  expect(found.map(({ value, page: on }) => [value, on])).toEqual([
    [28_500_000, 1],
    [29_000_000, 1],
  ]);
});

test('the place of a value is its own letters, not its line', () => {
  const [whole] = read('us-generic', 'Purchase price: $285,000.00 in cash');
  expect(whole!.box).toEqual({ x: 50 + 16 * 5, y: 80, width: 11 * 5, height: 10 });
  expect(whole!.snippet).toBe('Purchase price: $285,000.00 in cash');
  const [filled] = read('tx-trec-resale', 'C. Sales Price (Sum of A and B) $|285,000.00|');
  expect(filled!.box.y).toBe(79);
});

test('a scan has no words', () => {
  expect(hasWords([{ page: 1, items: [] }, pageOf(2, ' ', '1 / 2')])).toBe(false);
  expect(hasWords([pageOf(1, 'EXECUTED the')])).toBe(true);
});

test('a file made of labels and amounts offers a handful', () => {
  const lines = Array.from({ length: 400 }, (_, at) => `purchase price ${'_ '.repeat(40)} purchase price $${100_000 + at}.00`);
  expect(read('us-generic', ...lines)).toHaveLength(8);
});
