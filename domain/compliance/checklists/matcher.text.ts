/** Reading of file names and extracted text: one kind of dash, quote and space, upper case. */
export function readable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[_\s+]+/g, ' ')
    .toUpperCase();
}

/** Words only, for the comparison of names: "Seller's Disclosure-Notice" is "sellers disclosure notice". */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const patterns = new Map<string, RegExp>();

/**
 * How often a form number stands in readable text, and the version of the last word where that has a `#`: `TREC No. 36-#` reads 36-11 from "TREC NO. 36-11".
 * Dots, spaces, "No." and "Form" may be missing; a longer number of the same beginning is another form.
 */
export function countForm(form: string, text: string): { count: number; read: string; version: string | null } | null {
  let pattern = patterns.get(form);
  if (pattern === undefined) patterns.set(form, (pattern = patternOf(form)));
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return null;
  return { count: found.length, read: found[0]![0].trim(), version: form.includes('#') ? (found[0]!.groups!.version ?? null) : null };
}

function patternOf(form: string): RegExp {
  const words = readable(form).split(' ');
  const parts = words.map((word, at) => {
    if (word === 'NO.' || word === 'FORM') return `(?:${word.replace('.', '\\.?')})?`;
    const body = word
      .replace(/[.*?^$()|[\]{}\\/]/g, '\\$&')
      .replaceAll('\\.', '\\.?')
      .replaceAll('#', '\\d{1,3}');
    return at === words.length - 1 ? `(?<version>${body})` : body;
  });
  return new RegExp(`(?<![A-Z0-9-])${parts.join('[ .:-]{0,3}')}(?![A-Z0-9]|[-.]\\d)`, 'g');
}
