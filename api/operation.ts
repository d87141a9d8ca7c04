import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { ZodType } from 'zod';
import type { Scope } from './access.ts';
import { authenticate, requireScope } from './auth.ts';
import { jsonBytes, limitBody, limitDepth } from './body-limit.ts';
import type { AppEnv } from './context.ts';
import { readIdempotencyKey } from './idempotency.ts';
import { limitRate } from './rate-limit.ts';

type OperationConfig = Omit<RouteConfig, 'path' | 'middleware' | 'security'> & {
  path: string;
  summary: string;
  /** What the key must allow; `any` for any valid key (the handler judges), null for the few operations open to everybody. */
  scope: Scope | 'any' | null;
  /** A POST that acts: needs `Idempotency-Key` and runs through `act` or `actOnRun`. */
  acts?: true;
  /** Largest body in bytes; `stream` leaves it to the handler (multipart uploads). Default 1 MB. */
  body?: number | 'stream';
};

type ZodContentObject = NonNullable<NonNullable<RouteConfig['request']>['body']>['content'];

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    nextStep: z.string(),
    requestId: z.string(),
    errors: z.array(z.unknown()).optional(),
  })
  .openapi('Problem');
const problemAnswer = (description: string) => ({ description, content: { 'application/problem+json': { schema: problemSchema } } });

/** Defines one operation: its OpenAPI part, and before its handler the key, the rate, the scope, the size of the body and the idempotency key. */
export function operation<P extends string, const R extends OperationConfig & { path: P }>(config: R) {
  const { scope, acts, body, ...route }: OperationConfig = config;
  const request = { ...route.request };
  // A declared body is demanded: without this an empty request would skip its schema.
  if (request.body) request.body = { ...request.body, required: request.body.required ?? true };
  // What is streamed is documented, and read by its handler alone: a validator would take it in whole.
  if (request.body && body === 'stream') request.body = { ...request.body, content: described(request.body.content) };
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    c.set('request', config.request);
    if (scope !== null) {
      await authenticate(c);
      await limitRate(c);
      if (scope !== 'any') requireScope(c, scope);
    }
    if (body !== 'stream') {
      limitBody(c, body ?? jsonBytes);
      if (config.request?.body?.content['application/json']) await limitDepth(c);
    }
    if (acts) c.set('idempotencyKey', readIdempotencyKey(c));
    await next();
  };
  const documented = {
    ...route,
    request: acts ? { ...request, headers: idempotencyHeader } : request,
    security: scope === null ? [] : signedInBy,
    ...(scope === null ? {} : { 'x-scope': scope }),
    middleware: [guard],
    responses: {
      ...(scope === null ? {} : protectedAnswers),
      ...(acts ? actingAnswers : {}),
      '4XX': problemAnswer('Refused; `type` says why, `nextStep` what to do'),
      ...route.responses,
    },
  };
  return createRoute(documented) as unknown as ReturnType<typeof createRoute<P, Omit<R, 'scope' | 'acts' | 'body'> & { path: P }>>;
}

const described = (content: ZodContentObject): ZodContentObject =>
  Object.fromEntries(
    Object.entries(content).map(([type, media]) => {
      const schema = media && 'schema' in media && media.schema instanceof z.ZodType ? z.toJSONSchema(media.schema, { io: 'input' }) : {};
      const { $schema: _, ...plain } = schema as Record<string, unknown>;
      return [type, { schema: plain }];
    }),
  );

const signedInBy: Record<string, string[]>[] = [{ bearer: [] }, { session: [] }];
const idempotencyHeader = z.object({
  'Idempotency-Key': z.string().openapi({
    param: { name: 'Idempotency-Key' },
    description: 'Your own key; repeated, the request is done once and answered the same',
    example: 'a3f0c1de-5b1f-4d55-9c42-0d1c1f9e8a10',
  }),
});
const protectedAnswers = {
  401: problemAnswer('No valid key or session'),
  403: problemAnswer('The caller may not do that, or the request came from a foreign page'),
  429: problemAnswer('Too many requests'),
};
const actingAnswers = {
  409: problemAnswer('In flight, or not possible in the present state'),
  422: problemAnswer('The key belongs to another request, or the request cannot be done'),
};

/** A JSON answer of this schema. */
export const json = <T extends ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } });
/** The JSON body of a request. Use `z.strictObject`: a misspelt member is a fault, not silence. */
export const jsonBody = <T extends ZodType>(schema: T) => ({ required: true, content: { 'application/json': { schema } } });
/** The header of a create's answer. */
export const located = { Location: { description: 'Address of what was made', schema: { type: 'string' as const } } };
