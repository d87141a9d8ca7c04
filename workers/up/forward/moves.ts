import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { DomainError } from '../../../domain/errors.ts';
import { type ForwardOptions, forward } from './forward.ts';
import { currentOffset } from './lockstep.ts';

export type Moves = {
  relayUrl: string;
  home: string;
  say: (line: string) => void;
  signal: AbortSignal;
  /** How a move is done; tests pass their own. */
  perform?: (options: ForwardOptions) => Promise<unknown>;
};

const dayMs = 86_400_000;
const pollMs = 2000;

/** Carries out, one after another, the moves of the clock that were asked for over the API, until the instance is stopped. */
export function carryOutMoves(moves: Moves): Promise<void> {
  const relay = postgres(moves.relayUrl, { max: 3, onnotice: () => {}, idle_timeout: 60, connection: { application_name: 'keyturn-moves' } });
  return loop(relay, moves).finally(() => relay.end({ timeout: 5 }));
}

async function loop(relay: postgres.Sql, moves: Moves): Promise<void> {
  let wake = new AbortController();
  const ring = (): void => wake.abort();
  moves.signal.addEventListener('abort', ring);
  let begun = false;
  while (!moves.signal.aborted) {
    wake = new AbortController();
    // The database may be away for a while, or be killed: whatever fails here is tried again.
    try {
      if (!begun) {
        await relay.listen('keyturn_clock', ring);
        await endLeftOnes(relay);
        begun = true;
      }
      while (!moves.signal.aborted && (await carryOutNext(relay, moves)));
    } catch (error) {
      moves.say(`the moves of the clock could not be read: ${(error as Error).message}`);
    }
    await pause(pollMs, undefined, { signal: wake.signal }).catch(() => {});
  }
}

/** A supervisor that died in a move left it running; the start has brought every run up to the clock. */
async function endLeftOnes(relay: postgres.Sql): Promise<void> {
  const problem = { cause: 'Keyturn was stopped while the clock was moved', nextStep: 'Ask for the rest again' };
  await relay`update clock_moves set state = 'failed', problem = ${JSON.stringify(problem)}::text::jsonb, ended_at = clock_timestamp() where state = 'running'`;
}

/** Carries out the one that waits; false when none does. */
export async function carryOutNext(relay: postgres.Sql, { home, perform = forward }: Pick<Moves, 'home' | 'perform'>): Promise<boolean> {
  const [move] = await relay<{ id: string; to_at: string | Date }[]>`
    update clock_moves set state = 'running', from_at = business_now(), from_position = (select coalesce(max(position), 0) from events) where id = (select id from clock_moves where state = 'queued' order by asked_at limit 1) returning id, to_at`;
  if (!move) return false;
  const reached = async (instant: Date): Promise<void> => {
    await relay`update clock_moves set reached_at = ${instant.toISOString()} where id = ${move.id}`;
  };
  const say = saying(relay, move.id);
  try {
    const days = (new Date(move.to_at).getTime() - Date.now() - (await currentOffset(relay))) / dayMs;
    // Others may have moved the clock past it in the meantime.
    if (days > 0) await perform({ days, home, onReached: reached, onDoing: say });
    await relay`update clock_moves set state = 'done', reached_at = to_at, doing = null, ended_at = clock_timestamp() where id = ${move.id}`;
  } catch (error) {
    const problem =
      error instanceof DomainError
        ? { cause: error.message, nextStep: error.nextStep }
        : { cause: (error as Error).message.slice(0, 300), nextStep: 'Look at the log of the supervisor, and ask again' };
    await relay`update clock_moves set state = 'failed', problem = ${JSON.stringify(problem)}::text::jsonb, ended_at = clock_timestamp() where id = ${move.id}`;
  }
  return true;
}

/** Keeps what is being waited for in the row, for who watches: seldom enough to cost nothing, and a word that is lost is no harm. */
function saying(relay: postgres.Sql, id: string): (words: string) => void {
  let [last, at] = ['', 0];
  return (words) => {
    if (words === last || Date.now() - at < sayEveryMs) return;
    [last, at] = [words, Date.now()];
    void relay`update clock_moves set doing = ${words} where id = ${id} and state = 'running'`.catch(() => {});
  };
}
const sayEveryMs = 400;
