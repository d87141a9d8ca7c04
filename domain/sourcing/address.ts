import { normaliseCity, normaliseStreetLine, stateCode, zip5 } from './street.ts';

export type Street = { line: string; unit: string | null };
export type Place = { line: string | null; unit: string | null; city: string | null; state: string | null; zip: string | null };

const remembered = 20_000;

/** A bounded memory of a pure function of short texts: streets, cities and states of one list repeat thousands of times. */
export function memo<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= remembered) known.clear();
    // Copied: a slice would keep the whole piece of the file it was cut from.
    known.set(Buffer.from(text).toString(), made);
    return made;
  };
}

/** Both numbers of a range in one spelling: "12 - 14 MAIN ST", "12 & 14 MAIN ST" and "12-14 MAIN ST". */
const withRange = (line: string): string => line.replace(/^\s*(\d+)\s*(?:-|–|&|\/|\bTO\b|\bTHRU\b)\s*(\d{2,})(?=\s+[^\s/])/i, '$1-$2');

/** ", 2 E" at the end of a line is apartment 2E. */
const withUnit = (line: string): string => line.replace(/,\s*(\d{1,4})\s+([A-Z])\s*$/i, ', $1$2');

const wholeLine = memo((line: string): Street => normaliseStreetLine(withUnit(withRange(line))));
/** The street without its number: the same for every house of the street. */
const streetOnly = memo((rest: string): Street => {
  const { line, unit } = normaliseStreetLine(withUnit(`1 ${rest}`));
  return { line: line.slice(1), unit };
});

/** `normaliseStreetLine`, remembered by street; a house number in front changes nothing behind it. */
export function readStreet(text: string): Street {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) === 32) at++;
  const start = at;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  const end = at;
  while (at < text.length && text.charCodeAt(at) === 32) at++;
  const next = text.charCodeAt(at);
  const isLetter = (next >= 65 && next <= 90) || (next >= 97 && next <= 122);
  // A number that begins with 0 loses its zeros, a second number may be a fraction or the end of a range: those take the long way.
  if (end === start || end === at || end - start > 6 || !isLetter || text.charCodeAt(start) === 48 || startsRange(text, at)) return wholeLine(text.trim());
  const street = streetOnly(text.slice(at));
  return { line: text.slice(start, end) + street.line, unit: street.unit };
}

const startsRange = (text: string, at: number): boolean => /^(?:TO|THRU) ?\d/i.test(text.slice(at, at + 6));

/** "1808  FOX CHASE DR, GOODLETTSVILLE", "…, GOODLETTSVILLE, TN", "…, Goodlettsville, TN 37072". */
export function readFullAddress(text: string): { street: string; city: string | null; state: string | null; zip: string | null } {
  const parts = text.split(',').map((part) => part.trim());
  while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  if (parts.length > 1 && /^(?:USA|US|UNITED STATES)$/i.test(parts.at(-1)!)) parts.pop();
  let zip: string | null = null;
  let state: string | null = null;
  const tail = /^(.*?)\s*(\d{5}(?:-\d{4})?)$/.exec(parts.at(-1) ?? '');
  if (parts.length > 1 && tail) {
    zip = zip5(tail[2]);
    if (tail[1] === '') parts.pop();
    else parts[parts.length - 1] = tail[1]!;
  }
  if (parts.length > 1 && stateOf(parts.at(-1)!)) state = stateOf(parts.pop()!);
  const city = parts.length > 1 ? parts.pop()! : null;
  return { street: parts.join(', '), city: city === null ? null : cityOf(city), state, zip };
}

export const cityOf = memo((text: string): string | null => normaliseCity(text));
export const stateOf = memo((text: string): string | null => stateCode(text));
export const zipOf = memo((text: string): string | null => zip5(text));

/**
 * The address as a key, or null where it names no single property: without a house number (or with number 0, as vacant land has it)
 * or without a place. The city stands before the ZIP, because lists of one county often have no ZIP.
 */
export function addressKey({ line, unit, city, state, zip }: Place): string | null {
  if (!line) return null;
  const first = line.charCodeAt(0);
  if (first < 49 || first > 57) return null;
  const place = city !== null && state !== null ? `${city}|${state}` : (zip ?? null);
  return place === null ? null : `${line}|${unit ?? ''}|${place}`;
}

/** Where mail goes, for telling owners apart: boxes and streets alike. */
export const mailingKey = ({ line, unit, city, state, zip }: Place): string | null =>
  line ? `${line}|${unit ?? ''}|${city ?? ''}|${city === null ? (zip ?? '') : (state ?? '')}` : null;
