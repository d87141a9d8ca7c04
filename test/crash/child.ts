// A worker with an attempt of every activity in flight, killed once each of them stands at its point. Everything comes in by the environment.
import { writeSync } from 'node:fs';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities/index.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { openDb } from '../../db/client.ts';
import { createFileStore } from '../../db/files.ts';
import { type Call, type KillPoint, mortal } from './kill.ts';

export type Attempt = { activity: string; input: unknown; call: Call; info: object };
export type Crash = { point: KillPoint; attempts: Attempt[]; appUrl: string; filesFolder: string };
/** A line on standard output per attempt: where it was when the process was killed. */
export type Told = { activity: string; at: string };

const { point, attempts, appUrl, filesFolder } = JSON.parse(process.env.CRASH!) as Crash;
const deps = { db: openDb(appUrl, { max: 10 }), files: createFileStore(filesFolder), publicUrl: 'http://localhost:3000', ...createProviders(process.env) };

const told = new Set<string>();
/** With the last one, this process ends as by an out-of-memory kill or a power cut: nothing runs afterwards. */
function tell(line: Told): void {
  if (told.has(line.activity)) return;
  told.add(line.activity);
  writeSync(1, `${JSON.stringify(line)}\n`);
  if (told.size < attempts.length) return;
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}

for (const { activity, input, call, info } of attempts) {
  const { deps: its, end } = mortal(deps, call, point, () => tell({ activity, at: point }));
  const activities = createActivities(its) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  new MockActivityEnvironment(info).run(activities[activity]!, input).then(
    () => (point === 'before-acknowledgement' ? end() : tell({ activity, at: 'its end, and never at the point' })),
    (error: unknown) => tell({ activity, at: `a fault, and never at the point: ${error}` }),
  );
}
