import { expect, test } from 'vitest';
import { after, byFile } from './queue.ts';

const doc = (id: string, dealNo: number) => ({ id, dealNo });
const queue = byFile([doc('a1', 1), doc('b1', 2), doc('a2', 1), doc('c1', 3), doc('b2', 2)]);
const ids = (docs: { id: string }[]) => docs.map(({ id }) => id);

test('file by file, in the order in which files began to wait', () => expect(ids(queue)).toEqual(['a1', 'a2', 'b1', 'b2', 'c1']));

test.each([
  ['the next of the same file', 'a1', 1, false, 'a2'],
  ['the next file after its last', 'a2', 1, false, 'b1'],
  ['round to the start', 'c1', 3, false, 'a1'],
  ['another file', 'a1', 1, true, 'b1'],
  ['another file, from the last one', 'c1', 3, true, 'a1'],
  ['what was decided has left, its file goes on', 'b0', 2, false, 'b1'],
  ['what was decided was the last of its file', 'd1', 4, false, 'a1'],
])('%s', (_, id, dealNo, file, next) => expect(after(queue, doc(id, dealNo), { file })?.id).toBe(next));

test('nothing else waits', () => {
  expect(after([doc('a', 1)], doc('a', 1))).toBeNull();
  expect(after([doc('a', 1), doc('b', 1)], doc('a', 1), { file: true })).toBeNull();
  expect(after([], null)).toBeNull();
});
