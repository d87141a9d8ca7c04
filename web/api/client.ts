import createClient from 'openapi-fetch';
import type { HttpMethod, PathsWithMethod, ResponseObjectMap, SuccessResponse } from 'openapi-typescript-helpers';
import { Problem, problemOf, unreachable } from './problem.ts';
import type { paths } from './schema.d.ts';

type Operation<P extends keyof paths, M extends HttpMethod> = paths[P] extends Record<M, infer O> ? O : never;
type Given<T, K extends string> = T extends { parameters: Record<K, infer V> } ? V : never;

export type Paths<M extends HttpMethod> = PathsWithMethod<paths, M>;
/** What an operation answers when it does what was asked. */
export type Answer<P extends keyof paths, M extends HttpMethod> = SuccessResponse<ResponseObjectMap<Operation<P, M>>, 'application/json'>;
/** One line of a list. */
export type Item<P extends Paths<'get'>> = Answer<P, 'get'> extends { items: (infer T)[] } ? T : never;
export type Body<P extends keyof paths, M extends HttpMethod> =
  Operation<P, M> extends { requestBody?: { content: { 'application/json': infer T } } } ? T : undefined;

/** The values in the address: `path` where the operation has any, `query` as it likes. */
export type Params<P extends keyof paths, M extends HttpMethod> = ([Given<Operation<P, M>, 'path'>] extends [never]
  ? { path?: undefined }
  : { path: Given<Operation<P, M>, 'path'> }) & { query?: Exclude<PartialQuery<Operation<P, M>>, undefined> };
type PartialQuery<O> = O extends { parameters: { query?: infer Q } } ? Q : never;

export type AskOptions = { params?: { path?: unknown; query?: unknown }; body?: unknown; idempotencyKey?: string; signal?: AbortSignal; keepalive?: boolean };

const client = createClient<paths>({ baseUrl: (globalThis as { location?: { origin: string } }).location?.origin ?? '', credentials: 'same-origin' });

/** Asks the API. Whatever is no success is thrown as a `Problem`. */
export async function ask<P extends keyof paths, M extends HttpMethod>(method: M, path: P, options: AskOptions = {}): Promise<Answer<P, M>> {
  const { params, body, idempotencyKey, signal, keepalive } = options;
  const answered = await client
    .request(
      method as never,
      path as never,
      {
        params,
        ...(body === undefined ? {} : { body }),
        ...(idempotencyKey ? { headers: { 'Idempotency-Key': idempotencyKey } } : {}),
        signal,
        keepalive,
      } as never,
    )
    .catch((error: unknown) => {
      // A cancelled request is no fault; a body that is no JSON comes from something in between.
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw error instanceof SyntaxError ? problemOf(502, null) : unreachable();
    });
  const { data, error, response } = answered as { data?: unknown; error?: unknown; response: Response };
  if (!response.ok) throw problemOf(response.status, error);
  return data as Answer<P, M>;
}

export { Problem };
