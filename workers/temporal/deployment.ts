import type { Connection } from '@temporalio/client';

const notFound = 5;
const failedPrecondition = 9;

/**
 * Makes `buildId` the deployment's current version, so that open runs move to the code that was just started.
 * The engine knows a version only once a worker of it has polled: asked again until then.
 */
export async function setCurrentVersion(
  connection: Connection,
  namespace: string,
  deploymentName: string,
  buildId: string,
  { withinMs = 60_000, identity = 'keyturn-up' }: { withinMs?: number; identity?: string } = {},
): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      // `ignoreMissingTaskQueues`: queues of an older version that nothing serves any more do not hold the switch back.
      await connection.workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId, identity, ignoreMissingTaskQueues: true });
      return;
    } catch (error) {
      const code = (error as { code?: number }).code;
      if ((code !== notFound && code !== failedPrecondition) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
