import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, type Params, type Paths } from './client.ts';
import { asProblem } from './problem.ts';

type Rest<P extends Paths<'get'>> = Params<P, 'get'> extends { path: unknown } ? [params: Params<P, 'get'>] : [params?: Params<P, 'get'>];

/**
 * A GET as a query: `useQuery(apiQuery('/v1/deals/{no}/health', { path: { no } }))`. Its key is the path as the document
 * writes it and the values in it, which is what `live/affects.ts` matches.
 */
export function apiQuery<P extends Paths<'get'>>(path: P, ...[params]: Rest<P>) {
  return queryOptions({
    queryKey: [path, params ?? {}] as const,
    queryFn: ({ signal }): Promise<Answer<P, 'get'>> => ask('get', path, { params: params ?? {}, signal }),
  });
}

/**
 * The same where a refusal of this kind is an answer: null. As an error it would be forgotten at every reading, and what stands on it
 * would leave the screen meanwhile.
 */
export function apiQueryOrNull<P extends Paths<'get'>>(path: P, none: string, ...[params]: Rest<P>) {
  return queryOptions({
    queryKey: [path, params ?? {}, none] as const,
    queryFn: async ({ signal }): Promise<Answer<P, 'get'> | null> => {
      try {
        return await ask('get', path, { params: params ?? {}, signal });
      } catch (error) {
        if (asProblem(error).code === none) return null;
        throw error;
      }
    },
  });
}

/** A list page by page: `useInfiniteQuery(apiPages('/v1/leads', { query }))`. */
export function apiPages<P extends Paths<'get'>>(path: P, ...[params]: Rest<P>) {
  return infiniteQueryOptions({
    queryKey: [path, params ?? {}, 'pages'] as const,
    queryFn: ({ signal, pageParam }): Promise<Answer<P, 'get'>> => {
      const { path: inPath, query } = (params ?? {}) as { path?: unknown; query?: object };
      return ask('get', path, { params: { path: inPath, query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal });
    },
    initialPageParam: '',
    getNextPageParam: (page): string | null => (page as { nextCursor?: string | null }).nextCursor ?? null,
  });
}
