import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Answer, ask } from './client.ts';

/** Who is signed in, what they may do, and what the clock of the business says. */
export type Me = Answer<'/v1/me', 'get'>;

/** With the time of this machine when it was answered, so that both clocks can be compared. */
export const meQuery = queryOptions({
  queryKey: ['/v1/me', {}] as const,
  queryFn: async ({ signal }): Promise<Me & { clockOffsetMs: number }> => {
    const me = await ask('get', '/v1/me', { signal });
    return { ...me, clockOffsetMs: Date.parse(me.businessNow) - Date.now() };
  },
  staleTime: 60_000,
  refetchInterval: 60_000,
});

export const useMe = () => useSuspenseQuery(meQuery).data;

/** Whether the role of the person allows a scope such as `closing:write`. */
export const useMay = (scope: Me['may'][number]): boolean => useMe().may.includes(scope);
