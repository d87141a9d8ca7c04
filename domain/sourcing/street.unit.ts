import { directionalOf, suffixOf, unitAlone, unitWithId } from './street.tables.ts';

/** Upper case, accents and punctuation out. Hyphens and points stay inside numbers only ("12-34 43RD AVE", "39.2 RD", "4-B"). */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toUpperCase()
    .replace(/\.(?=[A-Z]{2})/g, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/(?<!\d)(?<!\b[A-Z])-|-(?!\d)(?![A-Z]\b)(?![A-Z]\d)|(?<=\b[A-Z])-(?!\d)/g, ' ')
    .replace(/[^A-Z0-9#/.\- ]/g, ' ')
    .replace(/#/g, ' # ')
    .replace(/\s+/g, ' ')
    .trim();
}

export interface SplitUnit {
  street: string;
  /** In the form that compares, or null. */
  unit: string | null;
}

/** Splits every secondary unit designator off the end of a street line. */
export function splitUnit(line: string): SplitUnit {
  const marked = afterComma(line);
  let tokens = plainText(marked?.street ?? line)
    .split(' ')
    .filter(Boolean);
  const units: string[] = marked ? [marked.unit] : [];
  for (let found = trailingUnit(tokens); found; found = trailingUnit(tokens)) {
    units.unshift(found.unit);
    tokens = tokens.slice(0, -found.length);
  }
  return { street: tokens.join(' '), unit: units.length > 0 ? units.join(' ') : null };
}

/** A comma before a short identifier is the only mark some lists leave: "100 MAIN ST, 4B". E, N, S, W are directions, five digits a ZIP. */
function afterComma(line: string): { street: string; unit: string } | null {
  const parts = /^(.*\S)\s*,\s*#?\s*((?=[^,\s]*\d)[A-Z\d][A-Z\d/-]{0,7}|(?![ENSW]\s*$)[A-Z])\s*$/i.exec(line);
  return parts && !/^\d{5}(-\d{4})?$/.test(parts[2]!) ? { street: parts[1]!, unit: doorId([parts[2]!.toUpperCase()]) } : null;
}

/** A unit field on its own: "Apt 4-B", "#4b" and "4B" give the same text. */
export function normaliseUnit(unit: string | null | undefined): string | null {
  const text = plainText(unit ?? '').replace(/^(?:# ?)+/, '');
  if (text === '') return null;
  const split = splitUnit(`1 MAIN ST ${text}`);
  return split.unit !== null && split.street === '1 MAIN ST' ? split.unit : doorId(text.split(' '));
}

interface Found {
  unit: string;
  /** How many words of the line it takes. */
  length: number;
}

/** Suffixes behind which a bare number can only be a unit; highways, routes and loops carry numbers of their own. */
const endsStreet = new Set(['ST', 'AVE', 'DR', 'LN', 'CT', 'BLVD', 'PL', 'WAY', 'CIR', 'TER', 'PKWY', 'TRL', 'CV', 'SQ']);

/** APT, UNIT, STE and # are exchanged freely for the same door; a floor, a building or a lot is not. */
const exchangeable = new Set(['APT', 'UNIT', 'STE', '#']);

/** Also words of street names, so they count as units only behind a suffix: "12 LAKE SIDE" has none. */
const ambiguousAlone = new Set(['FRONT', 'SIDE', 'LOWER', 'UPPER']);

function trailingUnit(tokens: string[]): Found | null {
  return designated(tokens, 2) ?? designated(tokens, 3) ?? floorBefore(tokens) ?? standingAlone(tokens) ?? bareNumber(tokens);
}

/** House number and one word of the name must remain: "12 LOT RD" and "100 PIER 39" have no unit. */
const leaves = (tokens: string[], length: number) => tokens.length - length >= 2;

function designated(tokens: string[], length: 2 | 3): Found | null {
  const [word = '', ...rest] = tokens.slice(-length);
  const ids = rest[0] === '#' ? rest.slice(1) : rest;
  const kind = unitWithId.get(word) ?? (unitAlone.get(word) === 'PH' ? 'PH' : undefined);
  if (!leaves(tokens, length) || kind === undefined || ids.length === 0 || !ids.every(isDoor)) return null;
  // "APT # 4": the sign belongs to the designator before it.
  if (word === '#' && unitWithId.has(tokens.at(-length - 1)!)) return null;
  return { unit: exchangeable.has(kind) ? doorId(ids) : `${kind} ${doorId(ids)}`, length };
}

/** "2ND FLOOR". Needs a street of its own in front, because FL may also be what is left of Florida. */
function floorBefore(tokens: string[]): Found | null {
  const [count = '', word = ''] = tokens.slice(-2);
  const isFloor = tokens.length >= 5 && unitWithId.get(word) === 'FL' && /^\d+(ST|ND|RD|TH)$/.test(count);
  return isFloor ? { unit: `FL ${Number.parseInt(count, 10)}`, length: 2 } : null;
}

function standingAlone(tokens: string[]): Found | null {
  const last = tokens.at(-1) ?? '';
  const unit = unitAlone.get(last);
  const street = tokens.slice(0, -1);
  if (unit === undefined || !leaves(tokens, 1) || (ambiguousAlone.has(last) && !isWholeStreet(street))) return null;
  return { unit, length: 1 };
}

function bareNumber(tokens: string[]): Found | null {
  const last = tokens.at(-1) ?? '';
  const isNumber = /^\d{1,4}[A-Z]?$|^\d{1,4}-[A-Z\d]{1,4}$|^[A-Z]-?\d{1,4}$/.test(last);
  return isNumber && isWholeStreet(tokens.slice(0, -1)) ? { unit: doorId([last]), length: 1 } : null;
}

function isWholeStreet(tokens: string[]): boolean {
  const words = directionalOf.has(tokens.at(-1) ?? '') && tokens.length > 3 ? tokens.slice(0, -1) : tokens;
  return words.length >= 3 && endsStreet.has(suffixOf.get(words.at(-1)!) ?? '');
}

/** "4-B", "4 B" and "04B" are one door; "1-12" and "11-2" are two. */
const doorId = (words: string[]) =>
  words
    .join(' ')
    .replace(/(?<=\d)[ -](?=[A-Z])|(?<=[A-Z])[ -](?=\d)|(?<=[A-Z]) (?=[A-Z])/g, '')
    .replace(/^0+(?=\w)/, '');

const isDoor = (word: string) =>
  /^(?:\d+[A-Z]{0,2}|[A-Z]{1,2}-?\d*|\d+-[A-Z\d]+|[A-Z]\d+[A-Z]?)$/.test(word) && !(word.length === 2 && (suffixOf.has(word) || directionalOf.has(word)));
