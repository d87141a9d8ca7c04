/** A font's table from codes to letters. */
export type Unicode = { width: 1 | 2; letters: ReadonlyMap<number, string> };

const most = 70_000;

/** Reads the bfchar and bfrange parts of a ToUnicode table; what it does not understand it leaves out. */
export function readMap(text: string): Unicode {
  const letters = new Map<number, string>();
  const space = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(text)?.[1] ?? '0000';
  for (const [, body] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, letter] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) letters.set(Number.parseInt(code!, 16), lettersOf(letter!));
  for (const [, body] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first, list] of body!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g)) {
      const [begin, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
      const listed = list === undefined ? null : [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, letter]) => lettersOf(letter!));
      for (let code = begin; code <= end && letters.size < most; code++)
        letters.set(code, listed ? (listed[code - begin] ?? '') : String.fromCodePoint((Number.parseInt(first!, 16) + code - begin) & 0xffff));
    }
  return { width: space.length > 2 ? 2 : 1, letters };
}

const lettersOf = (hex: string): string =>
  Buffer.from(hex.padStart(Math.ceil(hex.length / 4) * 4, '0'), 'hex')
    .swap16()
    .toString('utf16le');
