/** A growing set of small numbers, a bit each: the leads an import has touched, a million of them in 125 KB. */
export class NumberSet {
  #words = new Uint32Array(1024);

  has(number: number): boolean {
    const word = number >>> 5;
    return word < this.#words.length && (this.#words[word]! & (1 << (number & 31))) !== 0;
  }

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.#words.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#words.length * 2));
      wider.set(this.#words);
      this.#words = wider;
    }
    this.#words[word]! |= 1 << (number & 31);
  }
}

/** Sorted numbers as PostgreSQL writes an int4multirange: {[1,501),[777,778)}. */
export function numberRanges(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    const from = sorted[at]!;
    let to = from;
    while (sorted[at] === to) {
      to++;
      at++;
    }
    ranges.push(`[${from},${to})`);
  }
  return `{${ranges.join(',')}}`;
}

/** The numbers of such a text. */
export function* numbersIn(ranges: string): Generator<number> {
  for (const [, from, to] of ranges.matchAll(/\[(\d+),(\d+)\)/g)) for (let number = Number(from); number < Number(to); number++) yield number;
}
