import type { components } from '../../api/schema.d.ts';
import { count } from '../../parts/time.ts';

export type SystemState = components['schemas']['System'];
export type Verdict = { what: string; tone: 'bad' | 'warn'; nextStep: string };

/** An event is numbered within moments; this long means that no relay is at work. */
const lagLimitMs = 30_000;
const leastFreeBytes = 1_000_000_000;

/** What is wrong, each with what to do; what everything depends on comes first. */
export function verdicts({ engine, queues, processes, relay, breakers, stuck, files }: Omit<SystemState, 'unsettled'>): Verdict[] {
  const found: Verdict[] = [];
  if (!engine.ok)
    found.push({ what: 'The engine does not answer', tone: 'bad', nextStep: 'Nothing is lost: runs go on where they stood once it is back. Look at its log.' });
  for (const { name, secondsAgo } of processes.filter(({ silent }) => silent))
    found.push({
      what: `The process ${name} is silent for ${ageWords(secondsAgo)}`,
      tone: 'bad',
      nextStep: `Look at logs/${name}.log in the home folder, and start it again.`,
    });
  const alone = [...new Set(queues.filter(({ pollers }) => pollers === 0).map(({ name }) => name))];
  if (alone.length > 0)
    found.push({ what: `Nobody works on ${alone.join(', ')}`, tone: 'bad', nextStep: 'Start a worker that serves it: runs wait meanwhile.' });
  if (relay.lagMs > lagLimitMs)
    found.push({
      what: `The relay is ${ageWords(relay.lagMs / 1000)} behind`,
      tone: 'bad',
      nextStep: 'Look at logs/relay.log: what happens reaches no run meanwhile.',
    });
  for (const { name, oldestMs } of relay.consumers.filter((consumer) => consumer.oldestMs > lagLimitMs))
    found.push({
      what: `${consumerWords(name)} is ${ageWords(oldestMs / 1000)} behind`,
      tone: 'warn',
      nextStep: 'It goes on by itself, or its event is parked within half a minute.',
    });
  for (const breaker of breakers.filter(({ state }) => state !== 'closed'))
    found.push({
      what: `${String(breaker.provider ?? breaker.process)} does not answer`,
      tone: 'warn',
      nextStep: 'It is left alone and probed once a minute; messages wait and go out when it is back. Look at its status page.',
    });
  if (stuck.length > 0) found.push({ what: `${count(stuck.length, 'run')} late`, tone: 'warn', nextStep: 'Each is named below with its reason.' });
  if (files && files.freeBytes < leastFreeBytes)
    found.push({ what: `${sizeWords(files.freeBytes)} free on the disk`, tone: 'warn', nextStep: 'Free space: below 500 MB the instance does not start.' });
  return found.map((verdict) => ({ ...verdict, what: verdict.what.charAt(0).toUpperCase() + verdict.what.slice(1) }));
}

export const ageWords = (seconds: number): string =>
  seconds < 90
    ? `${Math.round(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} h`
        : `${Math.round(seconds / 86_400)} days`;

export const sizeWords = (bytes: number): string => (bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`);

/** `crm-push-run` as `crm push run`. */
export const consumerWords = (name: string): string => name.replaceAll('-', ' ');

/** `deal/acme/26` as `deal 26`, `deadline/acme/26/option` as `deadline 26 option`: without the brokerage, whose all of them are. */
export const runWords = (workflowId: string): string => {
  const [kind, , ...rest] = workflowId.split('/');
  return [kind, ...rest].join(' ').replaceAll('-', ' ');
};

/** `EarnestMoney.Received` as `Earnest money received`. */
export const eventWords = (type: string): string => {
  const words = type
    .replaceAll('.', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
