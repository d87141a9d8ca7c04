import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { BroadcastChannel } from 'node:worker_threads';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Answer } from '../domain/outreach/course.ts';
import { workflowBundle } from '../workers/bundle.ts';
import { tracing } from '../workers/temporal/tracing.ts';
import { mainQueue, sendsQueue } from '../workflows/queues.ts';

/**
 * The measured process: the product's bundle, or `--bare` a workflow of the SDK's alone. The first touch is answered
 * without a database and leaves the run at its timer, two days ahead. Asked for its memory, it collects first.
 */
const [address, namespace, kind] = process.argv.slice(2) as [string, string, 'product' | 'bare'];
Runtime.install({ telemetryOptions: { logging: { filter: 'ERROR' } } });

const dueAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
const parked: Answer = {
  kind: 'taken',
  outcome: 'sent',
  why: null,
  plan: { step: 'first-text', dueAt, words: 'Thu 26 Nov 10:00 in Nashville' },
  archived: false,
};

const connection = await NativeConnection.connect({ address });
const common = {
  connection,
  namespace,
  activities: { sendStep: async () => parked, takeStep: async () => parked },
  ...(kind === 'product' ? { plugins: [tracing('keyturn-bench', '')] } : {}),
};
const workflows =
  kind === 'product'
    ? { workflowBundle: { code: (await workflowBundle()).code } }
    : { workflowsPath: new URL('./cached-sequence.bare.ts', import.meta.url).pathname };
const workers = await Promise.all([
  Worker.create({ ...common, ...workflows, taskQueue: mainQueue, maxCachedWorkflows: 5000 }),
  Worker.create({ ...common, taskQueue: sendsQueue }),
]);
const running = Promise.all(workers.map((worker) => worker.run()));

const gc = new BroadcastChannel('bench-gc');
async function residentKb(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 4; look++) {
    gc.postMessage('collect');
    for (let round = 0; round < 2; round++) globalThis.gc?.();
    await pause(700);
    least = Math.min(least, Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]));
  }
  return least;
}

process.on('message', async (message: unknown) => {
  if (message === 'cached') process.send!(workers[0]!.getStatus().numCachedWorkflows);
  if (message === 'measure') process.send!(await residentKb());
  if (message !== 'stop') return;
  for (const worker of workers) worker.shutdown();
  await running;
  process.exit(0);
});
process.send!('ready');
