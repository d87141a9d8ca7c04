import { statfs } from 'node:fs/promises';
import { z } from '@hono/zod-openapi';
import { readStates, relayHealth } from '../../db/across/health.ts';
import { countUnsettled, listStuckRuns } from '../../db/queries/system.ts';
import { importsQueue, mainQueue, renderingQueue, sendsQueue } from '../../workflows/queues.ts';
import { type ApiDeps, router, tenantTx } from '../context.ts';
import { json, operation } from '../operation.ts';
import { instantSchema } from '../schemas.ts';

export const systemRoutes = router();

const breakerSchema = z.looseObject({ process: z.string(), state: z.string() });
const lagSchema = z.object({ name: z.string(), waiting: z.int(), oldestMs: z.number() });
const systemSchema = z
  .object({
    engine: z.object({
      ok: z.boolean(),
      version: z.string().nullable(),
      namespace: z.string(),
      runUrl: z.string().nullable().openapi({ description: 'Put a workflow id, percent-encoded, in place of {workflowId}; null without a Web UI' }),
    }),
    queues: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['workflow', 'activity']),
        pollers: z.int().nullable(),
        backlog: z.int().nullable(),
        oldestSeconds: z.number().nullable(),
      }),
    ),
    processes: z.array(z.object({ name: z.string(), secondsAgo: z.number(), silent: z.boolean(), state: z.unknown() })),
    relay: z.object({
      lagMs: z.number().openapi({ description: 'How long the oldest event waits for its number' }),
      parkedOfAll: z.int(),
      consumers: z.array(lagSchema).openapi({ description: 'As the relay last said' }),
    }),
    breakers: z.array(breakerSchema),
    unsettled: z.object({ sends: z.int(), envelopes: z.int(), lookups: z.int(), parked: z.int() }),
    stuck: z.array(
      z.object({
        workflowId: z.string(),
        kind: z.string(),
        dueAt: instantSchema,
        lateSeconds: z.int(),
        waitingFor: z.string().nullable(),
        reason: z.string(),
        runbook: z.string(),
      }),
    ),
    files: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  })
  .openapi('System');

systemRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/system',
    summary: 'How everything behind the screens stands: engine, queues, processes, relay, and what is stuck',
    tags: ['system'],
    scope: 'system:read',
    responses: { 200: json(systemSchema, 'As of now; what does not answer is null') },
  }),
  async (c) => {
    const { deps } = c.var;
    const [engine, queues, states, relay, files, own] = await Promise.all([
      engineOf(deps),
      Promise.all(queueKinds.map(([name, kind]) => queueOf(deps, name, kind))),
      readStates(deps.db),
      relayHealth(deps.db),
      diskOf(deps),
      tenantTx(c, async (tx) => ({ unsettled: await countUnsettled(tx), stuck: await listStuckRuns(tx, { lateMinutes, limit: 100 }) })),
    ]);
    const processes = states.map(({ name, ageMs, state }) => ({ name, secondsAgo: Math.round(ageMs / 1000), silent: ageMs > silentMs, state }));
    const breakers = processes.flatMap(({ name, state }) => breakersOf(state).map((breaker) => ({ ...breaker, process: name })));
    const reason = reasonOf(engine.ok, queues, processes);
    return c.json(
      {
        ...{ engine, queues, processes, breakers, files, unsettled: own.unsettled },
        relay: { lagMs: relay.lagMs, parkedOfAll: relay.parked, consumers: processes.flatMap(({ state }) => lagsOf(state)) },
        stuck: own.stuck.map((run) => ({ ...run, reason, runbook: '/docs/runbooks/stuck-runs' })),
      },
      200,
    );
  },
);

/** A run is a little late whenever workers are busy. */
const lateMinutes = 10;
/** Processes speak every ten seconds. */
const silentMs = 60_000;
/** Each queue and what is taken from it. */
const queueKinds = [
  [mainQueue, 'workflow'],
  [mainQueue, 'activity'],
  [sendsQueue, 'activity'],
  [importsQueue, 'activity'],
  [renderingQueue, 'activity'],
] as const;
type Queue = { name: string; kind: 'workflow' | 'activity'; pollers: number | null; backlog: number | null; oldestSeconds: number | null };

async function engineOf({ temporal, config }: ApiDeps) {
  const { temporalNamespace: namespace, temporalUiUrl } = config;
  const runUrl = temporalUiUrl ? `${temporalUiUrl}/namespaces/${namespace}/workflows/{workflowId}` : null;
  const info = await temporal.connection.withDeadline(Date.now() + 3000, () => temporal.workflowService.getSystemInfo({})).catch(() => null);
  return { ok: info !== null, version: info?.serverVersion ?? null, namespace, runUrl };
}

async function queueOf({ temporal, config }: ApiDeps, name: string, kind: Queue['kind']): Promise<Queue> {
  const ask = { namespace: config.temporalNamespace, taskQueue: { name }, taskQueueType: kind === 'workflow' ? 1 : 2, reportStats: true, reportPollers: true };
  const told = await temporal.connection.withDeadline(Date.now() + 3000, () => temporal.workflowService.describeTaskQueue(ask)).catch(() => null);
  const age = told?.stats?.approximateBacklogAge;
  return {
    ...{ name, kind },
    pollers: told ? (told.pollers?.length ?? 0) : null,
    backlog: told ? Number(told.stats?.approximateBacklogCount ?? 0) : null,
    oldestSeconds: told ? Number(age?.seconds ?? 0) : null,
  };
}

/** The disk that files lie on; null while the folder is not there. */
const diskOf = ({ config }: ApiDeps) =>
  statfs(config.home).then(
    ({ bavail, blocks, bsize }) => ({ freeBytes: bavail * bsize, totalBytes: blocks * bsize }),
    () => null,
  );

const breakersOf = (state: unknown): { state: string }[] => {
  const { breakers } = (state ?? {}) as { breakers?: { state: string }[] };
  return Array.isArray(breakers) ? breakers : [];
};

const lagsOf = (state: unknown): z.infer<typeof lagSchema>[] => z.array(lagSchema).safeParse((state as { consumers?: unknown } | null)?.consumers).data ?? [];

/** The likeliest cause for all that is late: what everything depends on comes first. */
function reasonOf(engineOk: boolean, queues: Queue[], processes: { name: string; silent: boolean }[]): string {
  if (!engineOk) return 'The engine does not answer';
  const alone = queues.filter(({ pollers }) => pollers === 0).map(({ name }) => name);
  if (alone.length > 0) return `No worker asks the queue ${[...new Set(alone)].join(', ')} for work`;
  const silent = processes.filter((process) => process.silent).map(({ name }) => name);
  if (silent.length > 0) return `The process ${silent.join(', ')} is silent`;
  return 'Its last step may be failing again and again: look at its history';
}
