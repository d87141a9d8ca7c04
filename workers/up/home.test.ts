import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testFolder } from '../../test/folder.ts';
import { lockHolder, lockHome, openHome } from './home.ts';
import { endLeftovers } from './leftovers.ts';
import { birthOf, isAlive, writePid } from './pids.ts';

let folder: string;
beforeEach(() => {
  folder = testFolder('home');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore', detached: true });

describe('a home folder', () => {
  it('keeps its secrets and ports from one start to the next, for its owner only', () => {
    const first = openHome(folder);
    first.instance.ports.engine = 12_345;
    first.save();
    const second = openHome(folder);
    expect(second.instance).toEqual(first.instance);
    expect(statSync(join(folder, 'instance.json')).mode & 0o777).toBe(0o600);
  });

  it('admits one supervisor and says who it is', () => {
    openHome(folder);
    const unlock = lockHome(folder);
    expect(lockHolder(folder)?.pid).toBe(process.pid);
    expect(() => lockHome(folder)).toThrow(`Keyturn already runs from ${folder} (process ${process.pid})`);
    unlock();
    expect(lockHolder(folder)).toBeUndefined();
  });

  it('takes over from a supervisor that was killed', () => {
    const home = openHome(folder);
    writeFileSync(join(home.pids, 'supervisor.lock'), JSON.stringify({ name: 'supervisor', pid: process.pid, birth: 'another life', supervisor: 1 }));
    lockHome(folder)();
  });
});

describe('endLeftovers', () => {
  it('ends what an earlier supervisor left', async () => {
    const home = openHome(folder);
    const child = sleeper();
    writePid(home.pids, 'relay', child.pid!);
    expect(await endLeftovers(home.pids)).toEqual(['relay']);
    expect(birthOf(child.pid!)).toBeUndefined();
  });

  it('never touches a process that only has the pid of one of ours', async () => {
    const home = openHome(folder);
    const stranger = sleeper();
    writePid(home.pids, 'relay', stranger.pid!);
    const path = join(home.pids, 'relay.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"birth":"[^"]+"/, '"birth":"an earlier process"'));
    const birth = birthOf(stranger.pid!)!;
    expect(await endLeftovers(home.pids)).toEqual([]);
    expect(isAlive({ pid: stranger.pid!, birth })).toBe(true);
    stranger.kill('SIGKILL');
  });
});
