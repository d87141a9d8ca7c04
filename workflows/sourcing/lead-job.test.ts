import { ApplicationFailure } from '@temporalio/common';
import { beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/index.ts';
import { type TestEngine, testEngine } from '../../test/engine.ts';
import { mainQueue } from '../queues.ts';
import { type LeadJobKind, leadJobExplainQuery, leadJobTimelineQuery } from './lead-job.messages.ts';
import type { leadJobWorkflow } from './lead-job.ts';

/** What each job of this file does, by its id. */
type World = {
  total: number;
  asked: number;
  decided: number;
  closed?: boolean;
  fail?: ApplicationFailure;
  failed?: { code: string; message: string };
  calls: string[];
};
const worlds = new Map<string, World>();
let engine: TestEngine;

const step =
  (name: string, of: (world: World) => 'asked' | 'decided'): Activities['enrichLeads'] =>
  async ({ jobId }) => {
    const world = worlds.get(jobId)!;
    world.calls.push(name);
    if (world.closed) return { open: false, more: false, done: 0, total: 0 };
    if (world.fail) throw world.fail;
    const what = of(world);
    world[what] = Math.min(world.total, world[what] + 50);
    return { open: true, more: world[what] < world.total, done: world[what], total: world.total };
  };

beforeAll(async () => {
  engine = await testEngine();
  await engine.work({
    enrichLeads: step('enrich', () => 'asked'),
    decideLeads: step('decide', () => 'decided'),
    scoreLeads: step('score', () => 'decided'),
    failLeadJob: async ({ jobId, code, message }) => {
      worlds.get(jobId)!.failed = { code, message };
    },
  });
});

async function start(jobNo: number, kind: LeadJobKind, given: Partial<World>) {
  const jobId = `job-${jobNo}`;
  const world: World = { total: 120, asked: 0, decided: 0, calls: [], ...given };
  worlds.set(jobId, world);
  const handle = await engine.client.workflow.start<typeof leadJobWorkflow>('leadJobWorkflow', {
    taskQueue: mainQueue,
    workflowId: `${kind}/test/${jobNo}`,
    staticSummary: 'A job of a test',
    args: [{ brokerageId: 'b', brokerage: 'test', jobId, jobNo, kind }],
  });
  return { handle, world };
}

test('an enrichment asks about every lead before it decides the first, because decisions look at sales beside them', async () => {
  const { handle, world } = await start(1, 'enrichment', {});
  expect(await handle.result()).toMatchObject({ step: 'finished', total: 120 });
  expect(world.calls).toEqual(['enrich', 'enrich', 'enrich', 'decide', 'decide', 'decide']);
  expect((await handle.query(leadJobTimelineQuery)).map(({ what }) => what)).toEqual(['started', 'asking providers', 'deciding', 'finished']);
  expect(await handle.query(leadJobExplainQuery)).toContain('finished');
});

test.each(['rules-test', 'rescoring'] as const)('%s goes through all leads page by page', async (kind) => {
  const { handle, world } = await start(kind === 'rules-test' ? 2 : 3, kind, {});
  await handle.result();
  expect(world.calls).toEqual(['score', 'score', 'score']);
});

test('a start that is delivered again does nothing once the job has ended', async () => {
  const { handle, world } = await start(4, 'enrichment', { closed: true });
  await handle.result();
  expect(world).toMatchObject({ asked: 0, decided: 0 });
});

test('what cannot go on ends the job with its reason', async () => {
  const { handle, world } = await start(5, 'enrichment', {
    fail: ApplicationFailure.nonRetryable('No provider of property data is configured', 'ProviderNotConfigured'),
  });
  expect(await handle.result()).toMatchObject({ step: 'failed' });
  expect(world.failed).toEqual({ code: 'ProviderNotConfigured', message: 'No provider of property data is configured' });
});
