import { spawn } from 'node:child_process';
import type { Deps } from '../../activities/index.ts';
import { cases } from './cases.ts';
import type { Attempt, Crash, Told } from './child.ts';
import type { KillPoint } from './kill.ts';
import { makeWorld, type World } from './world.ts';

export type Name = keyof typeof cases;
/** An attempt that was killed: its world, what it was given, and where it was. */
export type Killed = { world: World; input: object; at: string | undefined };
type Settings = Omit<Crash, 'point' | 'attempts'> & { env: Record<string, string> };

/** One attempt of every activity, each in a world of its own, in one process that is killed when all of them are at the point. */
export async function crash(deps: Deps, point: KillPoint, settings: Settings): Promise<{ signal: string | null; killed(name: Name): Killed }> {
  const names = Object.keys(cases) as Name[];
  const prepared = await Promise.allSettled(
    names.map(async (name) => {
      const world = await makeWorld(deps);
      return { name, world, input: await cases[name].input(deps, world) };
    }),
  );
  const ready = prepared.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const attempts = ready.map(({ name, world, input }) => ({ activity: name, input, call: cases[name].call, info: world.info }));
  const { signal, told, output } = await run(point, attempts, settings);
  return {
    signal,
    killed(name) {
      const its = prepared[names.indexOf(name)]!;
      if (its.status === 'rejected') throw its.reason;
      const { world, input } = its.value;
      return { world, input, at: told.find(({ activity }) => activity === name)?.at ?? `nowhere: ${output}` };
    },
  };
}

async function run(point: KillPoint, attempts: Attempt[], { env, ...settings }: Settings): Promise<{ signal: string | null; told: Told[]; output: string }> {
  const what: Crash = { point, attempts, ...settings };
  const child = spawn(process.execPath, [new URL('./child.ts', import.meta.url).pathname], {
    env: { ...process.env, ...env, CRASH: JSON.stringify(what) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [lines, faults] = [child.stdout, child.stderr].map((stream) => {
    const texts: string[] = [];
    stream.setEncoding('utf8').on('data', (text: string) => texts.push(text));
    return texts;
  });
  const signal = await new Promise<string | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  const told = lines!
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Told);
  return { signal, told, output: faults!.join('').slice(-1500) };
}
