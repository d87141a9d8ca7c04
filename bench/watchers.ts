import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import postgres from 'postgres';
import { cachedEngine } from '../workers/up/engine-build.ts';
import { forward } from '../workers/up/forward/forward.ts';
import { readInstance } from '../workers/up/home.ts';
import { readPids } from '../workers/up/pids.ts';
import { freePort } from '../workers/up/ports.ts';
import { sampleApi } from '../workers/up/sample/api.ts';

/** Deals with all their clocks on one machine: how long until every watcher waits, what they hold, and that random kills lose and double nothing. */
export async function benchWatchers({ deals = 200, kills = 12, say }: { deals?: number; kills?: number; say: (line: string) => void }) {
  const home = mkdtempSync(join(tmpdir(), 'keyturn-watchers-'));
  const port = await freePort();
  const env = { ...process.env, npm_lifecycle_event: '', KEYTURN_HOME: home, KEYTURN_PORT: String(port), KEYTURN_ENGINE: cachedEngine()! };
  const supervisor = spawn(process.execPath, [new URL('../workers/up/main.ts', import.meta.url).pathname], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [supervisor.stdout!, supervisor.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  try {
    await until(
      () => said.includes('Keyturn runs'),
      240_000,
      () => said,
    );
    return await measure({ home, url: `http://127.0.0.1:${port}`, deals, kills, say });
  } finally {
    await end(supervisor, home);
  }
}

type Measuring = { home: string; url: string; deals: number; kills: number; say: (line: string) => void };

async function measure({ home, url, deals, kills, say }: Measuring) {
  const running = readInstance(home)!.running!;
  const relay = postgres(running.databaseRelayUrl, { max: 2, onnotice: () => {} });
  const connection = await Connection.connect({ address: running.temporalAddress });
  const client = new Client({ connection, namespace: running.namespace });
  const { key } = JSON.parse(readFileSync(join(home, 'credentials'), 'utf8')) as { key: string };
  const waiting = async (): Promise<number> =>
    Number((await relay`select count(*) as n from open_runs where kind = 'deadline' and run_due_at is not null`)[0]!.n);
  const before = { watchers: await waiting(), memory: memoryOf(home) };

  const began = Date.now();
  const clocks = await openDeals(sampleApi(url, key), deals);
  const recorded = Date.now();
  await until(
    async () => (await waiting()) >= before.watchers + clocks,
    600_000,
    async () => `${await waiting()} of ${clocks} wait`,
  );
  const startSeconds = (Date.now() - began) / 1000;
  const after = { watchers: await waiting(), memory: memoryOf(home) };
  say(`${clocks} watchers of ${deals} deals wait after ${startSeconds.toFixed(1)} s (recorded in ${((recorded - began) / 1000).toFixed(1)} s)`);

  // Time goes by while processes die: every reminder falls due, and each is given once.
  const killing = killAtRandom(home, kills, say);
  for (let days = 0; days < 12; days += 3) await keepForwarding(home, 3);
  await killing.done;
  await keepForwarding(home, 1);
  const doubled = await relay<{ n: string }[]>`
    select count(*) as n from (select payload ->> 'deadlineId', type, payload ->> 'dueAt', payload ->> 'hours', payload ->> 'role' from events
      where type in ('Deadline.Approaching', 'Deadline.Reminded', 'Deadline.Flagged', 'Deadline.Escalated', 'Deadline.Breached')
      group by 1, 2, 3, 4, 5 having count(*) > 1) twice`;
  // Whatever is past its instant has been told or settled; a clock that is past and still pending was lost.
  const lost = await relay<{ n: string }[]>`select count(*) as n from open_runs where kind = 'deadline' and run_due_at < business_now() - interval '5 minutes'`;
  const { count: engineRuns } = await client.workflow.count();
  const result = {
    ...{ deals, clocks, startSeconds: Math.round(startSeconds * 10) / 10, kills: killing.count() },
    memoryMb: Object.fromEntries(Object.entries(after.memory).map(([name, mb]) => [name, { before: before.memory[name] ?? 0, after: mb }])),
    engineRuns,
    ...{ doubled: Number(doubled[0]!.n), lost: Number(lost[0]!.n) },
  };
  await connection.close();
  await relay.end({ timeout: 5 });
  return { id: 'WATCH', value: result.doubled + result.lost, target: 0, rounds: 1, detail: result };
}

/** Deals under the Texas form with every fact known that starts a clock; answers how many clocks have a date. */
async function openDeals(api: ReturnType<typeof sampleApi>, deals: number): Promise<number> {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  let clocks = 0;
  const one = async (n: number): Promise<void> => {
    const property = { address: `${100 + n} Watcher Ln`, city: 'San Antonio', state: 'TX', zip: '78228', county: 'Bexar' };
    const { dealNo } = await api.post<{ dealNo: number }>('/v1/deals', { property, side: 'buyer' }, `watch/${n}`);
    const path = `/v1/deals/${dealNo}`;
    const periods = { optionDays: 5 + (n % 9), objectionDays: 7 };
    await api.post(
      `${path}/contract`,
      { form: 'tx-trec-resale', effectiveOn: day(-1), priceCents: 25_000_000, periods, dates: { closingDate: day(40), financed: true } },
      `watch/${n}/contract`,
    );
    let answer: { deadlines: { status: string; dueAt: string | null }[] } = { deadlines: [] };
    for (const fact of ['Contract.ReceivedByTitle', 'SellerDisclosure.Delivered', 'ExceptionDocuments.Received', 'TitleObjections.Sent'])
      answer = await api.post(`${path}/facts`, { fact, effectiveOn: day(-1) }, `watch/${n}/${fact}`);
    clocks += answer.deadlines.filter(({ status, dueAt }) => status === 'pending' && dueAt !== null).length;
  };
  const queue = Array.from({ length: deals }, (_, n) => n);
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let n = queue.shift(); n !== undefined; n = queue.shift()) await one(n);
    }),
  );
  return clocks;
}

