import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { setCurrentVersion } from './deployment.ts';
import { namespace } from './settings.ts';

describe('setCurrentVersion', () => {
  it('waits for the first poll of a version and then makes it the current one, so that runs go to it', async () => {
    Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
    const { address } = inject('engine');
    const connection = await Connection.connect({ address });
    const deploymentName = `test-${randomUUID()}`;
    // Asked before any worker exists, as at start-up.
    const set = setCurrentVersion(connection, namespace, deploymentName, 'b1');
    const taskQueue = 'workers/temporal/deployment.test';
    const worker = await Worker.create({
      connection: await NativeConnection.connect({ address }),
      namespace,
      taskQueue,
      workflowsPath: new URL('./start.fixture.ts', import.meta.url).pathname,
      activities: { scheduledAt: async () => 0 },
      workerDeploymentOptions: { version: { deploymentName, buildId: 'b1' }, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' },
    });
    await worker.runUntil(async () => {
      await set;
      const described = await connection.workflowService.describeWorkerDeployment({ namespace, deploymentName });
      expect(described.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId).toBe('b1');
      await new Client({ connection, namespace }).workflow.execute('clockWorkflow', { taskQueue, workflowId: `clock/${randomUUID()}`, args: [{ waitMs: 1 }] });
    });
    await connection.close();
  });
});
