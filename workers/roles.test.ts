import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importsQueue, mainQueue, renderingQueue, sendsQueue } from '../workflows/queues.ts';
import { activitiesOf } from './roles.ts';

const queues: Record<string, string> = { importsQueue, mainQueue, renderingQueue, sendsQueue };
const folder = new URL('../workflows', import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
/** What each workflow asks for, and on which queue. */
const asked = sources.flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/proxyActivities<Pick<\w+, ([^>]*)>>\(\{([\s\S]*?)\n\}\);/g)].flatMap(([, names, options]) => {
    const queue = /taskQueue: (\w+)/.exec(options!)?.[1] ?? 'mainQueue';
    return [...names!.matchAll(/'(\w+)'/g)].map(([, name = '']) => ({ file, name, queue: queues[queue] }));
  }),
);

test('workflows ask for activities on the queue whose workers have them', () => {
  expect(asked.length).toBeGreaterThan(25);
  const all = Object.fromEntries(asked.map(({ name }) => [name, () => {}])) as never;
  expect(asked.filter(({ name, queue }) => !queue || !(name in activitiesOf(all, queue)))).toEqual([]);
});
