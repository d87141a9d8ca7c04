import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Faults, Service } from './faults.ts';

export type SandboxContext = Context<{ Bindings: HttpBindings }>;

/** How this provider words a status, and how it would answer with the wrong types. */
export type Wording = { problem(status: number): object; wrongType(reply: Record<string, unknown>): unknown };

/** Answers a request, struck where the plan says so: before `act` has its effect, or after. */
export async function struckAnswer(c: SandboxContext, faults: Faults, service: Service, key: string, wording: Wording, act: () => Response): Promise<Response> {
  const fault = faults.strike(service, key);
  switch (fault) {
    case '429':
      return c.json(wording.problem(429), 429, { 'retry-after': '2' });
    case '503':
      return c.json(wording.problem(503), 503, { 'retry-after': '1' });
    case '500-before':
      return c.json(wording.problem(500), 500);
    case 'token-expired':
      return c.json(wording.problem(401), 401);
    case 'timeout-before':
      return RESPONSE_ALREADY_SENT;
    case 'partial':
      return c.json(
        { status: { code: 200, text: 'OK' }, results: { persons: [], meta: { sandbox: true, results: { requestCount: 1, matchCount: 0, errorCount: 1 } } } },
        200,
      );
  }
  const answer = act();
  if (fault === null || !answer.ok) return answer;
  const bytes = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? 'application/json';
  const half = bytes.subarray(0, bytes.length / 2);
  const json = (): Record<string, unknown> => (type.startsWith('application/json') ? (JSON.parse(bytes.toString('utf8')) as Record<string, unknown>) : {});
  switch (fault) {
    case '500-after':
      return c.json(wording.problem(500), 500);
    case 'timeout-after':
      return RESPONSE_ALREADY_SENT;
    case 'reset': {
      const { outgoing } = c.env;
      outgoing.writeHead(answer.status, { 'content-type': type, 'content-length': bytes.length });
      outgoing.write(half, () => outgoing.socket?.resetAndDestroy());
      return RESPONSE_ALREADY_SENT;
    }
    case 'truncated':
      return c.body(half, 200, { 'content-type': type });
    case 'wrong-type':
      return c.json(wording.wrongType(json()) as object, 200);
    case 'drift':
      // New members everywhere, as vendors add them without notice: nothing may depend on there being none.
      if (!type.startsWith('application/json')) return new Response(bytes, answer);
      return c.json({ ...json(), new_member: { added: ['without', 'notice'] }, 42: null }, 200);
    default:
      return new Response(bytes, answer);
  }
}
