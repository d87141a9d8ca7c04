import { z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { router } from '../context.ts';
import { operation } from '../operation.ts';
import { follow } from '../stream.follow.ts';

export const streamRoutes = router();

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

streamRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/stream',
    summary: 'What happens, live, as server-sent events',
    description:
      '`ready` comes first, then a `change` per event with its position as `id`: ids and figures, no facts; read again what it names. Resumes behind `Last-Event-ID`, or behind `after`. `reset`: the position asked for is too old or not ours, read everything again. `ended`: you may read no more. Hears what your scopes allow.',
    tags: ['events'],
    scope: 'any',
    request: {
      query: z.object({
        after: position.optional().openapi({ description: 'Begin behind this position; `Last-Event-ID` goes before it' }),
        follow: z.enum(['true', 'false']).default('true').openapi({ description: 'false: what there is, then the end' }),
      }),
    },
    responses: { 200: { description: 'A stream that does not end by itself', content: { 'text/event-stream': { schema: z.string() } } } },
  }),
  (c) => {
    const query = c.req.valid('query');
    const header = c.req.header('last-event-id');
    // A browser that asks again sends the address it began with: what it heard last is newer.
    const after = header === undefined || header === '' ? (query.after ?? null) : (position.safeParse(header).data ?? Number.NaN);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, (stream) => follow(c, stream, { after, goOn: query.follow === 'true' })) as never;
  },
);
