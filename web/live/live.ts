import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { type Touch, touch, touchedBy } from './affects.ts';
import { type LiveMessage, type LiveState, openStream } from './stream.ts';

/** Events of one moment are answered by one round of reading. */
const batchMs = 150;

let state: LiveState = { state: 'connecting', heardAt: null };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How the stream of facts stands. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state);

/** Keeps what is on screen true: facts that happen make the queries they touch read anew. Call it once per page. */
export function startLive(queries: QueryClient): () => void {
  let waiting: Touch[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    const touches = waiting;
    waiting = [];
    void touch(queries, touches);
  };
  const onMessage = (message: LiveMessage): void => {
    if (message.kind === 'state') {
      state = message.state;
      for (const listener of listeners) listener();
    } else if (message.kind === 'reset') void queries.invalidateQueries();
    else {
      waiting.push(...touchedBy(message.event));
      timer ??= setTimeout(flush, batchMs);
    }
  };
  const close = connect(onMessage);
  return () => {
    clearTimeout(timer);
    close();
  };
}

let signOut = (): void => {};
/** Ends the stream of every tab at once; the next page of somebody signed in opens it anew. */
export const endLive = (): void => signOut();

function connect(onMessage: (message: LiveMessage) => void): () => void {
  if (typeof SharedWorker === 'undefined') {
    const { stop } = openStream({ url: '/v1/stream', tell: onMessage });
    signOut = stop;
    return stop;
  }
  const worker = new SharedWorker(new URL('./shared.worker.ts', import.meta.url), { type: 'module', name: 'keyturn-live' });
  const { port } = worker;
  port.addEventListener('message', ({ data }: MessageEvent<LiveMessage>) => onMessage(data));
  port.start();
  const bye = (): void => port.postMessage('bye');
  // A page that is kept and shown again by the back button listens again.
  const back = (event: PageTransitionEvent): void => void (event.persisted && port.postMessage('hello'));
  addEventListener('pagehide', bye);
  addEventListener('pageshow', back);
  signOut = () => port.postMessage('sign-out');
  return () => {
    removeEventListener('pagehide', bye);
    removeEventListener('pageshow', back);
    bye();
    port.close();
  };
}
