import { fork } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { type BenchDatabase, benchBrokerage, benchDatabase } from './database.ts';
import { begin, finish, importList, request } from './import.run.ts';
import { listColumns, writePropertyList } from './property-list.ts';

export type ImportBench = {
  id: 'P1' | 'P2' | 'P3';
  ratio?: number;
  value?: number;
  target: number;
  rounds: number;
  unit: string;
  passed: boolean;
  detail: Record<string, unknown>;
};
type Options = { rows?: number; rounds?: number; say?: (line: string) => void };

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const spread = (values: readonly number[]) => ({ median: round(median(values)), min: round(Math.min(...values)), max: round(Math.max(...values)) });
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** P1: the seeded list from opening its file to the last commit, against a bare COPY of the same bytes into text columns, in turns. */
export async function benchImport({ rows = 100_000, rounds = 5, say = () => {} }: Options = {}): Promise<ImportBench> {
  return withList(rows, async (database, path) => {
    const expected = await readWithCsvParse(path);
    const [copies, imports, ratios, cpu]: [number[], number[], number[], object[]] = [[], [], [], []];
    // One round more than counted: the first warms both up.
    for (let turn = 0; turn <= rounds; turn++) {
      await reset(database);
      const copy = await bareCopy(database, path);
      await reset(database);
      const brokerageId = await benchBrokerage(database.app);
      const before = cpuOf(database);
      const { report, millis } = await importList(database.app, brokerageId, path);
      const used = cpuSince(before, database);
      const [found] =
        await database.admin`select (select count(*)::int from leads) as leads, (select count(*)::int from leads where outcome is not null) as decided,
        (select count(*)::int from events where type = 'Leads.Imported') as events, (select count(*)::int from import_batches) as batches`;
      const right =
        report.read === expected.rows &&
        report.new === expected.parcels &&
        report.merged === expected.rows - expected.parcels &&
        found!.leads === expected.parcels;
      if (!right || found!.decided !== found!.leads || found!.events !== found!.batches)
        throw new Error(`a wrong answer voids the round: ${JSON.stringify({ report, found, expected })}`);
      say(
        `round ${turn}: COPY ${Math.round(copy)} ms, import ${Math.round(millis)} ms, ratio ${round(copy / millis)}, CPU of Node ${used.nodeMs} ms, of PostgreSQL ${used.postgresMs ?? '?'} ms`,
      );
      if (turn === 0) continue;
      copies.push(copy);
      imports.push(millis);
      ratios.push(copy / millis);
      cpu.push(used);
    }
    const ratio = round(median(ratios));
    const detail = {
      rows,
      ratio: spread(ratios),
      copyRowsPerSecond: Math.round((rows * 1000) / median(copies)),
      importRowsPerSecond: Math.round((rows * 1000) / median(imports)),
      floor: 0.25,
      cpu,
      node: process.version,
    };
    return { id: 'P1', ratio, target: 0.4, rounds, unit: 'x bare COPY', passed: ratio >= 0.4, detail };
  });
}

/** P2: the same bytes a second time. `value` is the number of leads rewritten, by PostgreSQL's own count. */
export async function benchImportAgain({ rows = 100_000, rounds = 5, say = () => {} }: Options = {}): Promise<ImportBench> {
  return withList(rows, async (database, path) => {
    const brokerageId = await benchBrokerage(database.app);
    await importList(database.app, brokerageId, path);
    // A session that rests tells its last counts after ten seconds: those of the first import are not the repeat's.
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    const ratios: number[] = [];
    let rewritten = 0;
    let requested = 0;
    for (let turn = 0; turn <= rounds; turn++) {
      await database.admin`checkpoint`;
      const copy = await bareCopy(database, path);
      const before = await written(database);
      const { report, millis } = await importList(database.app, brokerageId, path);
      const after = await written(database);
      if (report.new + report.updated + report.rejected.total > 0 || report.unchanged + report.merged !== report.read)
        throw new Error(`a wrong answer voids the round: ${JSON.stringify(report)}`);
      rewritten += after.leads - before.leads;
      // What would start a deal's or an enrichment's run; the import's own run is not one of them.
      const [runs] = await database.admin`select count(*)::int as n from events where type in ('Deal.Opened', 'LeadJob.Requested', 'Enrolment.Opened')`;
      requested += runs!.n as number;
      say(`round ${turn}: COPY ${Math.round(copy)} ms, again ${Math.round(millis)} ms, ratio ${round(copy / millis)}, rewritten ${after.leads - before.leads}`);
      if (turn > 0) ratios.push(copy / millis);
    }
    const detail = { rows, ratio: spread(ratios), ratioTarget: 0.4, workflowsStarted: requested, node: process.version };
    return {
      id: 'P2',
      value: rewritten,
      ratio: round(median(ratios)),
      target: 0,
      rounds,
      unit: 'leads rewritten',
      passed: rewritten === 0 && requested === 0,
      detail,
    };
  });
}

