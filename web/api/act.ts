import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { HttpMethod } from 'openapi-typescript-helpers';
import { touch, touchedByAct } from '../live/affects.ts';
import { type Answer, ask, type Body, type Params, type Paths } from './client.ts';
import { Intents } from './intent.ts';
import { asProblem, type Problem } from './problem.ts';

const intents = new Intents();

export type Act<P extends Paths<M>, M extends HttpMethod> = Params<P, M> & { body?: Body<P, M> };

/** Does one thing for a person, once: the same intent keeps its idempotency key until a definite answer came. */
export async function act<M extends HttpMethod, P extends Paths<M>>(
  queries: QueryClient,
  method: M,
  path: P,
  { body, ...params }: Act<P, M>,
  more: { keepalive?: boolean } = {},
): Promise<Answer<P, M>> {
  const intent = JSON.stringify([method, path, params, body]);
  try {
    const answer = await ask(method, path, { params, body, idempotencyKey: intents.keyFor(intent), ...more });
    intents.settled(intent);
    void touch(queries, touchedByAct(path, params.path));
    return answer;
  } catch (error) {
    if (!asProblem(error).passing && asProblem(error).code !== 'request-in-flight') intents.settled(intent);
    throw error;
  }
}

/**
 * An act as a mutation: `const done = useAct('post', '/v1/tasks/{id}/done')`, then `done.mutate({ path: { id }, body })`.
 * What cannot be reached is tried again with the same key; what the act touches is read anew.
 */
export function useAct<M extends HttpMethod, P extends Paths<M>>(method: M, path: P) {
  const queries = useQueryClient();
  return useMutation<Answer<P, M>, Problem, Act<P, M>>({
    mutationFn: (given) => act(queries, method, path, given),
    retry: (times, problem) => problem.passing && times < 3,
  });
}
