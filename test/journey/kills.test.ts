import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { type Db, openDb, type Tx } from '../../db/client.ts';
import { inTenant } from '../../db/tenant.ts';
import { cachedEngine } from '../../workers/up/engine-build.ts';
import { readInstance } from '../../workers/up/home.ts';
import { readPids } from '../../workers/up/pids.ts';
import { freePort } from '../../workers/up/ports.ts';

const home = mkdtempSync(join(tmpdir(), 'keyturn-journey-'));
let supervisor: ChildProcess;
let db: Db | undefined;

afterAll(async () => {
  await db?.close();
  const gone = new Promise((resolve) => supervisor.once('exit', resolve));
  supervisor.kill('SIGTERM');
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 20_000).unref())]);
  for (const { pid } of readPids(join(home, 'run'))) process.kill(pid, 'SIGKILL');
  const { cluster } = readInstance(home) ?? {};
  for (const path of [home, ...(cluster ? [dirname(cluster)] : [])]) rmSync(path, { recursive: true, force: true });
});

type Counts = { deals: number; working: number; mails: Record<string, number>; claimed: number; open: unknown };

test('kill -9 of every process during the sample journey loses and doubles nothing', { timeout: 420_000 }, async () => {
  const env = { ...process.env, npm_lifecycle_event: '', KEYTURN_HOME: home, KEYTURN_PORT: String(await freePort()), KEYTURN_ENGINE: cachedEngine()! };
  supervisor = spawn(process.execPath, [new URL('../../workers/up/main.ts', import.meta.url).pathname], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [supervisor.stdout!, supervisor.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });

  // As soon as the sample's deals begin to move, each process is killed in turn, in the middle of its work.
  const running = await until(
    () => readInstance(home)?.running,
    240_000,
    () => said,
  );
  db = openDb(running.databaseAppUrl, { max: 2 });
  const brokerageId = await until(
    async () => {
      const [row] = await db!.sql`select brokerage_id from resolve_api_key(${await keyHash(home)})`.catch(() => []);
      return row?.brokerage_id as string | undefined;
    },
    120_000,
    () => said,
  );
  const ask = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => inTenant(db!, brokerageId, fn);
  await until(
    () => ask(async (tx) => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from deals`))[0]!.n > 0).catch(() => false),
    120_000,
    () => said,
  );

  const killed: string[] = [];
  for (const name of ['worker', 'relay', 'rendering', 'api', 'imports', 'sandbox', 'engine', 'postgres']) {
    const before = readPids(join(home, 'run')).find((file) => file.name === name)!;
    process.kill(before.pid, 'SIGKILL');
    killed.push(name);
    await until(
      () => readPids(join(home, 'run')).some((file) => file.name === name && file.pid !== before.pid),
      60_000,
      () => said,
    );
  }
  expect(killed).toHaveLength(8);

  const count = async (): Promise<Counts> => {
    const rows = await ask(async (tx) => ({
      // By rule; the sample's purchase was opened by hand.
      deals: (await tx.execute<{ n: number }>(sql`select count(*)::int as n from deals where opened_by = 'rule'`))[0]!.n,
      working: (await tx.execute<{ n: number }>(sql`select count(*)::int as n from deals where closed_at is null and waiting_for is null`))[0]!.n,
      claimed: (await tx.execute<{ n: number }>(sql`select count(*)::int as n from enrolments e where status = 'open' and step = 'offer-email'`))[0]!.n,
      // Named when it does not come to an end.
      open: await tx.execute(
        sql`select kind, workflow_id, waiting_for, run_due_at from open_runs where kind not in ('deal', 'enrolment', 'deadline') or waiting_for is null`,
      ),
    }));
    const effects = (await (await fetch(`${running.sandboxUrl!.replace('localhost', '127.0.0.1')}/sandbox/effects`)).json()) as {
      emails: { byMessageId: Record<string, number> };
    };
    return { ...rows, mails: effects.emails.byMessageId };
  };
  // Everything that was begun comes to where it waits: for a seller, for a person, for tomorrow.
  let last: unknown;
  const end = await until(
    async () => {
      const now = await count();
      last = { ...now, mails: Object.keys(now.mails).length };
      return now.deals >= 25 && now.working === 0 && now.claimed === 0 ? now : undefined;
    },
    180_000,
    () => `${said}\n${JSON.stringify(last)}`,
  );

  expect(end.deals, "the day's number of deals, no more").toBe(25);
  expect(
    Object.entries(end.mails).filter(([, times]) => times > 1),
    'e-mails that arrived twice',
  ).toEqual([]);
  const ledger = await ask((tx) =>
    tx.execute<{ status: string; provider_id: string | null }>(sql`select status, provider_id from sends where channel = 'email'`),
  );
  const sent = ledger.filter(({ status }) => ['sent', 'delivered', 'bounced'].includes(status));
  const unknown = ledger.filter(({ status }) => status === 'unknown');
  // What the provider has and what we believe differ by the unclear ones alone, and a person is asked about each of those.
  const arrived = Object.keys(end.mails).length;
  expect(sent.filter(({ status }) => status !== 'bounced').length).toBeLessThanOrEqual(arrived);
  expect(arrived).toBeLessThanOrEqual(sent.length + unknown.length);
  const tasks = await ask((tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from tasks where kind = 'decide-unknown-send'`));
  expect(tasks[0]!.n).toBe(unknown.length);

  const offers = await ask((tx) =>
    tx.execute<{ n: number; deals: number }>(
      sql`select count(*)::int as n, count(distinct deal_id)::int as deals from offers where status in ('requested', 'drafted', 'approved', 'sent')`,
    ),
  );
  expect(offers[0]!.n, 'one open offer per deal').toBe(offers[0]!.deals);
  const report = await ask((tx) =>
    tx.execute<{ report: { read: number; new: number; updated: number; unchanged: number; merged: number; rejected: { total: number } } }>(
      sql`select report from imports`,
    ),
  );
  const { read, rejected, ...buckets } = report[0]!.report;
  expect(buckets.new + buckets.updated + buckets.unchanged + buckets.merged + rejected.total).toBe(read);
  const parked = await ask((tx) => tx.execute<{ n: number }>(sql`select count(*)::int as n from parked_events`));
  expect(parked[0]!.n, 'parked events').toBe(0);
});

async function keyHash(folder: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  const { readFile } = await import('node:fs/promises');
  const { key } = JSON.parse(await readFile(join(folder, 'credentials'), 'utf8')) as { key: string };
  return createHash('sha256').update(key).digest('hex');
}

/** Asks again until there is an answer; at the end of its patience it fails with what the supervisor said. */
async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>, patienceMs: number, said: () => string): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await Promise.resolve()
      .then(look)
      .catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`nothing after ${patienceMs / 1000} s; npm start said:\n${said().slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
