import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFree } from '../../workers/up/ports.ts';
import { type Compose, imageEnvironment, root } from './compose.ts';

/** What the containers have to themselves and one machine must share: addresses, ports, names, folders. */
export type Local = (variable: string, value: string) => string;
export type Machine = {
  folder: string;
  /** Runs a one-shot of the compose file to its end and returns what it said; a failure is an error with its last words. */
  once(service: string): Promise<string>;
  /** Starts a service of the compose file. */
  start(service: string, extra?: Record<string, string>): ChildProcess;
  /** Runs a service's own health check until it succeeds. */
  healthy(service: string): Promise<void>;
  /** The end of a service's log, for whoever has to find out why. */
  lastWords(service: string): string;
  /** Ends a service as Docker does. Answers its exit code, or the signal that ended it. */
  stop(service: string): Promise<number | string>;
  destroy(): Promise<void>;
};

/** Runs services of the compose file as processes of this machine: their commands, their variables, nothing else of our environment. */
export function createMachine(compose: Compose, programs: Record<string, string>, local: Local): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-production-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, path] of Object.entries({ ...programs, node: process.execPath })) symlinkSync(path, join(bin, name));
  const children = new Map<string, ChildProcess>();
  const log = (service: string): string => readFileSync(join(folder, `${service}.log`), { encoding: 'utf8', flag: 'a+' });
  const lastWords = (service: string): string =>
    log(service)
      .trim()
      .split('\n')
      .slice(-8)
      .map((line) => line.slice(0, 400))
      .join('\n');

  const environment = (service: string, extra: Record<string, string>): Record<string, string> => {
    const { build, environment: own } = compose.services[service]!;
    const all = { ...(build ? imageEnvironment() : {}), ...own };
    return { PATH: `${bin}:/usr/bin:/bin`, ...Object.fromEntries(Object.entries(all).map(([name, value]) => [name, local(name, String(value))])), ...extra };
  };
  const run = (service: string, command: string[], extra: Record<string, string>, file = service): ChildProcess => {
    const out = openSync(join(folder, `${file}.log`), 'a');
    const [program, ...args] = command.map((word) => word.replace('/etc/keyturn', join(root, 'deploy/temporal')));
    const child = spawn(program!, args, { cwd: root, env: environment(service, extra), stdio: ['ignore', out, out] });
    closeSync(out);
    return child;
  };
  const ended = (child: ChildProcess): Promise<number | string> =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode) resolve(child.exitCode ?? child.signalCode!);
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(code ?? signal!));
    });
  const killAll = (): void => {
    for (const child of children.values()) child.kill('SIGKILL');
  };
  process.once('exit', killAll);

  return {
    folder,
    lastWords,
    async once(service) {
      const child = run(service, compose.services[service]!.command!, {});
      children.set(service, child);
      const code = await ended(child);
      if (code !== 0) throw new Error(`${service} ended with ${code}:\n${lastWords(service)}`);
      return log(service);
    },
    start(service, extra = {}) {
      const command = compose.services[service]!.command ?? ['temporal-server', 'start'];
      const child = run(service, command, extra);
      children.set(service, child);
      return child;
    },
    async healthy(service) {
      const { build, healthcheck } = compose.services[service]!;
      const [, ...check] = healthcheck!.test!;
      // Docker asks from the start; here a process first says that it is ready, which spares a loaded machine many askings.
      const well = async (): Promise<boolean> => {
        if (!build) return opens(local('TEMPORAL_ADDRESS', ''));
        return /"msg":"(\w+ ready|relay is numbering)"/.test(log(service)) && (await ended(run(service, check, {}, `${service}-health`))) === 0;
      };
      for (const until = Date.now() + 90_000; !(await well()); await new Promise((resolve) => setTimeout(resolve, 200))) {
        const { exitCode, signalCode } = children.get(service)!;
        if (exitCode !== null || signalCode) throw new Error(`${service} ended with ${exitCode ?? signalCode}:\n${lastWords(service)}`);
        if (Date.now() > until) throw new Error(`${service} is not well:\n${lastWords(`${service}-health`)}\n${lastWords(service)}`);
      }
    },
    async stop(service) {
      const child = children.get(service)!;
      const gone = ended(child);
      child.kill('SIGTERM');
      return gone;
    },
    async destroy() {
      killAll();
      await Promise.all([...children.values()].map(ended));
      process.off('exit', killAll);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function opens(address: string): Promise<boolean> {
  const [host, port] = address.split(':') as [string, string];
  return new Promise((resolve) => {
    const socket = connect(Number(port), host, () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}

/** Free ports below 32768, all different: the server keeps its own in a smallint on PostgreSQL. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 15_000 + Math.floor(Math.random() * 17_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}
