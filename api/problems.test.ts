import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problems } from './problems.ts';

/** Layers whose refusals can reach a caller of the API. */
const layers = ['domain', 'db', 'activities', 'api'];
/** Faults of our own code or of the start, which no request can cause. */
const internal = ['bad-event', 'unknown-event', 'no-cases'];

test('every code that a request can be refused with is in the catalogue, with status, cause and next step', () => {
  const files = layers
    .flatMap((layer) => readdirSync(layer, { recursive: true, encoding: 'utf8' }).map((name) => `${layer}/${name}`))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const codes = new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:new DomainError|\brefuse)\(\s*'([a-z][a-z0-9-]*)'/g)].map(([, code]) => code!)),
  );
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !problems[code] && !internal.includes(code)).sort()).toEqual([]);
});

test('every problem tells its cause and a next step in sentences', () => {
  for (const [code, { title, cause, nextStep }] of Object.entries(problems)) {
    expect(title, code).toMatch(/^[A-Z].*[^.]$/);
    for (const text of [cause, nextStep]) expect(text, code).toMatch(/^[A-Z`"].*[.]$/);
    expect(`${title} ${cause}`, code).not.toMatch(/something went wrong/i);
  }
});

// What a caller reads names a real address, or says it in plain words: `{no}` is for the API's documentation.
test('no refusal tells a person to fill in an address', () => {
  for (const [code, { title, cause, nextStep }] of Object.entries(problems)) expect(`${title} ${cause} ${nextStep}`, code).not.toMatch(/\{\w+\}/);
  const written = layers
    .filter((layer) => layer !== 'api')
    .flatMap((layer) => readdirSync(layer, { recursive: true, encoding: 'utf8' }).map((name) => `${layer}/${name}`))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(written.length).toBeGreaterThan(10_000);
  expect(written.filter((line) => /\/v1\/\S*(?<!\$)\{\w+\}/.test(line))).toEqual([]);
});
