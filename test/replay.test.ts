import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { workflowBundle } from '../workers/bundle.ts';
import { tracing } from '../workers/temporal/tracing.ts';
import * as workflows from '../workflows/index.ts';
import { pathOf } from './history.ts';
import { promisedPaths } from './paths.ts';

const folder = new URL('./histories/', import.meta.url).pathname;
const saved = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.history'))
  .map((name) => ({ name, history: temporal.api.history.v1.History.decode(readFileSync(join(folder, name))) }));
const options = { plugins: [tracing('keyturn-replay', '')], namespace: 'replay' };

async function replay(code: string): Promise<string[]> {
  const failures: string[] = [];
  const histories = saved.map(({ name, history }) => ({ workflowId: name, history }));
  for await (const { workflowId, error } of Worker.runReplayHistories({ ...options, workflowBundle: { code } }, histories))
    if (error) failures.push(`${workflowId}: ${error.message}`);
  return failures;
}

test('every saved history replays with the code of today', async () => {
  expect(saved.length).toBeGreaterThan(0);
  expect(await replay((await workflowBundle(join(tmpdir(), 'keyturn-test-bundles'))).code)).toEqual([]);
});

test('a change that breaks running deals fails the replay', async () => {
  const { code } = await workflowBundle(join(tmpdir(), 'keyturn-test-bundles'));
  const broken = code.replaceAll('facts.closeDeal', 'facts.advanceDeal');
  expect(broken).not.toBe(code);
  const failures = await replay(broken);
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]).toMatch(/[Nn]ondeterminism|activity type/);
});

test.each(Object.keys(workflows))('%s: every end and every message has a saved history', (name) => {
  const promised = promisedPaths[name];
  expect(promised, `say in test/paths.ts how ${name} can end`).toBeDefined();
  const paths = saved.map(({ history }) => pathOf(history)).filter((path) => path.workflow === name);
  const ends = new Set(paths.map((path) => path.end));
  const messages = new Set(paths.flatMap((path) => path.messages));
  expect(
    { ends: promised!.ends.filter((end) => !ends.has(end)), messages: promised!.messages.filter((message) => !messages.has(message)) },
    'record it: KEYTURN_RECORD=1 npx vitest run workflows',
  ).toEqual({ ends: [], messages: [] });
});
