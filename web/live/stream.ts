import { createSseParser } from './sse.ts';

/** What the outbox tells: which fact, about what. No personal data. */
export type LiveEvent = {
  position: number;
  type: string;
  subjectKind: string;
  subjectId: string;
  dealNo?: number | null;
  leadNo?: number | null;
  occurredAt: string;
};
export type LiveState = { state: 'connecting' | 'live' | 'reconnecting' | 'signed-out' /** When the server last spoke, ms. */; heardAt: number | null };
export type LiveMessage = { kind: 'event'; event: LiveEvent } | { kind: 'reset' } | { kind: 'state'; state: LiveState };

export type StreamOptions = { url: string; tell: (message: LiveMessage) => void; fetch?: typeof fetch; silentMs?: number; firstWaitMs?: number };

/** The server speaks at least every 15 s; this long a silence is a dead connection that nobody has closed. */
const silentMs = 40_000;
const longestWaitMs = 15_000;

/**
 * Reads the stream of facts until `stop`, over every break: it goes on after the last position it told, so that nothing is
 * missed, and says `reset` where the server cannot replay what happened in between.
 */
export function openStream(options: StreamOptions): { stop(): void } {
  const stopped = new AbortController();
  void run(options, stopped.signal);
  return { stop: () => stopped.abort() };
}

async function run({ url, tell, fetch: get = fetch, silentMs: silent = silentMs, firstWaitMs = 500 }: StreamOptions, stopped: AbortSignal): Promise<void> {
  let lastId: string | null = null;
  let heardAt: number | null = null;
  let failures = 0;
  let broke = false;
  let ended = false;
  const say = (state: LiveState['state']): void => tell({ kind: 'state', state: { state, heardAt } });
  const heard = (): void => {
    const first = failures > 0 || heardAt === null;
    failures = 0;
    heardAt = Date.now();
    if (first) say('live');
  };
  say('connecting');
  while (!stopped.aborted) {
    const broken = new AbortController();
    const signal = AbortSignal.any([stopped, broken.signal]);
    let watch: ReturnType<typeof setTimeout> | undefined;
    const alive = (): void => {
      clearTimeout(watch);
      watch = setTimeout(() => broken.abort(), silent);
      heard();
    };
    try {
      const response = await get(url, {
        headers: headersAfter(lastId),
        credentials: 'same-origin',
        cache: 'no-store',
        signal,
      });
      if (response.status === 401 || response.status === 403) return say('signed-out');
      if (!response.ok || !response.body) throw new Error(`the stream answered ${response.status}`);
      alive();
      // Broken off before the first position was told: what was missed cannot be asked for.
      if (broke && lastId === null) tell({ kind: 'reset' });
      const parse = createSseParser((message) => {
        if ('comment' in message) return;
        if (message.id !== null) lastId = message.id;
        if (message.event === 'reset') tell({ kind: 'reset' });
        else if (message.event === 'ended') ended = true;
        else if (message.event === 'change') {
          const event = readEvent(message.data);
          if (event) tell({ kind: 'event', event });
        }
      });
      const decoder = new TextDecoder();
      for await (const piece of pieces(response.body)) {
        alive();
        parse(decoder.decode(piece, { stream: true }));
      }
    } catch {
      // Every break is met the same way: wait, and go on after the last position.
    } finally {
      clearTimeout(watch);
      broken.abort();
    }
    if (stopped.aborted) return;
    if (ended) return say('signed-out');
    broke = true;
    failures++;
    say('reconnecting');
    await pause(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 6)), stopped);
  }
}

const headersAfter = (lastId: string | null): Record<string, string> => ({
  accept: 'text/event-stream',
  ...(lastId === null ? {} : { 'last-event-id': lastId }),
});

/** Readable streams cannot be iterated in every browser. */
async function* pieces(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function readEvent(data: string): LiveEvent | null {
  try {
    const event = JSON.parse(data) as LiveEvent;
    return typeof event.type === 'string' && typeof event.subjectKind === 'string' ? event : null;
  } catch {
    return null;
  }
}

const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
    stopped.addEventListener('abort', () => resolve(), { once: true });
  });
