/// <reference lib="webworker" />
import { type LiveMessage, openStream } from './stream.ts';

/** One stream for all tabs of this browser: over HTTP/1.1 a stream per tab would leave none for requests. */
const tabs = new Set<MessagePort>();
let stream: { stop(): void } | undefined;
let state: LiveMessage | undefined;

const tell = (message: LiveMessage): void => {
  if (message.kind === 'state') state = message;
  // Another one may sign in: the next tab opens the stream anew.
  if (message.kind === 'state' && message.state.state === 'signed-out') end();
  for (const tab of tabs) tab.postMessage(message);
};
function end(): void {
  stream?.stop();
  stream = undefined;
}

const hear = (port: MessagePort): void => {
  tabs.add(port);
  if (stream && state) port.postMessage(state);
  stream ??= openStream({ url: '/v1/stream', tell });
};

(self as unknown as SharedWorkerGlobalScope).addEventListener('connect', ({ ports: [port] }) => {
  if (!port) return;
  port.addEventListener('message', ({ data }: MessageEvent<'hello' | 'bye' | 'sign-out'>) => {
    if (data === 'hello') hear(port);
    if (data === 'bye') tabs.delete(port);
    if (data === 'sign-out' || tabs.size === 0) end();
  });
  port.start();
  hear(port);
});
