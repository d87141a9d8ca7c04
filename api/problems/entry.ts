export type ProblemEntry = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 411 | 413 | 415 | 422 | 429 | 500 | 502 | 503;
  title: string;
  cause: string;
  nextStep: string;
};
/** By code. */
export type Problems = Record<string, ProblemEntry>;

export const entry = (status: ProblemEntry['status'], title: string, cause: string, nextStep: string): ProblemEntry => ({ status, title, cause, nextStep });
