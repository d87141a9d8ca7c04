import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { acceptsEmail, acceptsText, genuineEmail, genuineText, mutateEmail, mutateText, roller } from '../domain/outreach/signature.arbitrary.ts';

/** R6: mutated, expired and foreign webhooks by the million; the value is how many were taken for something they were not. */
export function forgeries(count: number, seed = 1): { accepted: number; refusedGenuine: number; perSecond: number } {
  const roll = roller(seed);
  const nowUnix = 1_790_000_000;
  const started = performance.now();
  let [accepted, refusedGenuine] = [0, 0];
  for (let n = 0; n < count; n += 2) {
    const text = genuineText(roll);
    const [truth, taken] = [acceptsText(text), acceptsText(mutateText(text, roll))];
    if (truth === null) refusedGenuine += 1;
    if (taken !== null && taken !== truth) accepted += 1;
    const email = genuineEmail(roll, nowUnix);
    if (acceptsEmail(email, nowUnix) === null) refusedGenuine += 1;
    if (acceptsEmail(mutateEmail(email, roll), nowUnix) !== null) accepted += 1;
  }
  return { accepted, refusedGenuine, perSecond: Math.round((2 * count) / ((performance.now() - started) / 1000)) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const count = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 1_000_000);
  console.log(JSON.stringify({ id: 'R6', ...forgeries(count), count, rounds: 1 }));
}
