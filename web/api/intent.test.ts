import { expect, it } from 'vitest';
import { Intents } from './intent.ts';

it('an intent keeps its key until it is settled, and two intents never share one', () => {
  const intents = new Intents();
  const key = intents.keyFor('done a');
  expect(intents.keyFor('done a')).toBe(key);
  expect(intents.keyFor('done b')).not.toBe(key);
  intents.settled('done a');
  expect(intents.keyFor('done a')).not.toBe(key);
});
