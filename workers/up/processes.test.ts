import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { birthOf, readPids } from './pids.ts';
import { createSupervisor, type Service, type Supervisor } from './processes.ts';

let folder: string;
let supervisor: Supervisor;
let said: string[];
beforeEach(() => {
  folder = testFolder('processes');
  said = [];
  for (const name of ['logs', 'run']) mkdirSync(join(folder, name));
  supervisor = createSupervisor({ logs: join(folder, 'logs'), pids: join(folder, 'run'), say: (line) => said.push(line) });
});
afterEach(async () => {
  await supervisor.stop('one');
  rmSync(folder, { recursive: true, force: true });
});

/** A program of ours: says when it is ready, and does nothing more. */
const program = (code: string): Service => {
  const script = join(folder, 'one.mjs');
  writeFileSync(script, code);
  return { name: 'one', command: process.execPath, args: [script], ready: (child) => new Promise((resolve) => child.once('message', () => resolve())) };
};
const working = "process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); }); setInterval(() => {}, 1000); process.send({ ready: true });";
const pidOf = (): number | undefined => readPids(join(folder, 'run')).find(({ name }) => name === 'one')?.pid;

describe('the supervisor', () => {
  it('starts again what dies', async () => {
    await supervisor.start(program(working));
    const first = pidOf()!;
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(said).toContain('one is back'), { timeout: 10_000 });
    expect(pidOf()).not.toBe(first);
    expect(said[0]).toMatch(/^one was ended by SIGKILL; starting it again in 0.25 s/);
  });

  it('stops what it started, in good order, and leaves no pid file', async () => {
    await supervisor.start(program(working));
    const pid = pidOf()!;
    await supervisor.stop('one');
    expect(birthOf(pid)).toBeUndefined();
    expect(pidOf()).toBeUndefined();
    expect(readFileSync(join(folder, 'logs', 'one.log'), 'utf8')).toContain('asked to end');
  });

  it('ends for good what does not stop when asked', async () => {
    const deaf = program("process.on('SIGTERM', () => {}); process.send({ ready: true }); setInterval(() => {}, 1000);");
    await supervisor.start({ ...deaf, graceMs: 200 });
    const pid = pidOf()!;
    await supervisor.stop('one');
    expect(birthOf(pid)).toBeUndefined();
  });

  it('says why a process does not start, in its own last words, and does not try for ever', async () => {
    await expect(supervisor.start(program("throw new Error('the moon is in the wrong phase')"))).rejects.toThrow(
      /one did not start \(ended with exit code 1\): .*the moon is in the wrong phase/,
    );
  });

  it('does not try a broken configuration again', async () => {
    const script = program(
      "import { appendFileSync } from 'node:fs'; appendFileSync(new URL('tries', import.meta.url), 'x'); console.error('Configuration: KEYTURN_X: is missing'); process.exit(78);",
    );
    await expect(supervisor.start(script)).rejects.toThrow('Configuration: KEYTURN_X: is missing');
    expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('x');
  });
});
