import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process as its pid file knows it. Pids come round again: only with the same birth is it the same process. */
export type PidFile = { name: string; pid: number; birth: string; supervisor: number };

/** When a process began, in the words of the operating system; undefined when there is none. */
export function birthOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
    // The name in the second field may hold anything, so count from its closing bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const dead = fields[0] === 'Z' || fields[0] === 'X';
    return dead ? undefined : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

export const isAlive = ({ pid, birth }: Pick<PidFile, 'pid' | 'birth'>): boolean => birthOf(pid) === birth;

export function writePid(folder: string, name: string, pid: number): void {
  const birth = birthOf(pid);
  // Gone already: there is nothing to remember.
  if (!birth) return;
  const path = join(folder, `${name}.json`);
  writeFileSync(`${path}.new`, JSON.stringify({ name, pid, birth, supervisor: process.pid } satisfies PidFile));
  renameSync(`${path}.new`, path);
}

export const forgetPid = (folder: string, name: string): void => rmSync(join(folder, `${name}.json`), { force: true });

export function readPids(folder: string): PidFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      try {
        return [JSON.parse(readFileSync(join(folder, file), 'utf8')) as PidFile];
      } catch {
        return [];
      }
    });
}

/** Ends one process: asks, waits, and after `graceMs` ends it for good. */
export async function end(file: Pick<PidFile, 'pid' | 'birth'>, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const until = Date.now() + graceMs;
  tell(file, signal);
  while (isAlive(file) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  tell(file, 'SIGKILL');
  while (isAlive(file)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function tell(file: Pick<PidFile, 'pid' | 'birth'>, signal: NodeJS.Signals): void {
  try {
    if (isAlive(file)) process.kill(file.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}
