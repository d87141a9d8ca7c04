import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differences } from './cases/differences.ts';
import { runCases } from './cases.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

const offer = {
  id: 'a',
  family: 'wholesale-offer',
  title: 'An offer',
  given: { formula: 'wholesale-offer', inputs: { maoCents: 500, assignmentFeeCents: 100 } },
  expect: { outputs: { offerCents: 400 } },
};
const wrong = { ...offer, id: 'b', expect: { outputs: { offerCents: 401, buyerPriceCents: null } } };
const refused = { ...offer, id: 'c', given: { formula: 'wholesale-offer', inputs: {} } };
const unbuilt = { ...offer, id: 'd', family: 'tea-leaves' };

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function run(path: string, options: { family?: string; json?: boolean } = {}) {
  const lines: string[] = [];
  const result = await runCases(path, { ...options, out: (line) => lines.push(line) });
  return { lines, result };
}

test('a folder is run whole: failures with given, expected and got, a line per family, the sum last', async () => {
  await write('one.json', [offer, wrong]);
  await write('two.json', [refused, unbuilt]);
  const { lines, result } = await run(folder);
  expect(result).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
  expect(lines).toEqual(
    expect.arrayContaining([
      'FAILED b (wholesale-offer): An offer',
      '  outputs.offerCents: expected 401, got 400',
      expect.stringMatching(/^ {2}got +\{"refused":/),
    ]),
  );
  expect(lines.slice(-3)).toEqual(['wholesale-offer: 1 passed, 2 failed', 'tea-leaves: 1 skipped, not built yet', '1 passed, 2 failed, 1 skipped']);
});

test('one family of one file, as JSON on the last line', async () => {
  const { lines, result } = await run(await write('one.json', [offer, unbuilt]), { family: 'wholesale-offer', json: true });
  expect(lines.map((line) => JSON.parse(line))).toEqual([result]);
  expect(result).toEqual({ passed: 1, failed: 0, skipped: 0, families: { 'wholesale-offer': { passed: 1, failed: 0, skipped: 0 } }, failures: [] });
});

test('a calendar that the product’s own table contradicts fails the case', async () => {
  const file = await write('one.json', [{ ...offer, given: { ...offer.given, calendar: { name: 'x' } } }]);
  const families = new Map([['wholesale-offer', { run: () => offer.expect, calendarFaults: ({ name }: { name: string }) => [`${name} lacks a day`] }]]);
  const result = await runCases(file, { out: () => {}, families });
  expect(result.failures[0]?.differences).toEqual(['calendar: x lacks a day']);
});

test('what holds no cases is refused in one sentence with a next step', async () => {
  const refusals = [
    ['nowhere.json', undefined, 'no-such-file'],
    ['broken.json', '{', 'bad-json'],
    ['object.json', {}, 'malformed-cases'],
    ['shape.json', [{ id: 'a', given: 5 }], 'malformed-cases'],
    ['empty.json', [], 'no-cases'],
    ['twice.json', [offer, offer], 'repeated-case'],
  ] as const;
  for (const [name, content, code] of refusals) {
    const file = content === undefined ? join(folder, name) : await write(name, content);
    await expect(run(file)).rejects.toMatchObject({ code, nextStep: expect.stringMatching(/./) });
  }
  await expect(run(await write('one.json', [offer]), { family: 'nope' })).rejects.toMatchObject({
    code: 'no-cases',
    nextStep: 'Families found: wholesale-offer.',
  });
});

test('only what a case names is compared, to the last value', () => {
  expect(differences({ a: null, b: [1, { c: 'x' }] }, { a: 5, b: [1, { c: 'x', d: 1 }], e: 1 })).toEqual([]);
  expect(differences({ a: 1, b: [1], c: { d: true }, e: 77.5 }, { a: '1', b: [1, 2], c: 5, e: 77.50001 })).toHaveLength(4);
  expect(differences({ toString: 'x' }, {})).toEqual(['toString: expected "x", got nothing']);
});
