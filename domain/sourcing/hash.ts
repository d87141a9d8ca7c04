/**
 * Sixty-four bits over a text, to see whether a line changed (not against forgers): two lanes of multiply and rotate, as in cyrb53, over four
 * characters at a time. A digest of the crypto module takes five times as long for a line.
 */
export function fingerprint(text: string, seed = 0, from = 0, to = text.length): string {
  lanes(text, seed, from, to);
  return hex(lane[0]!) + hex(lane[1]!);
}

/** A hundred and twenty-eight bits as 32 hexadecimal digits. */
export function longFingerprint(text: string, seed = 0): string {
  lanes(text, seed, 0, text.length);
  const first = hex(lane[0]!) + hex(lane[1]!);
  lanes(text, seed ^ 0x5bd1e995, 0, text.length);
  return first + hex(lane[0]!) + hex(lane[1]!);
}

/** Where the last call left its result: no object per line. */
const lane = new Uint32Array(2);

function lanes(text: string, seed: number, from: number, to: number): void {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  let at = from;
  for (; at + 3 < to; at += 4) {
    const four = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8) | (text.charCodeAt(at + 2) << 16) | (text.charCodeAt(at + 3) << 24);
    a = Math.imul(a ^ four, 2_654_435_761);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ four, 1_597_334_677);
    b = (b << 17) | (b >>> 15);
  }
  for (; at < to; at++) {
    const code = text.charCodeAt(at) + 0x100;
    a = Math.imul(a ^ code, 2_654_435_761);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ code, 1_597_334_677);
    b = (b << 17) | (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16) ^ (to - from), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  lane[0] = a;
  lane[1] = b;
}

const bytes = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
const hex = (n: number): string => bytes[n >>> 24]! + bytes[(n >>> 16) & 255]! + bytes[(n >>> 8) & 255]! + bytes[n & 255]!;

/** Thirty-two bits of a text, for seeds. */
export function seedOf(text: string): number {
  lanes(text, 0, 0, text.length);
  return lane[0]!;
}
