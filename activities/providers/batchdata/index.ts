import { callProvider } from '../client.ts';
import type { PropertyDataPort } from '../ports.ts';
import { type BatchDataSettings, skipTrace } from './client.ts';
import { toAnswer } from './map.ts';

/** Property and owner data from a BatchData-like provider. Each answered record is billed, so an unclear outcome is thrown as `OutcomeUnknown`. */
export function createBatchData(settings: BatchDataSettings & { name?: string; costCents: number; timeoutMs?: number }): PropertyDataPort {
  const { name = 'batchdata', timeoutMs = 20_000, costCents } = settings;
  return {
    name,
    lookUp: (question) =>
      callProvider({ provider: name, operation: 'property record', effect: true, timeoutMs }, async (signal) =>
        toAnswer(await skipTrace(settings, question, signal), costCents),
      ),
  };
}
