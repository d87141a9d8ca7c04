import { closingProblems } from './problems/closing.ts';
import type { ProblemEntry, Problems } from './problems/entry.ts';
import { offersProblems } from './problems/offers.ts';
import { outreachProblems } from './problems/outreach.ts';
import { peopleProblems } from './problems/people.ts';
import { requestProblems } from './problems/request.ts';
import { signingProblems } from './problems/signing.ts';
import { sourcingProblems } from './problems/sourcing.ts';
import { systemProblems } from './problems/system.ts';
import { webhooksProblems } from './problems/webhooks.ts';

/**
 * The one place that maps what can go wrong to an HTTP answer, a file an area. Every `DomainError` code a caller can meet stands there
 * with its status; the code is the last part of the problem's `type` (`/problems/<code>`), which answers with this text.
 * A code without an entry answers 422, and a test fails until it has one.
 */
export const problems: Problems = {
  ...requestProblems,
  ...peopleProblems,
  ...sourcingProblems,
  ...offersProblems,
  ...closingProblems,
  ...outreachProblems,
  ...signingProblems,
  ...webhooksProblems,
  ...systemProblems,
};

/** What a code answers with, also when nobody listed it. */
export const problemOf = (code: string): ProblemEntry =>
  problems[code] ?? {
    status: 422,
    title: 'The request cannot be done',
    cause: 'The state of things does not allow it; `detail` says why.',
    nextStep: 'Read how it stands now. If it should be possible, tell your engineer the request id.',
  };
