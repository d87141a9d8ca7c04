import { expect, test } from 'vitest';
import { withoutGaps } from './words.ts';

test.each([
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [2, 5, 2],
    [1, 2, 1],
  ],
  [[7], [1]],
  [[], []],
])('%j is sent as %j', (orders, sent) => expect(withoutGaps(orders)).toEqual(sent));