/** P3: peak resident memory of a fresh process that imports, at two sizes. */
export async function benchImportMemory({ rows = 100_000, rounds = 1, say = () => {} }: Options = {}): Promise<ImportBench> {
  const peaks: Record<number, number[]> = {};
  const cache = mkdtempSync(join(tmpdir(), 'keyturn-bench-cache-'));
  for (const size of [1000, rows, rows * 10]) {
    peaks[size] = [];
    // The first, small one fills the cache.
    for (let turn = 0; turn < (size === 1000 ? 1 : rounds); turn++)
      await withList(size, async (database, path) => {
        const brokerageId = await benchBrokerage(database.app);
        const ready = await begin(database.app, brokerageId, await request(database.app, brokerageId), path);
        const peak = await peakOf({ appUrl: database.appUrl, path, context: ready.context }, cache);
        const report = await finish(ready);
        if (report.read !== size || report.new + report.merged !== size) throw new Error(`a wrong answer voids the round: ${JSON.stringify(report)}`);
        say(`${size} rows: peak ${peak} MB`);
        peaks[size]!.push(peak);
      });
  }
  rmSync(cache, { recursive: true, force: true });
  const [small, large] = [median(peaks[rows]!), median(peaks[rows * 10]!)];
  const growth = round(large / small - 1);
  const detail = { flags, peakMb: { [rows]: small, [rows * 10]: large }, growth, growthTarget: 0.1, node: process.version };
  return { id: 'P3', value: Math.max(small, large), target: 150, rounds, unit: 'MB', passed: Math.max(small, large) <= 150 && growth <= 0.1, detail };
}

/** An import makes much that lives for one line: with room to spare the collector lets it lie. */
const flags = ['--max-semi-space-size=2', '--max-old-space-size=48'];

function peakOf(what: { appUrl: string; path: string; context: object }, cache: string): Promise<number> {
  // Code from the cache, as at any start but the first: the compiler of types takes 30 MB.
  const child = fork(new URL('./import.memory.ts', import.meta.url), { execArgv: flags, env: { ...process.env, NODE_COMPILE_CACHE: cache } });
  child.send(what);
  return new Promise((resolve, reject) => {
    child.once('message', (peak) => resolve(peak as number));
    child.once('exit', (code) => reject(new Error(`the import ended with ${code}`)));
  });
}

async function withList<T>(rows: number, fn: (database: BenchDatabase, path: string) => Promise<T>): Promise<T> {
  const database = await benchDatabase();
  try {
    const path = join(database.folder, 'list.csv');
    await writePropertyList(path, rows);
    await database.admin.unsafe(`create table bare (${listColumns.map((_, index) => `c${index} text`).join(', ')})`);
    return await fn(database, path);
  } finally {
    await database.stop();
  }
}

type Cpu = { node: NodeJS.CpuUsage; postgres: number | null };
const cpuOf = ({ serverPid }: BenchDatabase): Cpu => ({ node: process.cpuUsage(), postgres: treeCpuMs(serverPid) });
function cpuSince(before: Cpu, { serverPid }: BenchDatabase): { nodeMs: number; postgresMs: number | null } {
  const { user, system } = process.cpuUsage(before.node);
  const after = treeCpuMs(serverPid);
  return { nodeMs: Math.round((user + system) / 1000), postgresMs: before.postgres === null || after === null ? null : after - before.postgres };
}

/** CPU time of a process and its children so far, in ms, where the system tells (Linux). */
function treeCpuMs(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
    return [String(pid), ...children].reduce((sum, each) => {
      const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    }, 0);
  } catch {
    return null;
  }
}

async function reset({ admin }: BenchDatabase): Promise<void> {
  await admin`truncate bare, leads, contacts, contact_points, imports, import_batches, import_rejects, events, subjects, counters`;
  await admin`checkpoint`;
}

async function bareCopy({ admin }: BenchDatabase, path: string): Promise<number> {
  await admin`truncate bare`;
  const started = performance.now();
  await pipeline(createReadStream(path, { highWaterMark: 262_144 }), await admin`copy bare from stdin (format csv, header)`.writable());
  return performance.now() - started;
}

async function written({ admin }: BenchDatabase): Promise<{ leads: number }> {
  await admin`select pg_stat_force_next_flush()`;
  // Counters of other sessions arrive within a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await admin`select pg_stat_clear_snapshot()`;
  const [row] = await admin`select n_tup_upd::int as leads from pg_stat_user_tables where relname = 'leads'`;
  return { leads: row!.leads as number };
}

/** The same file by a parser that is not ours. */
async function readWithCsvParse(path: string): Promise<{ rows: number; parcels: number }> {
  const parcels = new Set<string>();
  let rows = 0;
  for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>) {
    rows++;
    parcels.add(row.APN!);
  }
  return { rows, parcels: parcels.size };
}
