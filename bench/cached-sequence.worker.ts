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

type Heap = { usedKb: number; totalKb: number; contexts: number };
const gc = new BroadcastChannel('bench-gc');
const heaps: Heap[] = [];
gc.onmessage = ({ data }) => {
  if (data !== 'collect') heaps.push(data as Heap);
};

/** Resident memory after every thread has collected, the least of a few looks. */
async function measure(): Promise<{ residentKb: number; heap: Heap | undefined }> {
  let residentKb = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 5; look++) {
    heaps.length = 0;
    gc.postMessage('collect');
    for (let round = 0; round < 2; round++) globalThis.gc?.();
    while (heaps.length === 0) await pause(100);
    await pause(500);
    residentKb = Math.min(residentKb, Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]));
  }
  return { residentKb, heap: heaps.sort((a, b) => b.usedKb - a.usedKb)[0] };
}

process.on('message', async (message: unknown) => {
  if (message === 'cached') process.send!(workers[0]!.getStatus().numCachedWorkflows);
  if (message === 'measure') process.send!(await measure());
  if (message !== 'stop') return;
  for (const worker of workers) worker.shutdown();
  await running;
  process.exit(0);
});
process.send!('ready');
