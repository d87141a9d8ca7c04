import type { Deps } from './deps.ts';
import { createImportActivities } from './sourcing/import.ts';

export function createSourcingActivities(deps: Deps) {
  return { ...createImportActivities(deps) };
}
