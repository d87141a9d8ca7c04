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
  const bell = createBell(signal);
  const listening = await relay.listen('keyturn_events', bell.ring);
  try {
    while (!signal.aborted) {
      const [lock] = await own`select pg_try_advisory_lock(hashtext('keyturn-relay')) as mine`;
      if (lock!.mine) break;
      await bell.wait(pollMs);
    }
    log({ level: 'info', message: 'relay is numbering', consumers: consumers.map((consumer) => consumer.name) });
    const numbering = loop(signal, async () => {
      const numbered = await numberEvents(own as unknown as Sql);
      if (numbered > 0) bell.ring();
      else await bell.wait(pollMs);
    });
    const delivering = consumers.map((consumer) => loop(signal, async () => ((await deliver(options, consumer)) === 0 ? bell.wait(pollMs) : undefined)));
    await Promise.all([numbering, ...delivering]);
  } finally {
    await listening.unlisten().catch(() => {});
    own.release();
  }
}

/** Numbers and delivers everything there is, once: for tests and for settling the clock. */
export async function drain({ consumers, ...options }: Omit<RelayOptions, 'pollMs'>): Promise<void> {
  for (let moved = 1; moved > 0; ) {
    moved = await numberEvents(options.relay);
    for (const consumer of consumers) moved += await deliver(options, consumer);
  }
}

/** A fault of the database ends the relay; the supervisor starts a fresh one, which goes on where this one stood. */
async function loop(signal: AbortSignal, turn: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) await turn();
}

/** Wakes all who wait: when something was committed, when something was numbered, when it is time to stop. */
function createBell(signal: AbortSignal): { ring(): void; wait(ms: number): Promise<void> } {
  let waiting: (() => void)[] = [];
  const ring = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };
  signal.addEventListener('abort', ring);
  return {
    ring,
    wait: (ms) =>
      signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => {
            const timer = setTimeout(resolve, ms);
            waiting.push(() => {
              clearTimeout(timer);
              resolve();
            });
            if (waiting.length > 1000) waiting = waiting.slice(-500);
          }),
  };
}
