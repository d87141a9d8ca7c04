import { DomainError } from '../../../domain/errors.ts';

const patienceMs = 120_000;

/**
 * Does a step of the sample again when a process it needs was lost meanwhile and is being started again. Each step
 * changes nothing when repeated; what one of our own rules refuses is final. Long work that says it is alive has its
 * patience anew: it ends that long after the last sign of life, however long the work took until then.
 */
export async function patiently<T>(work: (alive: () => void) => Promise<T>): Promise<T> {
  let end = Date.now() + patienceMs;
  const alive = (): void => {
    end = Date.now() + patienceMs;
  };
  for (;;) {
    try {
      return await work(alive);
    } catch (error) {
      if (error instanceof DomainError || Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
