import type { Blanks } from '../../compliance/forms/blanks.ts';
import { type Label, labelsOf } from './labels.ts';
import { type Box, type PageText, pageText, type ReadPage } from './page.ts';
import { type Found, valuesIn } from './values.ts';

/** What a contract seems to say of one term, and where. Nothing is taken of it until a person does. */
export type Candidate = { field: string; value: string | number; page: number; box: Box; snippet: string };

/** How far around a value its label may stand: no file takes more time than its length. */
const reach = { before: 320, after: 140 };
/** A file that says more of one term than this has not been understood, and its rest is left to people. */
const mostValues = 8;
const shown = { before: 60, after: 40 };

/** Whether any page has words; a scan has none, and only a person can read it. */
export const hasWords = (pages: readonly ReadPage[]): boolean => pages.some(({ items }) => items.some(({ text }) => /[a-z]{3}/i.test(text)));

/**
 * The terms of a contract on this form as its pages say them, in the order of the pages. Where they say two things of one term both are
 * here: it is not for a program to choose.
 */
export function readContract(pages: readonly ReadPage[], form: string, blanks: Blanks): Candidate[] {
  const labels = labelsOf(form, blanks);
  const found = pages.map(pageText).flatMap((page) => labels.flatMap((label) => candidatesOf(label, page)));
  const kept = new Map<string, Map<string | number, Candidate>>();
  for (const candidate of found) {
    const values = kept.get(candidate.field) ?? new Map<string | number, Candidate>();
    if (values.size < mostValues && !values.has(candidate.value)) values.set(candidate.value, candidate);
    kept.set(candidate.field, values);
  }
  return [...kept.values()].flatMap((values) => [...values.values()]);
}

function candidatesOf({ field, kind, before, after }: Label, { page, text, boxOf }: PageText): Candidate[] {
  const fits = ({ from, to }: Found): boolean =>
    (!before || before.test(text.slice(Math.max(0, from - reach.before), from))) && (!after || after.test(text.slice(to, to + reach.after)));
  return valuesIn(text, kind)
    .filter(fits)
    .map(({ from, to, value }) => ({ field, value, page, box: boxOf(from, to), snippet: snippetOf(text, from, to) }));
}

/** The words around it, whole ones. */
const snippetOf = (text: string, from: number, to: number): string =>
  text
    .slice(Math.max(0, from - shown.before), to + shown.after)
    .replace(from > shown.before ? /^\S*\s/ : /^/, '')
    .replace(to + shown.after < text.length ? /\s\S*$/ : /$/, '')
    .replace(/[\s_]+/g, ' ')
    .trim();
