import { entry, type Problems } from './entry.ts';

/** Ourselves. */
export const systemProblems: Problems = {
  internal: entry(
    500,
    'An error of ours',
    'Something failed that should not. It has been logged under the request id.',
    'Repeat the request with the same `Idempotency-Key`; if it fails again, report the request id.',
  ),
  'database-unavailable': entry(
    503,
    'The database does not answer',
    'PostgreSQL cannot be reached at the moment.',
    'Repeat the request in a few seconds with the same `Idempotency-Key`.',
  ),
  'engine-unavailable': entry(
    503,
    'The engine does not answer',
    'The workflow engine cannot be reached at the moment.',
    'Repeat the request in a few seconds with the same `Idempotency-Key`.',
  ),
  'run-did-not-answer': entry(
    503,
    'The run has not answered yet',
    'The run took in the request but no worker has answered it in time.',
    'Repeat the request with the same `Idempotency-Key`: it is done once.',
  ),
  'run-not-open': entry(
    409,
    'There is no open run',
    'The run has ended, or is about to start.',
    'Read the status first; if it was opened a moment ago, repeat the request in a second.',
  ),
};
