// The containers' health check: does this process do its work? Exit code 0 or 1, and one sentence: `node deploy/healthy.ts api|relay|worker`.
import { hostname } from 'node:os';

/** A worker asks each queue at least once a minute; two missed turns are a fault. */
const silentMs = 130_000;
/** Events are numbered within moments; the relay's own patience with a fault is half a minute. */
const lagMs = 60_000;

// It runs every few seconds in every container, so each check loads only what it needs.
const checks: Record<string, (env: NodeJS.ProcessEnv) => Promise<string>> = { api, relay, worker };

try {
  const check = checks[process.argv[2] ?? ''];
  if (!check) throw new Error(`say of what: ${Object.keys(checks).join(', ')}`);
  console.log(await check(process.env));
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

async function api({ KEYTURN_PORT = '3000' }: NodeJS.ProcessEnv): Promise<string> {
  const { status } = await fetch(`http://127.0.0.1:${KEYTURN_PORT}/healthz`, { signal: AbortSignal.timeout(4000) });
  if (status !== 200) throw new Error(`/healthz answers ${status}`);
  return 'the API answers';
}

async function relay(env: NodeJS.ProcessEnv): Promise<string> {
  const [{ relayHealth }, { openDb }, { relayVariables }] = await Promise.all([
    import('../db/across/health.ts'),
    import('../db/client.ts'),
    import('../workers/relay/config.ts'),
  ]);
  const { DATABASE_APP_URL } = relayVariables.parse(env);
  const health = await relayHealth(openDb(DATABASE_APP_URL, { max: 1, application: 'keyturn-health' }));
  if (health.lagMs > lagMs) throw new Error(`the oldest event has waited ${Math.round(health.lagMs / 1000)} s`);
  return `the relay is ${health.lagMs} ms behind`;
}

/** A worker lives when the engine has lately heard this machine ask each of its queues. */
async function worker(env: NodeJS.ProcessEnv): Promise<string> {
  const [{ Connection }, { workerVariables }, { queuesOf }] = await Promise.all([
    import('@temporalio/client'),
    import('../workers/config.ts'),
    import('../workers/roles.ts'),
  ]);
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, KEYTURN_ROLE: role } = workerVariables.parse(env);
  const { workflowService } = await Connection.connect({ address, connectTimeout: 4000 });
  const queues = queuesOf(role).map(({ taskQueue, workflows }) => ({ name: taskQueue, kinds: workflows ? [1, 2] : [2] }));
  for (const { name, kinds } of queues)
    for (const taskQueueType of kinds) {
      const { pollers } = await workflowService.describeTaskQueue({ namespace, taskQueue: { name }, taskQueueType });
      const ours = (pollers ?? []).filter(({ identity }) => identity?.endsWith(`@${hostname()}`));
      const heard = Math.max(0, ...ours.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000));
      if (Date.now() - heard > silentMs) throw new Error(`nobody on ${hostname()} asks the queue ${name}`);
    }
  return `the ${role} asks ${queues.map(({ name }) => name).join(', ')}`;
}
