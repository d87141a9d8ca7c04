// Loaded into every thread of the measured worker: workflows live in a thread of the SDK's, whose heap only code inside it can have collected.
import { getHeapStatistics } from 'node:v8';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

const channel = new BroadcastChannel('bench-gc');
channel.unref();
channel.onmessage = ({ data }) => {
  if (isMainThread || data !== 'collect') return;
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  const { used_heap_size: used, total_heap_size: total, number_of_native_contexts: contexts } = getHeapStatistics();
  channel.postMessage({ usedKb: Math.round(used / 1024), totalKb: Math.round(total / 1024), contexts });
};
