import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { cachedEngine } from './engine-build.ts';
import { lockHolder, readInstance } from './home.ts';
import { readPids } from './pids.ts';
import { freePort } from './ports.ts';

const folder = testFolder('up');
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const port = await freePort();
const running: ChildProcess[] = [];

type Started = { child: ChildProcess; said: () => string; code: Promise<number | null> };

function start({ home = folder, args = ['--empty'], env = {} }: { home?: string; args?: string[]; env?: Record<string, string> } = {}): Started {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, npm_lifecycle_event: '', KEYTURN_HOME: home, KEYTURN_PORT: String(port), KEYTURN_ENGINE: cachedEngine()!, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  return { child, said: () => text, code: new Promise((resolve) => child.once('exit', resolve)) };
}

const up = async (): Promise<Started> => {
  const started = start();
  await vi.waitFor(() => expect(started.said()).toContain('Keyturn runs'), { timeout: 120_000, interval: 200 });
  return started;
};
const ready = async (): Promise<string> => ((await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { status: string }).status;
const pids = (): string[] =>
  readPids(join(folder, 'run'))
    .map(({ name }) => name)
    .sort();
const everybody = ['api', 'engine', 'imports', 'postgres', 'relay', 'rendering', 'sandbox', 'worker'];

afterAll(() => {
  const { cluster } = readInstance(folder) ?? {};
  for (const { pid } of readPids(join(folder, 'run'))) process.kill(pid, 'SIGKILL');
  for (const child of running) child.kill('SIGKILL');
  for (const path of [folder, ...(cluster ? [dirname(cluster)] : [])]) rmSync(path, { recursive: true, force: true });
});

// One story, because a start takes seconds.
describe('npm start', { timeout: 300_000 }, () => {
  it('brings everything up, refuses a second start on its home and its port, takes over after kill -9, and stops in order', async () => {
    const first = await up();
    expect(pids()).toEqual(everybody);
    await vi.waitFor(async () => expect(await ready()).toBe('ready'), { timeout: 30_000, interval: 500 });

    const [second, elsewhere] = [start(), start({ home: join(folder, 'elsewhere') })];
    expect(await second.code).toBe(1);
    expect(second.said().trim()).toBe(
      `Keyturn already runs from ${folder} (process ${lockHolder(folder)!.pid}). Stop it there first, or set KEYTURN_HOME and KEYTURN_PORT for a second instance.`,
    );
    expect(await elsewhere.code).toBe(1);
    expect(elsewhere.said().trim().split('\n').at(-1)).toBe(
      `Port ${port} is in use by another program. Stop that program, or set KEYTURN_PORT to a free port, and start again.`,
    );

    const { ports } = readInstance(folder)!;
    first.child.kill('SIGKILL');
    await first.code;
    const third = await up();
    expect(third.said()).toContain(`ended what an earlier start had left: ${everybody.join(', ')}`);
    expect(readInstance(folder)!.ports).toEqual(ports);

    third.child.kill('SIGTERM');
    expect(await third.code).toBe(0);
    expect(third.said()).toContain('Stopped in');
    expect(pids()).toEqual([]);
    expect(lockHolder(folder)).toBeUndefined();
  });

  it('says in one sentence what is wrong, without a stack trace', async () => {
    const cases: [Partial<Parameters<typeof start>[0]>, RegExp][] = [
      [{ env: { KEYTURN_PORT: 'three' } }, /^KEYTURN_PORT is not a port number from 1 to 65535\. Correct or unset it .*\.$/],
      [
        { env: { DATABASE_URL: 'postgres://nobody:wrong@127.0.0.1:1/nothing' }, home: join(folder, 'other') },
        /The database of DATABASE_URL does not let us in \(ECONNREFUSED\)\. .*\.$/,
      ],
      [{ args: ['--reset'] }, /^Nothing was deleted\. Answer "yes", or add --yes where nobody can be asked\.$/],
      [{ args: ['--fast'] }, /^.*'--fast'.*$/],
    ];
    // Each ends before it touches anything, so they run side by side.
    for (const [failed, sentence] of cases.map(([given, sentence]) => [start(given), sentence] as const)) {
      expect(await failed.code).toBe(1);
      const last = failed.said().trim().split('\n').at(-1)!;
      expect(last).toMatch(sentence);
      expect(failed.said()).not.toMatch(/^\s+at /m);
    }
  });

  it('starts over with --reset --yes and leaves nothing of before', async () => {
    const before = readInstance(folder)!.id;
    const again = start({ args: ['--reset', '--yes', '--empty'] });
    await vi.waitFor(() => expect(again.said()).toContain('Keyturn runs'), { timeout: 120_000, interval: 200 });
    expect(readInstance(folder)!.id).not.toBe(before);
    expect(readFileSync(join(folder, 'logs', 'api.log'), 'utf8')).not.toContain('stack');
    again.child.kill('SIGTERM');
    expect(await again.code).toBe(0);
  });
});
