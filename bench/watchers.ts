import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
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
    const measured = await measure({ home, url: `http://127.0.0.1:${port}`, deals, kills, say });
    await stop(supervisor);
    return { ...measured, detail: { ...measured.detail, engineRows: engineRows(home) } };
  } finally {
    await end(supervisor, home);
  }
}

type Measuring = { home: string; url: string; deals: number; kills: number; say: (line: string) => void };

/** Clocks that somebody must act on, for each deal asked for. No form sets twenty going, so more files carry them. */
const clocksPerDeal = 20;
const dayMs = 86_400_000;
/** Days that go by, in parts: each is one "keyturn forward", with its share of the kills. */
const parts = [3, 3, 3, 3];

async function measure({ home, url, deals, kills, say }: Measuring) {
  const running = readInstance(home)!.running!;
  const relay = postgres(running.databaseRelayUrl, { max: 2, onnotice: () => {} });
  const { key } = JSON.parse(readFileSync(join(home, 'credentials'), 'utf8')) as { key: string };
  const waiting = async (): Promise<number> =>
    Number((await relay`select count(*) as n from open_runs where kind = 'deadline' and run_due_at is not null`)[0]!.n);
  const before = { watchers: await waiting(), memory: memoryOf(home) };

  const began = Date.now();
  const opened = await openDeals(sampleApi(url, key), deals * clocksPerDeal);
  const recorded = Date.now();
  await until(
    async () => (await waiting()) >= before.watchers + opened.clocks,
    1_800_000,
    async () => `${await waiting()} of ${opened.clocks} wait`,
  );
  const startSeconds = seconds(began);
  const after = memoryOf(home);
  say(`${opened.clocks} watchers of ${opened.deals} deals wait after ${startSeconds} s (recorded in ${seconds(began, recorded)} s)`);

  // Time goes by while processes die: every reminder falls due, and each is given once.
  const moving = Date.now();
  const [{ from }] = (await relay<{ from: Date | string }[]>`select business_now() as from`) as unknown as [{ from: Date | string }];
  let target = new Date(from).getTime();
  let killed = 0;
  for (const [index, days] of parts.entries()) {
    target += days * dayMs;
    const part = Date.now();
    const stop = new AbortController();
    const share = Math.floor((kills * (index + 1)) / parts.length) - Math.floor((kills * index) / parts.length);
    const killing = killAtRandom(home, share, stop.signal, say);
    await forwardTo(home, relay, target, say);
    stop.abort();
    killed += await killing;
    say(`${days} days went by in ${seconds(part)} s`);
  }
  // Kills that a part was too quick for come now, and the clock goes on behind them.
  killed += await killAtRandom(home, kills - killed, new AbortController().signal, say);
  await forwardTo(home, relay, target + dayMs, say);
  const moveSeconds = seconds(moving);
  const counts = await countTold(relay);
  const result = {
    ...{ deals: opened.deals, clocks: opened.clocks, startSeconds, moveSeconds, days: (target + dayMs - new Date(from).getTime()) / dayMs, kills: killed },
    memoryMb: Object.fromEntries(
      Object.entries(memoryOf(home)).map(([name, end]) => [name, { before: before.memory[name] ?? 0, waiting: after[name] ?? 0, end }]),
    ),
    // Beside the seconds: what else the machine had to do.
    machine: { cores: availableParallelism(), load: Math.round(loadavg()[2]! * 10) / 10 },
    ...counts,
  };
  await relay.end({ timeout: 5 });
  return { id: 'WATCH', value: result.doubled + result.lost, target: 0, rounds: 1, detail: result };
}

const seconds = (from: number, to = Date.now()): number => Math.round((to - from) / 100) / 10;

/** What was told twice, and what is past its instant and was not told: by the events and the rows, not by what the runs say. */
async function countTold(relay: postgres.Sql) {
  const one = async (query: PromiseLike<readonly { n: string }[]>): Promise<number> => Number((await query)[0]!.n);
  const late = relay`(business_now() - interval '5 minutes')`;
  const told = (type: string) =>
    relay`exists (select 1 from events e where e.type = ${type} and e.payload ->> 'workflowId' = d.workflow_id and (e.payload ->> 'dueAt')::timestamptz = d.due_at)`;
  const doubled = await one(relay<{ n: string }[]>`
    select count(*) as n from (select payload ->> 'deadlineId', type, payload ->> 'dueAt', payload ->> 'hours', payload ->> 'role' from events
      where type in ('Deadline.Approaching', 'Deadline.Reminded', 'Deadline.Flagged', 'Deadline.Escalated', 'Deadline.Breached')
      group by 1, 2, 3, 4, 5 having count(*) > 1) twice`);
  const asleep = await one(relay<{ n: string }[]>`select count(*) as n from open_runs where kind = 'deadline' and run_due_at < ${late}`);
  const unmarked = await one(relay<{ n: string }[]>`
    select count(*) as n from deadlines d where watched and status in ('pending', 'breached') and due_at - interval '72 hours' < ${late} and not ${told('Deadline.Approaching')}`);
  const unbroken = await one(relay<{ n: string }[]>`
    select count(*) as n from deadlines d where watched and due_at < ${late} and (status = 'pending' or (status = 'breached' and not ${told('Deadline.Breached')}))`);
  const events = await relay<{ type: string; n: string }[]>`select type, count(*) as n from events where type like 'Deadline.%' group by 1 order by 1`;
  const parked = await one(relay<{ n: string }[]>`select count(*) as n from parked_events where status = 'parked'`);
  return { told: Object.fromEntries(events.map(({ type, n }) => [type, Number(n)])), parked, doubled, lost: asleep + unmarked + unbroken };
}

