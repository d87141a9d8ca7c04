/** A value, or the reason why there is none. `null` where the list says nothing at all. */
export type Read<T> = { value: T; reason?: undefined } | { value: null; reason: string } | null;

export const unreadable = (reason: string): Read<never> => ({ value: null, reason });

/** What lists write instead of nothing. Compared in lower case without blanks. */
const emptyMarks = new Set(['-', '--', '—', '–', 'n/a', 'na', 'n.a.', 'null', 'none', 'nan', 'unknown', 'undefined', '?', 'tbd', '#n/a']);

export const quoted = (text: string): string => `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;

/** True for text that only says that there is nothing. */
export const isEmptyMark = (text: string): boolean => mayBeMark.test(text) && emptyMarks.has(text.replaceAll(' ', '').toLowerCase());
const mayBeMark = /^\s*[-—–nNuU?tT#]/;

/**
 * The number that stands between two offsets when it is written plainly (digits, at most one point), else NaN.
 * Reads without making a string; everything else goes through `readNumber`.
 */
export function plainNumber(text: string, start: number, end: number): number {
  let digits = 0;
  let decimals = -1;
  if (end - start > 15 || end === start) return Number.NaN;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at) - 48;
    if (code >= 0 && code <= 9) {
      digits = digits * 10 + code;
      if (decimals >= 0) decimals++;
    } else if (code === -2 && decimals === -1 && at > start) decimals = 0;
    else return Number.NaN;
  }
  return decimals > 0 ? digits / 10 ** decimals : digits;
}

/** A number as lists write it: "$120,000 ", " 1,306 ", "1.225e+006", "3 acres" is none. */
export function readNumber(text: string): Read<number> {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (isEmptyMark(trimmed)) return unreadable(`${quoted(text)} stands for nothing`);
  const plain = trimmed.replace(/^([-+]?)\s*(?:US)?\$\s*/, '$1').replace(/\s*(?:USD|%)$/i, '');
  const isGrouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain);
  const number = isGrouped ? plain.replaceAll(',', '') : plain;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(number)) return unreadable(`${quoted(trimmed)} is no number`);
  const value = Number(number);
  return Number.isFinite(value) ? { value } : unreadable(`${quoted(trimmed)} is no number`);
}

export type Bounds = {
  /** What a zero means: a value, or a mark for "unknown". */
  zero: 'value' | 'unknown';
  from: number;
  to: number;
  /** Kept as it is, not rounded: coordinates. */
  exact?: true;
};

/** A number within bounds, rounded to whole units of `per` (100 for cents). */
export function bounded(value: number, { zero, from, to, exact }: Bounds, per = 1): Read<number> {
  if (value === 0 && zero === 'unknown') return unreadable('0 stands for unknown');
  if (value < from || value > to) return unreadable(`${value} is not between ${from} and ${to}`);
  if (exact) return { value };
  // Half a cent up, without the error of a product such as 1.005 × 100.
  return { value: Number.isInteger(value) ? value * per : Math.round(Number((value * per).toPrecision(15))) };
}
