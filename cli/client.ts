import { randomUUID } from 'node:crypto';
import { CliError, exitCodes } from './errors.ts';
import { type Credentials, readCredentials } from './home.ts';

type Query = Record<string, string | number | boolean | undefined>;
export type Job = {
  id: string;
  kind: string;
  status: 'queued' | 'running' | 'finished' | 'failed';
  progress: { done: number; total: number | null; unit: string } | null;
  result: unknown;
  problem: { message?: string; nextStep?: string } | null;
};
export type Page<T> = { items: T[]; nextCursor: string | null };

/** The API over HTTP. A problem it answers becomes a CliError with its own words. */
export type Api = {
  url: string;
  get<T>(path: string, query?: Query): Promise<T>;
  /** Acts once: the key is made here and kept for the repeats of this call. */
  post<T>(path: string, body?: unknown, options?: { idempotencyKey?: string }): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  upload<T>(path: string, form: FormData): Promise<T>;
  bytes(path: string): Promise<Buffer>;
  /** Every row of a list, up to `most`. */
  all<T>(path: string, query: Query, most: number): Promise<T[]>;
  /** Polls a job to its end. */
  wait(location: string, onProgress?: (job: Job) => void): Promise<Job>;
};

export function createApi(credentials: Credentials = readCredentials()): Api {
  const ask = async (
    method: string,
    path: string,
    { body, headers = {} }: { body?: string | FormData; headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const request = {
      method,
      headers: { authorization: `Bearer ${credentials.key}`, accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    };
    const response = await fetch(`${credentials.url}${path}`, request).catch((error: unknown) => {
      throw unreachable(credentials.url, error);
    });
    if (response.ok) return response;
    throw await refusal(response);
  };
  const api: Api = {
    url: credentials.url,
    get: async (path, query = {}) => (await ask('GET', withQuery(path, query))).json() as never,
    post: (path, body, { idempotencyKey = randomUUID() } = {}) =>
      repeated(
        async () =>
          (
            await ask('POST', path, {
              headers: { 'idempotency-key': idempotencyKey, ...json(body) },
              ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            })
          ).json() as never,
      ),
    patch: async (path, body) => (await ask('PATCH', path, { headers: json(body), body: JSON.stringify(body) })).json() as never,
    upload: async (path, form) => (await ask('POST', path, { headers: { 'idempotency-key': randomUUID() }, body: form })).json() as never,
    bytes: async (path) => Buffer.from(await (await ask('GET', path, { headers: { accept: '*/*' } })).arrayBuffer()),
    async all<T>(path: string, query: Query, most: number) {
      const rows: T[] = [];
      for (let cursor: string | undefined; rows.length < most; ) {
        const page = await api.get<Page<T>>(path, { ...query, limit: Math.min(200, most - rows.length), cursor });
        rows.push(...page.items);
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      return rows;
    },
    async wait(location, onProgress = () => {}) {
      for (let pauseMs = 50; ; pauseMs = Math.min(1000, pauseMs * 1.5)) {
        const job = await repeated(() => api.get<Job>(location));
        onProgress(job);
        if (job.status === 'finished') return job;
        if (job.status === 'failed') throw new CliError(exitCodes.failed, job.problem?.message ?? `The ${job.kind} failed.`, job.problem?.nextStep, { job });
        await sleep(pauseMs);
      }
    },
  };
  return api;
}

const json = (body: unknown): Record<string, string> => (body === undefined ? {} : { 'content-type': 'application/json' });
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}

/** In flight, too many requests, not ready for a moment: asked again a few times, as the answer says. */
async function repeated<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const seconds = error instanceof CliError ? (error.details as { retryAfter?: number } | undefined)?.retryAfter : undefined;
      if (!seconds || tries >= 5) throw error;
      await sleep(seconds * 1000);
    }
  }
}

function unreachable(url: string, error: unknown): CliError {
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return new CliError(
    exitCodes.unreachable,
    `Keyturn does not answer at ${url}${code ? ` (${code})` : ''}.`,
    'Start it with "npm start", or set KEYTURN_URL to where it runs.',
  );
}

async function refusal(response: Response): Promise<CliError> {
  const text = await response.text();
  const problem = parseProblem(text);
  const code = response.status === 401 || response.status === 403 ? exitCodes.notAllowed : exitCodes.failed;
  const retryAfter = [409, 429, 503].includes(response.status) ? Number(response.headers.get('retry-after')) || undefined : undefined;
  const faults = (problem.errors ?? []).map((fault) => `${fault.path ? `${fault.path}: ` : ''}${fault.message}`).join('; ');
  const message = problem.detail ?? `The API answered ${response.status}.`;
  return new CliError(code, faults ? `${message} ${faults}.` : message, problem.nextStep, { ...problem, ...(retryAfter ? { retryAfter } : {}) });
}

type Problem = { type?: string; detail?: string; nextStep?: string; errors?: { path?: string; message?: string }[] };
function parseProblem(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
