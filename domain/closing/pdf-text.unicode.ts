/** A font's table from codes to letters. */
export type Unicode = { width: 1 | 2; letters: ReadonlyMap<number, string> };

const limits = { text: 500_000, letters: 70_000 };

/** Reads the bfchar and bfrange parts of a ToUnicode table; what it does not understand it leaves out. */
export function readMap(given: string): Unicode {
  const text = given.slice(0, limits.text);
  const letters = new Map<number, string>();
  const space = /begincodespacerange\s{0,4}<([0-9A-Fa-f]{1,8})>/.exec(text)?.[1] ?? '0000';
  for (const body of sections(text, 'beginbfchar', 'endbfchar'))
    for (const [, code, letter] of body.matchAll(/<([0-9A-Fa-f]{1,8})>\s{0,4}<([0-9A-Fa-f]{1,64})>/g))
      letters.set(Number.parseInt(code!, 16), lettersOf(letter!));
  for (const body of sections(text, 'beginbfrange', 'endbfrange'))
    for (const [, from, to, first, list] of body.matchAll(range)) {
      const [begin, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
      const listed = list === undefined ? null : [...list.matchAll(/<([0-9A-Fa-f]{1,64})>/g)].map(([, letter]) => lettersOf(letter!));
      for (let code = begin; code <= end && code <= begin + 0xffff && letters.size < limits.letters; code++)
        letters.set(code, listed ? (listed[code - begin] ?? '') : String.fromCodePoint((Number.parseInt(first!, 16) + code - begin) & 0xffff));
    }
  return { width: space.length > 2 ? 2 : 1, letters };
}

const range = /<([0-9A-Fa-f]{1,8})>\s{0,4}<([0-9A-Fa-f]{1,8})>\s{0,4}(?:<([0-9A-Fa-f]{1,8})>|\[([^\]]{0,5000})\])/g;

/** What stands between the two words, each time; an end that is missing ends it. */
function* sections(text: string, begin: string, end: string): Generator<string> {
  for (let at = text.indexOf(begin); at >= 0; ) {
    const until = text.indexOf(end, at);
    if (until < 0) return;
    yield text.slice(at + begin.length, until);
    at = text.indexOf(begin, until);
  }
}

const lettersOf = (hex: string): string =>
  Buffer.from(hex.padStart(Math.ceil(hex.length / 4) * 4, '0'), 'hex')
    .swap16()
    .toString('utf16le');
