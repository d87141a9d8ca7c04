// One-shot, once the workers poll: makes their version the deployment's current one, so that open runs move to it.
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { z } from 'zod';
import { workflowBundle } from '../workers/bundle.ts';
import { bundleVariables, engineVariables, readConfig } from '../workers/config.ts';
import { setCurrentVersion } from '../workers/temporal/deployment.ts';
import { deploymentName } from '../workers/temporal/settings.ts';

export const releaseVariables = z.object({ ...engineVariables, ...bundleVariables });

if (import.meta.main) {
  const config = readConfig(releaseVariables, process.env);
  const { buildId } = await workflowBundle(config.KEYTURN_BUNDLES ?? join(config.KEYTURN_HOME, 'cache'));
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  await setCurrentVersion(connection, config.TEMPORAL_NAMESPACE, deploymentName, buildId, { identity: 'keyturn-release' });
  await connection.close();
  console.log(`version ${buildId} of deployment ${deploymentName} is current`);
}
