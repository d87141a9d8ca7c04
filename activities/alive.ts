import { heartbeat } from '@temporalio/activity';

const beatMs = 5_000;

/** Beats while `work` runs, so that the engine notices a lost worker within the heartbeat timeout, not at the end of the time allowed. */
export async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
