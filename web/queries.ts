import { QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem } from './api/problem.ts';

/** Told when a reading finds that nobody is signed in any more. */
let onSignedOut = (): void => {};
export const whenSignedOut = (run: () => void): void => {
  onSignedOut = run;
};

/** What was read stays true until the stream of facts says otherwise; without the stream, half a minute. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (asProblem(error).status === 401) onSignedOut();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => asProblem(error).passing && times < 2,
      retryDelay: (times) => 400 * 2 ** times,
    },
  },
});
