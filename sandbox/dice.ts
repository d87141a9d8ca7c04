import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that depends on the words alone: the sandbox answers the same to the same, in every run. */
export function dice(...words: (string | number)[]): number {
  return createHash('sha256').update(words.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of the items by weight. */
export function choose<T>(roll: number, items: readonly (readonly [weight: number, item: T])[]): T {
  let left = roll * items.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, item] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items.at(-1)![1];
}
