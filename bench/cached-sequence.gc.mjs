// Loaded into every thread of the measured worker: workflows live in a thread of the SDK's, whose heap only code inside it can have collected.
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads';

const channel = new BroadcastChannel('bench-gc');
channel.unref();
channel.onmessage = ({ data }) => {
  if (isMainThread || data !== 'collect') return;
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  channel.postMessage(`collected ${threadId}`);
};
