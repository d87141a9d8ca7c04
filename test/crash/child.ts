// One attempt of one activity in a process of its own, killed at a point. Everything comes in by the environment.
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities } from '../../activities/index.ts';
import { createProviders } from '../../activities/providers/index.ts';
import { openDb } from '../../db/client.ts';
import { createFileStore } from '../../db/files.ts';
import { type Call, deadly, die, type KillPoint } from './kill.ts';

export type Attempt = { activity: string; input: unknown; call: Call; point: KillPoint; appUrl: string; filesFolder: string; info: object };

const { activity, input, call, point, appUrl, filesFolder, info } = JSON.parse(process.env.ATTEMPT!) as Attempt;
const deps = { db: openDb(appUrl, { max: 3 }), files: createFileStore(filesFolder), publicUrl: 'http://localhost:3000', ...createProviders(process.env) };
const activities = createActivities(deadly(deps, call, point)) as unknown as Record<string, (input: unknown) => Promise<unknown>>;
await new MockActivityEnvironment(info).run(activities[activity]!, input);
if (point === 'before-acknowledgement') die();
process.exit(0);
