export type Fault = { path?: string; message?: string } & Record<string, unknown>;

/** What the API refuses with, or that it could not be reached: always a cause and a next step in plain words. */
export class Problem extends Error {
  /** The last part of the problem's type; `offline` when no answer came. */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly nextStep: string;
  readonly requestId: string | null;
  readonly errors: Fault[];
  /** Members beside the standard ones, such as `missing`. */
  readonly more: Record<string, unknown>;

  constructor(status: number, body: Record<string, unknown>) {
    const { type, title, detail, nextStep, requestId, errors, status: _, ...more } = body;
    super(String(detail ?? title ?? ''));
    this.name = 'Problem';
    this.status = status;
    this.code =
      String(type ?? '')
        .split('/')
        .at(-1) ?? '';
    this.title = String(title ?? '');
    this.nextStep = String(nextStep ?? '');
    this.requestId = typeof requestId === 'string' ? requestId : null;
    this.errors = Array.isArray(errors) ? (errors as Fault[]) : [];
    this.more = more;
  }

  /** Whether the same request may succeed a moment later: with the same idempotency key, so that it is done once. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 502 || this.status === 503;
  }
}

export const unreachable = (): Problem =>
  new Problem(0, {
    type: 'offline',
    title: 'Keyturn cannot be reached',
    detail: 'No answer came from the server.',
    nextStep: 'Check your connection. What you asked for is tried again, and done once at most.',
  });

/** An answer that is none of ours: a gateway's page, or a cut one. */
const foreign = (status: number): Problem =>
  new Problem(status, {
    type: 'foreign-answer',
    title: 'An answer that is not Keyturn’s',
    detail: `The server answered ${status} without saying why: it is starting, or something stands in between.`,
    nextStep: 'Wait a few seconds and try again. If it stays, tell your engineer the time and this number.',
  });

export const problemOf = (status: number, body: unknown): Problem =>
  typeof body === 'object' && body !== null && 'type' in body ? new Problem(status, body as Record<string, unknown>) : foreign(status);

/** Whatever a query or an act threw, as a problem. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return new Problem(-1, {
    type: 'page-fault',
    title: 'This page has a fault',
    detail: error instanceof Error ? error.message : String(error),
    nextStep: 'Load the page anew. If it happens again, tell your engineer these words.',
  });
};
