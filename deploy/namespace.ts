// One-shot: the namespace and its search attributes; a new server has neither. Repeating it adds what is missing.
import { z } from 'zod';
import { engineVariables, readConfig } from '../workers/config.ts';
import { prepareNamespace } from '../workers/up/engine.ts';

export const namespaceVariables = z.object(engineVariables);

if (import.meta.main) {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = readConfig(namespaceVariables, process.env);
  await prepareNamespace(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, { embedded: false });
  console.log(`namespace ${TEMPORAL_NAMESPACE} and its search attributes are there`);
}