/** Deals under the Texas form, every one of its fifteen clocks dated and none of them met, until there are as many clocks as asked for. */
async function openDeals(api: ReturnType<typeof sampleApi>, wanted: number): Promise<{ deals: number; clocks: number }> {
  const day = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  const opened = { deals: 0, clocks: 0 };
  const one = async (n: number): Promise<number> => {
    const property = { address: `${100 + n} Watcher Ln`, city: 'San Antonio', state: 'TX', zip: '78228', county: 'Bexar' };
    const { dealNo } = await api.post<{ dealNo: number }>('/v1/deals', { property, side: 'buyer' }, `watch/${n}`);
    const path = `/v1/deals/${dealNo}`;
    const periods = { optionDays: 5 + (n % 9), objectionDays: 7 };
    // What would meet one clock while it dates another is a date of the contract; the rest comes in as facts, one by one.
    const title = { commitmentReceivedDate: day(-1), surveyReceivedDate: day(-1), objectionsReceivedDate: day(-1) };
    const dates = { closingDate: day(40), financed: true, ...title };
    await api.post(`${path}/contract`, { form: 'tx-trec-resale', effectiveOn: day(-1), priceCents: 25_000_000, periods, dates }, `watch/${n}/contract`);
    let answer: { deadlines: { status: string; dueAt: string | null }[] } = { deadlines: [] };
    for (const fact of ['Contract.ReceivedByTitle', 'SellerDisclosure.Delivered', 'ExceptionDocuments.Received'])
      answer = await api.post(`${path}/facts`, { fact, effectiveOn: day(-1) }, `watch/${n}/${fact}`);
    return answer.deadlines.filter(({ status, dueAt }) => status === 'pending' && dueAt !== null).length;
  };
  // The first says how many clocks a deal has.
  const each = await one(0);
  const queue = Array.from({ length: Math.ceil(wanted / each) - 1 }, (_, n) => n + 1);
  opened.clocks = each;
  opened.deals = queue.length + 1;
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
        const clocks = await one(n);
        opened.clocks += clocks;
      }
    }),
  );
  return opened;
}

/** Kills one process after the other, at random, and sees each come back; answers how many it killed before it was told to stop. */
async function killAtRandom(home: string, kills: number, stop: AbortSignal, say: (line: string) => void): Promise<number> {
  const names = ['worker', 'relay', 'api', 'worker', 'engine', 'postgres'];
  let count = 0;
  while (count < kills && !stop.aborted) {
    await pause(2000 + Math.random() * 6000);
    const name = names[Math.floor(Math.random() * names.length)]!;
    const victim = readPids(join(home, 'run')).find((file) => file.name === name);
    if (!victim || stop.aborted) continue;
    process.kill(victim.pid, 'SIGKILL');
    count++;
    say(`killed ${name}`);
    await until(
      () => readPids(join(home, 'run')).some((file) => file.name === name && file.pid !== victim.pid),
      90_000,
      () => `${name} did not come back`,
    );
  }
  return count;
}

/** Moves the clock to an instant. A move that a kill cut short goes on from where it stopped. */
async function forwardTo(home: string, relay: postgres.Sql, target: number, say: (line: string) => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const [row] = await relay<{ now: Date | string }[]>`select business_now() as now`;
      // A kill between the last move and the end leaves runs behind the clock: a short move brings them up.
      await forward({ days: Math.max((target - new Date(row!.now).getTime()) / dayMs, 1 / 1440), home });
      return;
    } catch (error) {
      if (tries >= 60) throw error;
      say(`cut short: ${(error as Error).message.slice(0, 120)}`);
      await pause(1000);
    }
  }
}

/** Rows of each table of the engine's store, and its size; only once the engine has ended, which has the file to itself. */
function engineRows(home: string): Record<string, number> {
  const store = new DatabaseSync(join(home, 'engine.db'));
  const tables = store.prepare("select name from sqlite_schema where type = 'table' and name not like 'executions_visibility_%'").all() as { name: string }[];
  const rows = tables.map(({ name }) => [name, Number(store.prepare(`select count(*) as n from "${name}"`).get()!.n)] as const);
  store.close();
  const most = rows.filter(([, n]) => n > 100).toSorted(([, a], [, b]) => b - a);
  return { ...Object.fromEntries(most), megabytes: Math.round(statSync(join(home, 'engine.db')).size / 1e6) };
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

async function stop(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode) return;
  const gone = new Promise((resolve) => supervisor.once('exit', resolve));
  supervisor.kill('SIGTERM');
  await Promise.race([gone, pause(30_000)]);
}

async function end(supervisor: ChildProcess, home: string): Promise<void> {
  await stop(supervisor);
  for (const { pid } of readPids(join(home, 'run'))) process.kill(pid, 'SIGKILL');
  const { cluster } = readInstance(home) ?? {};
  for (const path of [home, ...(cluster ? [dirname(cluster)] : [])]) rmSync(path, { recursive: true, force: true });
}
