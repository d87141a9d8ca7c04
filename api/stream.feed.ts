import { type ChangeLine, listChanges, newestPosition } from '../db/queries/stream.ts';
import { inTenant } from '../db/tenant.ts';
import type { ApiDeps } from './context.ts';

/** Events kept per brokerage for its streams: whoever is further behind is closed and comes again. */
const ringSize = 1000;
const pageSize = 500;
/** Should a notification be lost with its connection, this finds what it told of. Machine time. */
const pollMs = 5000;

type Channel = {
  floor: number;
  top: number;
  ring: ChangeLine[];
  waiting: Set<() => void>;
  seats: number;
  reading: boolean;
  dirty: boolean;
  opened: Promise<void>;
};

/** A place in a brokerage's channel. `after` answers null when the ring does not reach back to that position. */
export type Seat = {
  top(): number;
  after(position: number): ChangeLine[] | null;
  /** Until there is news, or that much time has gone by. */
  news(ms: number, signal: AbortSignal): Promise<void>;
  leave(): void;
};
export type Feed = { join(brokerageId: string): Promise<Seat> };

const feeds = new WeakMap<ApiDeps, Feed>();

/** One per process: it listens once, and reads each event once per brokerage, however many streams are open. */
export function feedOf(deps: ApiDeps): Feed {
  const known = feeds.get(deps);
  if (known) return known;
  const made = createFeed(deps);
  feeds.set(deps, made);
  return made;
}

function createFeed(deps: ApiDeps): Feed {
  const channels = new Map<string, Channel>();
  let listening: Promise<unknown> | undefined;

  const pokeAll = (): void => {
    for (const [brokerageId, channel] of channels) poke(brokerageId, channel);
  };
  const listen = (): Promise<unknown> => {
    listening ??= deps.db.sql
      .listen(
        'keyturn_positions',
        (brokerageId) => {
          const channel = channels.get(brokerageId);
          if (channel) poke(brokerageId, channel);
        },
        // After every connect: what was numbered while nobody listened.
        pokeAll,
      )
      .then(() => setInterval(pokeAll, pollMs).unref())
      .catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
    return listening;
  };

  function poke(brokerageId: string, channel: Channel): void {
    channel.dirty = true;
    if (channel.reading) return;
    channel.reading = true;
    read(brokerageId, channel)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'the stream could not read the log'))
      .finally(() => {
        channel.reading = false;
      });
  }

  async function read(brokerageId: string, channel: Channel): Promise<void> {
    while (channel.dirty) {
      channel.dirty = false;
      const rows = await inTenant(deps.db, brokerageId, (tx) => listChanges(tx, { after: channel.top, limit: pageSize }));
      if (rows.length === 0) continue;
      channel.ring.push(...rows);
      channel.top = rows.at(-1)!.position;
      const old = channel.ring.splice(0, Math.max(0, channel.ring.length - ringSize));
      if (old.length > 0) channel.floor = old.at(-1)!.position;
      channel.dirty ||= rows.length === pageSize;
      for (const wake of channel.waiting) wake();
    }
  }

  function open(brokerageId: string): Channel {
    const channel: Channel = { floor: 0, top: 0, ring: [], waiting: new Set(), seats: 0, reading: false, dirty: false, opened: Promise.resolve() };
    channel.opened = inTenant(deps.db, brokerageId, (tx) => newestPosition(tx)).then((newest) => {
      channel.floor = channel.top = Math.max(newest, channel.top);
    });
    // It may not read before it knows where to begin.
    channel.reading = true;
    void channel.opened
      .then(() => {
        channel.reading = false;
        poke(brokerageId, channel);
      })
      .catch(() => channels.delete(brokerageId));
    channels.set(brokerageId, channel);
    return channel;
  }

  return {
    async join(brokerageId) {
      await listen();
      const channel = channels.get(brokerageId) ?? open(brokerageId);
      channel.seats++;
      const leave = once(() => {
        channel.seats--;
        if (channel.seats === 0 && channels.get(brokerageId) === channel) channels.delete(brokerageId);
      });
      try {
        await channel.opened;
      } catch (error) {
        leave();
        throw error;
      }
      return {
        top: () => channel.top,
        after: (position) => (position < channel.floor ? null : channel.ring.slice(firstAfter(channel.ring, position))),
        news: (ms, signal) => waitFor(channel.waiting, ms, signal),
        leave,
      };
    },
  };
}

/** By halves: the ring is in order. */
function firstAfter(ring: ChangeLine[], position: number): number {
  let [low, high] = [0, ring.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ring[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

const waitFor = (waiting: Set<() => void>, ms: number, signal: AbortSignal): Promise<void> =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      });

function once(fn: () => void): () => void {
  let done = false;
  return () => {
    if (!done) fn();
    done = true;
  };
}
