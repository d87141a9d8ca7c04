/** County rolls and the USPS form write capitals; a letter does not. */
const kept = new Set(['NE', 'NW', 'SE', 'SW', 'PO', 'LLC', 'LLP', 'LP', 'INC', 'II', 'III', 'IV', 'USA', 'PMB']);
const written: Record<string, string> = { INC: 'Inc.', AND: 'and', OF: 'of', THE: 'the' };

/** `1208 NE OAK HILL AVE` → `1208 NE Oak Hill Ave`. Text that already has small letters stays as it is. */
export function inLetters(text: string): string {
  if (text !== text.toUpperCase()) return text;
  const words = text.split(' ').map((word, index) => {
    if (index > 0 && written[word]) return written[word];
    if (kept.has(word.replace(/[.,]/g, ''))) return word;
    return word
      .toLowerCase()
      .replace(/(^|[-'/&(.])(mc)?([a-z])/g, (_, before: string, mc: string | undefined, letter: string) => `${before}${mc ? 'Mc' : ''}${letter.toUpperCase()}`);
  });
  return words.join(' ');
}

/** `(615) 555-0100` from `+16155550100`; other numbers as they are. */
export const formatPhone = (number: string): string => number.replace(/^\+?1?(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** `Ann Lee`, `Ann Lee and Bob Lee`, `Ann Lee, Bob Lee and Cy Lee`. */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Beyond Latin-1: what the letter's typeface (WinAnsi) also has. */
const extra = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
const replaced: Record<string, string> = { '\u2011': '-', '\u2010': '-', '\u2212': '-', '\u202f': ' ', '\u2009': ' ', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i' };
const hasSign = (sign: string) => extra.has(sign) || (sign >= ' ' && sign <= '~') || (sign >= '\u00a0' && sign <= '\u00ff') || sign === '\n';

/** Text in signs the typeface has: other Latin letters lose their mark (`ř` → `r`); what is left over is named in `without`. */
export function typeable(text: string): { text: string; without: string[] } {
  const without = new Set<string>();
  const signs = [...text.normalize('NFC')].map((sign) => {
    if (hasSign(sign)) return sign;
    const plain = replaced[sign] ?? sign.normalize('NFD').replace(/\p{M}/gu, '');
    if ([...plain].every(hasSign)) return plain;
    without.add(sign);
    return sign;
  });
  return { text: signs.join(''), without: [...without] };
}
