import { DomainError } from '../../../domain/errors.ts';

const patienceMs = 120_000;

/**
 * Does a step of the sample again when a process it needs was lost meanwhile and is being started again. Each step
 * changes nothing when repeated; what one of our own rules refuses is final.
 */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
