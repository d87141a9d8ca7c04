import { parseArgs } from 'node:util';
import { sentence } from './tell.ts';
import { up } from './up.ts';

const usage = `npm start [-- OPTIONS]

  --empty   start without the sample brokerage
  --reset   delete everything and start over (asks first)
  --yes     do not ask`;

let stop: (() => Promise<void>) | undefined;
let stopping = false;
/** Ctrl-C stops in order; a second one gives up waiting. */
async function onSignal(): Promise<void> {
  if (stopping) process.exit(130);
  stopping = true;
  console.log('\nStopping …');
  const began = Date.now();
  await stop?.();
  console.log(`Stopped in ${((Date.now() - began) / 1000).toFixed(1)} s. "npm start" goes on from here.`);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void onSignal());

// Told to end, npm ends at once and tells nobody: its child notices that it has gone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && !stopping && void onSignal(), 500).unref();

try {
  const { values } = parseArgs({
    options: { empty: { type: 'boolean' }, reset: { type: 'boolean' }, yes: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  await up(values, process.env, (stopAll) => {
    stop = stopAll;
  });
} catch (error) {
  // What fails because it is being stopped needs no words.
  if (!stopping) {
    console.error(sentence(error));
    process.exit(1);
  }
}
