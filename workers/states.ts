import { reportState } from '../db/across/health.ts';
import type { Db } from '../db/client.ts';

const everyMs = 10_000;

/** Says every ten seconds how this process is, for /readyz and `keyturn doctor`. A database that is away is somebody else's news. */
export function reportStates(db: Db, name: string, state: () => Record<string, unknown> = () => ({})): { stop(): void } {
  const tell = (): void => void reportState(db, name, state()).catch(() => {});
  const timer = setInterval(tell, everyMs).unref();
  tell();
  return { stop: () => clearInterval(timer) };
}
