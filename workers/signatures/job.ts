import type { ESignature } from '../../activities/providers/ports.ts';
import type { Db } from '../../db/client.ts';
import { type Reconciled, reconcile } from './reconcile.ts';

type Log = { info(about: object, message: string): void; warn(about: object, message: string): void };
export type ReconciliationState = { lastAt: string | null; repaired: number; problem: string | null };

type Options = { db: Db; signatures: ESignature; log: Log; everyMs?: number; firstAfterMs?: number };

/**
 * Looks for lost webhooks every ten minutes, for as long as this process lives: within the quarter of an hour in which
 * they must be found, and no oftener than the provider likes to be asked. By machine time, because the provider lives by
 * that; how far it got stands in the database, so a restart goes on from there. Of several processes one looks.
 */
export function startReconciliation({ db, signatures, log, everyMs = 10 * 60_000, firstAfterMs = 30_000 }: Options): {
  state(): ReconciliationState;
  stop(): Promise<void>;
} {
  const state: ReconciliationState = { lastAt: null, repaired: 0, problem: null };
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();
  const tell = ({ asked, changed, repaired }: Reconciled): void => {
    Object.assign(state, { lastAt: new Date().toISOString(), repaired: state.repaired + repaired, problem: null });
    if (asked) log.info({ changed, repaired }, 'signatures compared with the provider');
  };
  const look = async (): Promise<void> => {
    try {
      tell(await reconcile({ db, signatures }));
    } catch (error) {
      // The next look asks from the same instant on.
      state.problem = error instanceof Error ? error.message : String(error);
      log.warn({ problem: state.problem }, 'signatures could not be compared with the provider; tried again in ten minutes');
    }
    if (!stopped) timer = plan(everyMs);
  };
  const plan = (ms: number): NodeJS.Timeout =>
    setTimeout(() => {
      looking = look();
    }, ms).unref();
  let timer = plan(firstAfterMs);
  return {
    state: () => ({ ...state }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