function killAtRandom(home: string, kills: number, say: (line: string) => void): { done: Promise<void>; count: () => number } {
  let count = 0;
  const names = ['worker', 'relay', 'api', 'worker', 'engine', 'postgres'];
  const done = (async () => {
    for (let n = 0; n < kills; n++) {
      await pause(2000 + Math.random() * 4000);
      const name = names[Math.floor(Math.random() * names.length)]!;
      const victim = readPids(join(home, 'run')).find((file) => file.name === name);
      if (!victim) continue;
      process.kill(victim.pid, 'SIGKILL');
      count++;
      say(`killed ${name}`);
      await until(
        () => readPids(join(home, 'run')).some((file) => file.name === name && file.pid !== victim.pid),
        90_000,
        () => `${name} did not come back`,
      );
    }
  })();
  return { done, count: () => count };
}

/** A move that a kill cut short goes on from where it stopped. */
async function keepForwarding(home: string, days: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await forward({ days, home });
      return;
    } catch (error) {
      if (tries >= 40) throw error;
      await pause(3000);
    }
  }
}

/** Resident memory of each process, in MB. */
function memoryOf(home: string): Record<string, number> {
  return Object.fromEntries(
    readPids(join(home, 'run')).map(({ name, pid }) => {
      const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      return [name, Math.round(Number(kb ?? 0) / 1024)];
    }),
  );
}

async function until(look: () => boolean | Promise<boolean>, patienceMs: number, words: () => string | Promise<string>): Promise<void> {
  for (
    const end = Date.now() + patienceMs;
    !(await Promise.resolve()
      .then(look)
      .catch(() => false));
    await pause(250)
  )
    if (Date.now() > end) throw new Error(`nothing after ${patienceMs / 1000} s: ${(await words()).slice(-1500)}`);
}

async function end(supervisor: ChildProcess, home: string): Promise<void> {
  const gone = new Promise((resolve) => supervisor.once('exit', resolve));
  supervisor.kill('SIGTERM');
  await Promise.race([gone, pause(30_000)]);
  for (const { pid } of readPids(join(home, 'run'))) process.kill(pid, 'SIGKILL');
  const { cluster } = readInstance(home) ?? {};
  for (const path of [home, ...(cluster ? [dirname(cluster)] : [])]) rmSync(path, { recursive: true, force: true });
}
