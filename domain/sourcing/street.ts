import { directionalOf, ordinal, ordinalOf, stateOf, suffixOf, suffixWordOf } from './street.tables.ts';
import { plainText, splitUnit } from './street.unit.ts';

export { normaliseUnit, splitUnit } from './street.unit.ts';

export interface StreetLine {
  /** As USPS Publication 28 writes it, without the unit. */
  line: string;
  /** In the form that compares ("4B" for APT 4-B, # 4B, UNIT 4B; "FL 2" where the kind matters), or null. */
  unit: string | null;
}

/** One street line in the form two records of the same house share. Empty text gives an empty line. */
export function normaliseStreetLine(line: string): StreetLine {
  const text = plainText(line);
  const box = mailbox(text);
  if (box) return { line: box, unit: null };
  const { street, unit } = splitUnit(line);
  const { house, name } = splitHouse(street.split(' ').filter(Boolean));
  return { line: [...house, ...standardName(name)].join(' '), unit };
}

/** PO boxes, rural routes and general delivery in one spelling each, or null for a street address. */
export function mailbox(line: string): string | null {
  const text = plainText(line);
  const box =
    /^(?:P ?O|POST OFFICE|LOCK|CALLER|FIRM)? ?(?:BOX|BX|DRAWER|CALLER) *#? *([A-Z]?\d[\dA-Z-]*|[A-Z])$/.exec(text) ?? /^POB? *#? *(\d[\dA-Z-]*)$/.exec(text);
  if (box) return `PO BOX ${withoutZeros(box[1]!)}`;
  const route = /^(RR|RFD|RURAL (?:ROUTE|RT)|RD ?#?|HC|HCR|HIGHWAY CONTRACT|STAR ROUTE) *#? *(\d+) *,? *BOX *#? *([\dA-Z-]+)$/.exec(text);
  if (route) return `${/^(HC|HI|ST)/.test(route[1]!) ? 'HC' : 'RR'} ${withoutZeros(route[2]!)} BOX ${withoutZeros(route[3]!)}`;
  return /^GEN(?:ERAL)? DEL(?:IVERY)?$/.test(text) ? 'GENERAL DELIVERY' : null;
}

/** Five digits of a ZIP, also from ZIP+4, from a number that lost its leading zeros, or from "601.0"; null when there is none. */
export function zip5(zip: string | null | undefined): string | null {
  const head = /^\s*(\d+)(?:\.0+)?(?:[\s-]*\d{4})?\s*$/.exec(zip ?? '')?.[1];
  if (!head) return null;
  if (head.length === 9) return head.slice(0, 5);
  if (head.length < 3 || head.length > 5 || Number(head) === 0) return null;
  return head.padStart(5, '0');
}

/** Two-letter code for a code or a name, null for anything else. */
export function stateCode(state: string | null | undefined): string | null {
  return stateOf.get(plainText(state ?? '')) ?? null;
}

/** City names differ in SAINT/ST, MOUNT/MT, FORT/FT more than in anything else. */
export function normaliseCity(city: string | null | undefined): string | null {
  const text = plainText(city ?? '')
    .replace(/^ST(E?) /, (_, e) => (e ? 'SAINTE ' : 'SAINT '))
    .replace(/^MT /, 'MOUNT ')
    .replace(/^FT /, 'FORT ');
  return text === '' ? null : text;
}

const withoutZeros = (id: string) => id.replace(/^0+(?=\d)/, '');

function splitHouse(tokens: string[]): { house: string[]; name: string[] } {
  const [first, second] = tokens;
  if (first === undefined || !/^\d/.test(first) || /^\d+(ST|ND|RD|TH)$/.test(first)) return { house: [], name: tokens };
  const count = second !== undefined && /^\d\/\d$/.test(second) ? 2 : 1;
  return { house: [withoutZeros(first), ...tokens.slice(1, count)], name: tokens.slice(count) };
}

function standardName(tokens: string[]): string[] {
  const highway = highwayName(tokens.join(' '));
  if (highway) return highway.split(' ');
  const { pre, rest: afterPre } = leadingDirectional(tokens);
  const { post, rest: named } = trailingDirectional(afterPre);
  const last = named.at(-1);
  const suffix = last !== undefined && named.length > 1 ? suffixOf.get(last) : undefined;
  const name = standardWords(suffix ? named.slice(0, -1) : named, suffix !== undefined);
  return [...(pre ? [pre] : []), ...name, ...(suffix ? [suffix] : []), ...(post ? [post] : [])];
}

/** A direction is one only in front of a name: in "NORTH ST" and "EAST AVE N" the first word is the name itself. */
function leadingDirectional(tokens: string[]): { pre: string | null; rest: string[] } {
  for (const count of [2, 1]) {
    const pre = directionOf(tokens.slice(0, count), count);
    const rest = tokens.slice(count);
    const named = rest.slice(0, rest.findLastIndex((word) => !directionalOf.has(word)) + 1);
    if (pre && named.length > 0 && !(named.length === 1 && suffixOf.has(named[0]!))) return { pre, rest };
  }
  return { pre: null, rest: tokens };
}

function trailingDirectional(tokens: string[]): { post: string | null; rest: string[] } {
  for (const count of [2, 1]) {
    if (tokens.length <= count) continue;
    const rest = tokens.slice(0, -count);
    const post = directionOf(tokens.slice(-count), count);
    // "AVENUE N" is a name; "MAIN AVE N" has a direction.
    if (post && !(rest.length === 1 && suffixOf.has(rest[0]!))) return { post, rest };
  }
  return { post: null, rest: tokens };
}

function directionOf(words: string[], count: number): string | null {
  const short = words.map((word) => directionalOf.get(word));
  if (words.length !== count || short.includes(undefined)) return null;
  const joined = short.join('');
  return directionalOf.get(joined) ? joined : null;
}

function standardWords(words: string[], hasSuffix: boolean): string[] {
  const [only] = words;
  if (words.length === 1 && hasSuffix && only !== undefined) {
    if (/^\d+$/.test(only)) return [ordinal(Number(only))];
    return [ordinalOf.get(only) ?? only.replace(/^0+(?=\d)/, '')];
  }
  return words.map((word, index) => {
    if (index === 0 && words.length > 1) return leadingWord(word, words[1]!);
    const isInnerSuffix = index === words.length - 1 && index > 0 && suffixWordOf.has(word);
    return isInnerSuffix ? suffixWordOf.get(word)! : word;
  });
}

function leadingWord(word: string, next: string): string {
  if (word === 'ST') return 'SAINT';
  if (word === 'MT') return 'MOUNT';
  if (word === 'FT') return 'FORT';
  return word === 'AVE' && next.length === 1 ? 'AVENUE' : word;
}

const highways: [RegExp, string][] = [
  [/^(?:COUNTY|CNTY|CO) (?:ROAD|RD) |^CR /, 'COUNTY ROAD '],
  [/^(?:COUNTY|CNTY|CO) (?:HIGHWAY|HWY) /, 'COUNTY HIGHWAY '],
  [/^(?:STATE|ST) (?:ROAD|RD) |^SR /, 'STATE ROAD '],
  [/^(?:STATE|ST) (?:ROUTE|RTE|RT) /, 'STATE ROUTE '],
  [/^(?:STATE|ST) (?:HIGHWAY|HWY) |^SH /, 'STATE HIGHWAY '],
  [/^(?:US|U S|UNITED STATES) (?:HIGHWAY |HWY |ROUTE |RTE |RT )?/, 'US HIGHWAY '],
  [/^(?:INTERSTATE|IH|I) (?:HIGHWAY |HWY )?/, 'INTERSTATE '],
  [/^(?:FARM TO MARKET|FARM MARKET|FM) (?:ROAD |RD )?/, 'FM '],
  [/^(?:RANCH TO MARKET|RM) (?:ROAD |RD )?/, 'RM '],
  [/^(?:RANCH) (?:ROAD|RD) |^RR /, 'RANCH ROAD '],
  [/^(?:HIGHWAY|HWY|HIWAY) /, 'HIGHWAY '],
  [/^(?:ROUTE|RTE|RT) /, 'ROUTE '],
];

/** Numbered roads by appendix F, whose words are spelled out; null for every other street. */
function highwayName(name: string): string | null {
  for (const [spelling, standard] of highways) {
    const rest = name.replace(spelling, '');
    const number = rest === name ? null : /^(\d+[A-Z]?)(?: (\w+))?$/.exec(rest);
    const direction = number?.[2] === undefined ? '' : directionalOf.get(number[2]);
    if (number && direction !== undefined) return `${standard}${number[1]}${direction && ` ${direction}`}`;
  }
  return null;
}
