import type { Sql } from 'postgres';
import type { Consumer } from '../consumers/types.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import { numberEvents } from './number.ts';

export type RelayOptions = Omit<DeliverDeps, 'relay'> & { relay: Sql; consumers: Consumer[]; pollMs?: number };

/** Numbers and delivers until stopped. One at a time: a second relay waits for the advisory lock of the first. */
export async function runRelay(options: RelayOptions, signal: AbortSignal): Promise<void> {
  const { relay, consumers, log, pollMs = 1000 } = options;
  // The lock belongs to this connection, and only this connection numbers: losing one means losing both.
  const own = await relay.reserve();
  const committed = createBell(signal);
  const bells = consumers.map((consumer) => ({ consumer, bell: createBell(signal) }));
  const listening = await relay.listen('keyturn_events', committed.ring);
  try {
    while (!signal.aborted) {
      const [lock] = await own`select pg_try_advisory_lock(hashtext('keyturn-relay')) as mine`;
      if (lock!.mine) break;
      await committed.wait(pollMs, committed.rung());
    }
    log({ level: 'info', message: 'relay is numbering', consumers: consumers.map((consumer) => consumer.name) });
    const numbering = loop(signal, committed, pollMs, async () => {
      const types = new Set(await numberEvents(own as unknown as Sql));
      // Only who listens to one of them: with each event for everybody, looking in vain was most of the relay's work.
      for (const { consumer, bell } of bells) if (consumer.on.some((type) => types.has(type))) bell.ring();
      return types.size;
    });
    const delivering = bells.map(({ consumer, bell }) => loop(signal, bell, pollMs, () => deliver(options, consumer)));
    await Promise.all([numbering, ...delivering]);
  } finally {
    await listening.unlisten().catch(() => {});
    own.release();
  }
}

/** Numbers and delivers everything there is, once: for tests and for settling the clock. */
export async function drain({ consumers, ...options }: Omit<RelayOptions, 'pollMs'>): Promise<void> {
  for (let moved = 1; moved > 0; ) {
    moved = (await numberEvents(options.relay)).length;
    for (const consumer of consumers) moved += await deliver(options, consumer);
  }
}

/** Turns while there is work, then waits for the bell. A fault of the database ends the relay; the supervisor starts a fresh one, which goes on where this one stood. */
async function loop(signal: AbortSignal, bell: Bell, pollMs: number, turn: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const heard = bell.rung();
    if ((await turn()) === 0) await bell.wait(pollMs, heard);
  }
}

type Bell = { ring(): void; rung(): number; wait(ms: number, heard: number): Promise<void> };

/** Wakes who waits: when something was committed, when something for it was numbered, when it is time to stop. */
function createBell(signal: AbortSignal): Bell {
  const waiting = new Set<() => void>();
  let count = 0;
  const ring = (): void => {
    count++;
    for (const wake of waiting) wake();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    rung: () => count,
    // Whoever looked before the last ring does not sleep through it.
    wait: (ms, heard) =>
      signal.aborted || count !== heard
        ? Promise.resolve()
        : new Promise((resolve) => {
            const wake = (): void => {
              clearTimeout(timer);
              waiting.delete(wake);
              resolve();
            };
            const timer = setTimeout(wake, ms);
            waiting.add(wake);
          }),
  };
}
