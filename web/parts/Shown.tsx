import { Alert } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { Loading } from './Loading.tsx';
import { ProblemView } from './ProblemView.tsx';

type Query<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;

/** What a query answers, or that it is still read, or why it cannot be. What was read once stays while a later reading fails. */
export function Shown<T>({ query, what, children }: { query: Query<T>; what: string; children: (data: T) => ReactNode }) {
  const { data, error, refetch } = query;
  if (data === undefined) return error ? <ProblemView error={error} retry={refetch} /> : <Loading what={what} />;
  return (
    <>
      {error && (
        <Alert color="yellow" title={`This is what was read last: ${asProblem(error).title}`} mb="sm">
          {asProblem(error).nextStep}
        </Alert>
      )}
      {children(data)}
    </>
  );
}
