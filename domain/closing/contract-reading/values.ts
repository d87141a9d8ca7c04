import { dayNumber, isoDay, parseDay } from '../../compliance/days.ts';

/** What a blank holds. */
export type ValueKind = 'date' | 'money' | 'days';
/** A value found in a text: an ISO date, cents, or a number of days. */
export type Found = { from: number; to: number; value: string | number };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
// Forms print the century, and the years are written beside it: "20 26".
const year = '((?:19|20) ?\\d{2})(?!\\d)';
const gap = '[\\s_,]{1,20}';
const day = '(\\d{1,2}) ?(?:st|nd|rd|th)?';

type Parts = { month: number; day: number; year: number };
const monthNo = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const yearNo = (text: string): number => Number(text.replace(' ', ''));

const dateForms: { pattern: RegExp; parts: (match: RegExpMatchArray) => Parts }[] = [
  { pattern: new RegExp(`\\b${month}${gap}${day}${gap}${year}`, 'gi'), parts: ([, m, d, y]) => ({ month: monthNo(m!), day: Number(d), year: yearNo(y!) }) },
  {
    pattern: new RegExp(`(?<!\\d)${day}[\\s_]{1,20}(?:day[\\s_]{1,20})?of[\\s_]{1,20}${month}${gap}${year}`, 'gi'),
    parts: ([, d, m, y]) => ({ month: monthNo(m!), day: Number(d), year: yearNo(y!) }),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2}) ?([/-]) ?(\d{1,2}) ?\2 ?((?:19|20)?\d{2})(?![\d/-])/g,
    parts: ([, m, , d, y]) => ({ month: Number(m), day: Number(d), year: y!.length === 2 ? 2000 + Number(y) : Number(y) }),
  },
  {
    pattern: /(?<![\d/-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?![\d-])/g,
    parts: ([, y, m, d]) => ({ month: Number(m), day: Number(d), year: Number(y) }),
  },
];

/** Dates as they are written in the United States: the month first. One that is in no calendar is none. */
function datesIn(text: string): Found[] {
  return dateForms.flatMap(({ pattern, parts }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { year: y, month: m, day: d } = parts(match);
      const iso = isoDay(dayNumber(y, m, d));
      const isReal = m >= 1 && m <= 12 && Number(iso.slice(8)) === d && parseDay(iso) !== null;
      return isReal ? [{ from: match.index, to: match.index + match[0].length, value: iso }] : [];
    }),
  );
}

const most = { cents: 100_000_000_000, days: 3660 };

/** An amount shows what it is by its dollar sign, its commas or its cents. The number of the next paragraph, after a blank left empty, is none. */
function moneyIn(text: string): Found[] {
  return [...text.matchAll(/(\$[ _]{0,40})?(?<![\d.,/-])(\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(\.\d{2})?(?![\d/%]|[.,]\d)/g)].flatMap((match) => {
    const [whole, dollar, digits = '', rest] = match;
    const isBare = !digits.includes(',') && !rest;
    if (isBare && (!dollar || (digits.length < 3 && dollar !== '$'))) return [];
    const cents = Number(digits.replaceAll(',', '')) * 100 + Number(rest?.slice(1) ?? 0);
    return cents > 0 && cents <= most.cents ? [{ from: match.index, to: match.index + whole.length, value: cents }] : [];
  });
}

function daysIn(text: string): Found[] {
  return [...text.matchAll(/(?<![\d$.,/-])\d{1,4}(?![\d/%]|[.,-]\d)/g)].flatMap((match) =>
    Number(match[0]) <= most.days ? [{ from: match.index, to: match.index + match[0].length, value: Number(match[0]) }] : [],
  );
}

/** Every value of a kind that a text can mean; what is impossible is left out. */
export function valuesIn(text: string, kind: ValueKind): Found[] {
  switch (kind) {
    case 'date':
      return datesIn(text);
    case 'money':
      return moneyIn(text);
    case 'days':
      return daysIn(text);
    default:
      return kind satisfies never;
  }
}
