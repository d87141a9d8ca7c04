import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { describe, expect, it, test } from 'vitest';
import { build } from '../../workers/bundle.ts';
import { tracing } from '../../workers/temporal/tracing.ts';
import * as workflows from '../../workflows/index.ts';
import type { Asked } from './ask.ts';
import { dealStates, envelopeStates, followUpStates, otherStates, type State, watcherStates } from './states.ts';

/** What it waits for or is at, since when, and who or what comes next. */
const whole = /^\S.{3,}\bsince \w+day \d{1,2} \w+, \d\d:\d\d\b/;
const next = /(; next: \S|; it goes on when \S|; looked for again \w+day|; expires \w+day| on \w{3} \d+ \w{3} \d\d:\d\d in |^about to \S|^stopping: \S)/;
const over = /^(ended|closed|finished|failed)\b/;

const walk: Record<string, readonly State[]> = {
  'a deal': dealStates,
  'a follow-up': followUpStates,
  'a watcher': watcherStates,
  'an envelope': envelopeStates,
  'the rest': otherStates,
};
describe.each(Object.entries(walk))('%s', (_, states) => {
  it.each(states)('says why it stands at: $name', ({ explanation, ended }) => {
    expect(explanation).not.toMatch(/undefined|null|NaN|Invalid|\[object/);
    if (ended) return expect(explanation).toMatch(over);
    expect(explanation).toMatch(whole);
    expect(explanation).toMatch(next);
  });
});

it('a watcher says what comes next', () => {
  const waiting = watcherStates.filter((state) => state.next !== null);
  expect(waiting.length).toBeGreaterThan(5);
  for (const { explanation, next } of waiting) expect(explanation).toContain(next);
});

it('an envelope reaches the stage that is named', () => {
  for (const { name, stage } of envelopeStates.filter((state) => !state.name.includes(','))) expect(stage).toBe(name);
});

test('no saved run comes to rest anywhere without saying why', async () => {
  const folder = new URL('../histories/', import.meta.url).pathname;
  const histories = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.history'))
    .map((name) => ({ workflowId: name, history: temporal.api.history.v1.History.decode(readFileSync(join(folder, name))) }));
  const code = await build([new URL('./ask.ts', import.meta.url).pathname]);
  const rests: (Parameters<Asked['asked']['rests']>[0] & { run: string })[] = [];
  const sinks = {
    asked: {
      rests: {
        fn: (info: { workflowId: string }, answer: Parameters<Asked['asked']['rests']>[0]) => void rests.push({ ...answer, run: info.workflowId }),
        callDuringReplay: true,
      },
    },
  };
  const options = { plugins: [tracing('keyturn-replay', '')], namespace: 'replay', workflowBundle: { code }, sinks };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) expect(error, workflowId).toBeUndefined();

  expect([...new Set(rests.map(({ workflow }) => workflow))].sort(), 'every workflow was asked').toEqual(Object.keys(workflows).sort());
  const dumb = rests.filter(({ explanation, over }) => !over && !(whole.test(explanation) && next.test(explanation)) && !/^(ended|closed)/.test(explanation));
  expect(dumb.map(({ run, explanation }) => `${run}: "${explanation}"`)).toEqual([]);
  expect(rests.filter(({ explanation }) => explanation === '')).toEqual([]);
  expect(rests.filter(({ over }) => !over).length).toBeGreaterThan(histories.length);
});
