import { expect, test } from 'vitest';
import { itemState } from './documents.ts';

test.each([
  [[], 'missing', undefined],
  [['rejected'], 'rejected', 0],
  [['rejected', 'in-review'], 'in-review', 1],
  [['accepted', 'in-review', 'rejected'], 'complete', 0],
  [['in-review', 'in-review'], 'in-review', 1],
])('documents %j make an item %s', (statuses, state, index) => {
  const documents = statuses.map((status) => ({ status }));
  expect(itemState(documents)).toEqual({ state, document: index === undefined ? null : documents[index] });
});
