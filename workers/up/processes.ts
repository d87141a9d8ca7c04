import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import { birthOf, end, forgetPid, writePid } from './pids.ts';

/** A process the supervisor keeps alive. */
export type Service = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  uid?: number;
  gid?: number;
  /** What ends it in good order, and how long that may take. */
  stopSignal?: NodeJS.Signals;
  graceMs?: number;
  /** Resolves when it does its work; given up when the process ends first. */
  ready(child: ChildProcess): Promise<void>;
};

export type Supervisor = {
  /** Starts a service and waits until it is ready; from then on it is started again whenever it dies. */
  start(service: Service): Promise<void>;
  /** Stops services side by side. */
  stop(...names: string[]): Promise<void>;
};

const firstBackoffMs = 250;
const longestBackoffMs = 30_000;
/** After this long without a fault, the next one counts as the first. */
const calmMs = 60_000;
const firstTries = 3;
/** A broken configuration does not mend itself: never tried again. */
const exitBadConfig = 78;
const rotateBytes = 20 * 1024 ** 2;

type Running = { service: Service; child: ChildProcess | undefined; birth: string | undefined; stopping: boolean; ended: Promise<void> };

export function createSupervisor({ logs, pids, say }: { logs: string; pids: string; say: (line: string) => void }): Supervisor {
  const running = new Map<string, Running>();
  const logFile = (name: string): string => join(logs, `${name}.log`);

  /** One life of a process: `ready` when it works, `gone` with how it ended. */
  const launch = (state: Running): { ready: Promise<void>; gone: Promise<{ code: number | null; signal: string | null }> } => {
    const { service } = state;
    const log = openLog(logFile(service.name));
    const child = spawn(service.command, service.args, {
      // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops all in order.
      detached: true,
      // Our own programs say over the channel when they are ready.
      stdio: service.command === process.execPath ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
      env: { ...process.env, ...service.env },
      ...(service.cwd && { cwd: service.cwd }),
      ...(service.uid !== undefined && { uid: service.uid, gid: service.gid }),
    });
    closeSync(log);
    state.child = child;
    state.birth = child.pid === undefined ? undefined : birthOf(child.pid);
    if (child.pid !== undefined) writePid(pids, service.name, child.pid);
    const gone = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      child.once('error', () => resolve({ code: 1, signal: null }));
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    const ready = Promise.race([service.ready(child), gone.then((how) => Promise.reject(new Error(endedHow(how))))]);
    ready.catch(() => {});
    return { ready, gone };
  };

  const keepAlive = async (state: Running, firstReady: { resolve(): void; reject(error: Error): void }): Promise<void> => {
    const { name } = state.service;
    let backoff = firstBackoffMs;
    let wasReady = false;
    for (let tries = 1; !state.stopping; tries++) {
      const began = Date.now();
      const { ready, gone } = launch(state);
      ready.then(
        () => {
          if (wasReady) say(`${name} is back`);
          wasReady = true;
          firstReady.resolve();
        },
        () => {},
      );
      const how = await gone;
      forgetPid(pids, name);
      if (state.stopping) return;
      if (!wasReady && (tries >= firstTries || how.code === exitBadConfig)) {
        state.stopping = true;
        firstReady.reject(
          new DomainError('not-started', `${name} did not start (${endedHow(how)}): ${lastWords(logFile(name))}`, {
            nextStep: `Its log is ${logFile(name)}; mend the cause and start again`,
          }),
        );
        return;
      }
      if (Date.now() - began > calmMs) backoff = firstBackoffMs;
      if (wasReady) say(`${name} ${endedHow(how)}; starting it again in ${backoff / 1000} s (log: ${logFile(name)})`);
      await new Promise((resolve) => setTimeout(resolve, backoff));
      backoff = Math.min(backoff * 2, longestBackoffMs);
    }
  };

  return {
    start(service) {
      return new Promise((resolve, reject) => {
        const state: Running = { service, child: undefined, birth: undefined, stopping: false, ended: Promise.resolve() };
        running.set(service.name, state);
        state.ended = keepAlive(state, { resolve, reject });
      });
    },
    async stop(...names) {
      await Promise.all(
        names.map(async (name) => {
          const state = running.get(name);
          if (!state) return;
          state.stopping = true;
          const { child, birth, service } = state;
          if (child?.pid !== undefined && birth) await end({ pid: child.pid, birth }, service.stopSignal ?? 'SIGTERM', service.graceMs ?? 8000);
          forgetPid(pids, name);
          running.delete(name);
        }),
      );
    },
  };
}

const endedHow = ({ code, signal }: { code: number | null; signal: string | null }): string =>
  signal ? `was ended by ${signal}` : `ended with exit code ${code}`;

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > rotateBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** The last line a process wrote that says something to a person: the message of a JSON line, or the first line of an error. */
export function lastWords(path: string): string {
  const lines = readFileSync(path, 'utf8')
    .slice(-8000)
    .split('\n')
    .filter((line) => line.trim() && !/^\s+at |^\s*[{}]|^Node\.js v/.test(line.replace(/^\{".*$/, '')));
  const telling = lines.findLast((line) => /error|cannot|fail|configuration|refused|in use/i.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  try {
    const json = JSON.parse(telling) as { msg?: string; message?: string };
    return json.msg ?? json.message ?? telling;
  } catch {
    return telling.trim().slice(0, 300);
  }
}
