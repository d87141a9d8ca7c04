import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DomainError } from '../domain/errors.ts';
import type { AppContext } from './context.ts';
import type { ProblemEntry } from './problems/entry.ts';
import { problemOf } from './problems.ts';

/** Problem details of RFC 9457. `type` is stable and answers with its cause and next step. */
export type Problem = { type: string; title: string; status: number; detail: string; nextStep: string; requestId: string; errors?: unknown } & Record<
  string,
  unknown
>;

/** Turns whatever was thrown into one problem. What we did not foresee is logged and told without its inside. */
export function answerError(error: unknown, c: AppContext): Response {
  const known = knownError(error);
  if (known) return problem(c, known.code, known.message, known.nextStep, known.details);
  const entry = problemOf('internal');
  c.var.deps?.log.error({ requestId: c.var.requestId, err: error }, 'request failed');
  return problem(c, 'internal', entry.cause, entry.nextStep);
}

/** A problem as an answer; `details` become members beside the standard ones. */
export function problem(c: AppContext, code: string, detail: string, nextStep: string, given: object = {}): Response {
  const { status, title } = problemOf(code);
  // The domain lists faults of values as `faults`; callers find all of them in one place.
  const { faults, ...rest } = given as { faults?: unknown };
  const details = faults === undefined ? rest : { ...rest, errors: faults };
  const body: Problem = { ...details, type: `/problems/${code}`, title, status, detail, nextStep, requestId: c.var.requestId };
  if ('retryAfterSeconds' in details) c.header('Retry-After', String(details.retryAfterSeconds));
  else if (status === 503) c.header('Retry-After', '2');
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}

function knownError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const code = error instanceof HTTPException ? httpCode(error) : codeOfCause(error);
  if (!code) return null;
  const { cause, nextStep } = problemOf(code);
  return new DomainError(code, cause, { nextStep });
}

const httpCodes: Partial<Record<number, string>> = { 400: 'malformed-json', 413: 'body-too-large', 415: 'unsupported-media-type' };
const httpCode = (error: HTTPException): string | null => httpCodes[error.status] ?? null;

/** PostgreSQL's and the engine's own codes, wherever in the chain of causes they stand. */
function codeOfCause(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? at.code : undefined;
    if (typeof code === 'string' && databaseCodes[code]) return databaseCodes[code];
    if (typeof code === 'string' && /^(08|57P0)/.test(code)) return 'database-unavailable';
    // gRPC: UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED.
    if (typeof code === 'number' && [14, 4, 8].includes(code)) return 'engine-unavailable';
  }
  return null;
}

const databaseCodes: Record<string, string> = {
  '22021': 'unreadable-value',
  '22P02': 'unreadable-value',
  '22P05': 'unreadable-value',
  '54001': 'unreadable-value',
  '22003': 'unreadable-value',
  '22008': 'unreadable-value',
  '23505': 'conflict',
  '40001': 'conflict',
  '40P01': 'conflict',
  ECONNREFUSED: 'database-unavailable',
  ECONNRESET: 'database-unavailable',
  CONNECT_TIMEOUT: 'database-unavailable',
  CONNECTION_CLOSED: 'database-unavailable',
  CONNECTION_ENDED: 'database-unavailable',
  CONNECTION_DESTROYED: 'database-unavailable',
  '53300': 'database-unavailable',
};

/** For refusals of the API itself: the words of the catalogue, with what is particular to this request. */
export function refuse(code: string, detail?: string, details?: object): DomainError {
  const entry: ProblemEntry = problemOf(code);
  return new DomainError(code, detail ?? entry.cause, { nextStep: entry.nextStep, ...(details ? { details } : {}) });
}

/** `found(row, 'deal', 17)`: the row, or 404 in words. */
export function found<T>(row: T | null | undefined, what: string, id: string | number): T {
  if (row === null || row === undefined) throw refuse('not-found', `There is no ${what} ${id}.`);
  return row;
}
