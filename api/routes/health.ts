import { z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import { readStates, relayHealth } from '../../db/across/health.ts';
import { type ApiDeps, router } from '../context.ts';
import { json, operation } from '../operation.ts';

export const healthRoutes = router();

const part = z.object({ ok: z.boolean(), detail: z.string().nullable() });
const readySchema = z
  .object({
    /** ready | degraded (serves, but something needs a look) | down */
    status: z.enum(['ready', 'degraded', 'down']),
    database: part,
    engine: part,
    relay: part.extend({ lagMs: z.number().nullable(), parked: z.number().nullable() }),
    processes: z.array(z.object({ name: z.string(), secondsAgo: z.number(), state: z.unknown() })),
  })
  .openapi('Readiness');

healthRoutes.openapi(
  operation({
    method: 'get',
    path: '/healthz',
    summary: 'The API process lives',
    tags: ['health'],
    scope: null,
    responses: { 200: json(z.object({ status: z.literal('ok') }), 'It lives') },
  }),
  (c) => c.json({ status: 'ok' as const }, 200),
);

healthRoutes.openapi(
  operation({
    method: 'get',
    path: '/readyz',
    summary: 'Whether requests can be served, and how what is behind it stands',
    tags: ['health'],
    scope: null,
    responses: { 200: json(readySchema, 'Ready, or degraded'), 503: json(readySchema, 'The database or the engine cannot be reached') },
  }),
  async (c) => {
    const { deps } = c.var;
    const [database, engine] = await Promise.all([
      check(deps, () => deps.db.orm.execute(sql`select 1`)),
      check(deps, () =>
        deps.temporal.connection.withDeadline(Date.now() + 3000, () =>
          deps.temporal.workflowService.describeNamespace({ namespace: deps.config.temporalNamespace }),
        ),
      ),
    ]);
    const relay = await relayState(deps, database.ok);
    const processes = database.ok ? (await readStates(deps.db)).map(({ name, ageMs, state }) => ({ name, secondsAgo: Math.round(ageMs / 1000), state })) : [];
    const down = !database.ok || !engine.ok;
    const degraded = !relay.ok || processes.some(({ secondsAgo, state }) => secondsAgo > silentSeconds || hasOpenBreaker(state));
    const body = { status: down ? ('down' as const) : degraded ? ('degraded' as const) : ('ready' as const), database, engine, relay, processes };
    return down ? c.json(body, 503) : c.json(body, 200);
  },
);

/** An event should be numbered within moments; this long means that no relay is at work. */
const relayLagLimitMs = 30_000;
/** Processes speak every ten seconds. */
const silentSeconds = 60;

async function relayState(deps: ApiDeps, reachable: boolean) {
  if (!reachable) return { ok: false, detail: 'unknown while the database cannot be reached', lagMs: null, parked: null };
  const { lagMs, parked } = await relayHealth(deps.db);
  const ok = lagMs < relayLagLimitMs;
  return { ok, detail: ok ? null : `the oldest event has waited ${Math.round(lagMs / 1000)} s for the relay`, lagMs, parked };
}

async function check(deps: ApiDeps, ask: () => Promise<unknown>): Promise<{ ok: boolean; detail: string | null }> {
  try {
    await ask();
    return { ok: true, detail: null };
  } catch (error) {
    deps.log.warn({ err: error }, 'not ready');
    return { ok: false, detail: 'cannot be reached' };
  }
}

const hasOpenBreaker = (state: unknown): boolean => {
  const { breakers } = (state ?? {}) as { breakers?: { state?: string }[] };
  return Array.isArray(breakers) && breakers.some((breaker) => breaker.state === 'open');
};
