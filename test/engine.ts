import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { expect, inject } from 'vitest';
import type { Activities } from '../activities/index.ts';
import { workflowBundle } from '../workers/bundle.ts';
import { registerSearchAttributes } from '../workers/temporal/search-attributes.ts';
import { tracing } from '../workers/temporal/tracing.ts';
import { importsQueue, mainQueue, renderingQueue, sendsQueue } from '../workflows/queues.ts';
import { atEnd } from './at-end.ts';
import { inspectHistories } from './history.ts';

export type TestEngine = {
  client: Client;
  connection: Connection;
  namespace: string;
  /** Serves every queue with the given activities (real ones or typed stubs) until `stop`. */
  work(activities: Partial<Activities>): Promise<{ stop(): Promise<void> }>;
};

/** A namespace of this test file on the run's engine: queue names are the product's own, and files do not meet. Call it in `beforeAll`. */
export async function testEngine(): Promise<TestEngine> {
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
  const { address } = inject('engine');
  const namespace = `t-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: 86_400 as never } });
  await until(() => connection.workflowService.describeNamespace({ namespace }));
  await until(() => registerSearchAttributes(connection, namespace));
  const native = await NativeConnection.connect({ address });
  const { code } = await workflowBundle(join(tmpdir(), 'keyturn-test-bundles'));
  const client = new Client({ connection, namespace, plugins: [tracing('keyturn-test', '')] });
  const running: { stop(): Promise<void> }[] = [];
  atEnd(async () => {
    await Promise.all(running.map((workers) => workers.stop()));
    const { runs, faults } = await inspectHistories(client);
    expect(runs, 'runs that visibility lists').toBeGreaterThan(0);
    expect(faults, 'every start, activity and timer says what it is').toEqual([]);
    await Promise.all([connection.close(), native.close()]);
  });

  const work = async (activities: Partial<Activities>): Promise<{ stop(): Promise<void> }> => {
    const common = { connection: native, namespace, plugins: [tracing('keyturn-test', '')], activities: activities as object };
    const workers = await Promise.all([
      Worker.create({ ...common, taskQueue: mainQueue, workflowBundle: { code } }),
      ...[sendsQueue, importsQueue, renderingQueue].map((taskQueue) => Worker.create({ ...common, taskQueue })),
    ]);
    const done = Promise.all(workers.map((worker) => worker.run()));
    let stopped: Promise<void> | undefined;
    const handle = {
      stop: () =>
        (stopped ??= (async () => {
          for (const worker of workers) worker.shutdown();
          await done;
        })()),
    };
    running.push(handle);
    return handle;
  };
  return { client, connection, namespace, work };
}

/** A new namespace is known to every part of the engine a moment later. */
async function until(step: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await step();
      return;
    } catch (error) {
      if (tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
