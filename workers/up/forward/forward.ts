import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import postgres from 'postgres';
import { DomainError } from '../../../domain/errors.ts';
import { allConsumers } from '../../consumers/index.ts';
import { lockHolder, readInstance } from '../home.ts';
import { type Outside, purchaseParties } from './happenings.ts';
import { currentOffset, lockstep } from './lockstep.ts';
import { createReport, type Day, dayLine } from './report.ts';
import { hearSellers, type LetSignersAct, letSignersAct } from './sandbox.ts';

export type ForwardOptions = {
  /** Days of business time; a fraction is fine. */
  days: number;
  /** Only tell what happened to this deal; time passes for all. */
  dealNo?: number;
  home: string;
  /** One line per day. */
  line?: (text: string) => void;
  /** Each instant at which everybody stands, on the way. */
  onReached?: (instant: Date) => Promise<void>;
  /** What is being waited for, in words. */
  onDoing?: (words: string) => void;
};
export type Forwarded = { from: string; to: string; days: Day[]; steps: number; moves: number; seconds: number };

const dayMs = 86_400_000;
const mostDays = 3660;

/** Lets `days` go by on a running embedded instance, everyone in step, and tells what happened on each. */
export async function forward({ days, dealNo, home, line = () => {}, onReached = async () => {}, onDoing = () => {} }: ForwardOptions): Promise<Forwarded> {
  if (!(days > 0 && days <= mostDays))
    throw new DomainError('bad-days', `${days} is not a number of days from 0 to ${mostDays}`, {
      nextStep: 'Give the days that shall go by, such as "keyturn forward 7"',
    });
  const { relayUrl, address, namespace, sandboxUrl } = reach(home);
  const relay = postgres(relayUrl, { max: 8, onnotice: () => {}, connection: { application_name: 'keyturn-forward' } });
  const connection = await Connection.connect({ address });
  try {
    const [lock] = await relay`select pg_try_advisory_lock(hashtext('keyturn-forward')) as mine`;
    if (!lock!.mine)
      throw new DomainError('forward-runs', 'The clock is being moved already', { nextStep: 'Wait until the other "keyturn forward" has ended' });
    return await move({
      relay,
      engine: { connection, namespace },
      pendingAnswers: hearSellers(sandboxUrl),
      outside: purchaseParties(home, accessOf(home)),
      signersAct: letSignersAct(sandboxUrl),
      days,
      dealNo,
      line,
      onReached,
      onDoing,
    });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const isUp = lockHolder(home) !== undefined;
    throw new DomainError('forward-cut-short', `The clock was moved a part of the way only (${(error as Error).message})`, {
      nextStep: isUp ? 'Run it again: it goes on from there' : 'Keyturn was stopped: start it, which brings every run up to the clock, and run it again',
      cause: error,
    });
  } finally {
    await connection.close();
    await relay.end({ timeout: 5 });
  }
}

type Moving = {
  relay: postgres.Sql;
  engine: { connection: Connection; namespace: string };
  pendingAnswers: () => Promise<number>;
  outside: Outside | null;
  signersAct: LetSignersAct;
  days: number;
  dealNo: number | undefined;
  line: (text: string) => void;
  onReached: (instant: Date) => Promise<void>;
  onDoing: (words: string) => void;
};

async function move({ relay, engine, pendingAnswers, outside, signersAct, days, dealNo, line, onReached, onDoing }: Moving): Promise<Forwarded> {
  const began = Date.now();
  const from = new Date(began + (await currentOffset(relay)));
  const target = new Date(from.getTime() + days * dayMs);
  const zone = await zoneOf(relay);
  const [last] = await relay<{ last: string | null }[]>`select max(position) as last from events`;
  const report = createReport(relay, { dealId: dealNo === undefined ? null : await dealOf(relay, dealNo), from: Number(last!.last ?? 0), zone });
  const told: Day[] = [];
  const tell = (found: Day[]): void => {
    for (const day of found) line(dayLine(day));
    told.push(...found);
  };
  const consumers = allConsumers.map(({ name, on }) => ({ name, on }));
  const { steps, moves } = await lockstep(
    {
      engine,
      relay,
      consumers,
      pendingAnswers,
      outside,
      signersAct,
      onDoing,
      onReached: async (instant) => {
        await report.read();
        tell(report.takeBefore(report.dateOf(instant)));
        await onReached(instant);
      },
    },
    target,
  );
  await report.read();
  tell(report.takeBefore('9999'));
  return { from: from.toISOString(), to: target.toISOString(), days: told, steps, moves, seconds: Math.round((Date.now() - began) / 100) / 10 };
}

/** How to reach the instance; refuses where time is not ours to move. */
function reach(home: string): { relayUrl: string; address: string; namespace: string; sandboxUrl: string | null } {
  const running = lockHolder(home) && readInstance(home)?.running;
  if (!running)
    throw new DomainError('not-running', `Keyturn does not run from ${home}`, {
      nextStep: 'Start it with "npm start", or set KEYTURN_HOME to the home of the one that runs',
    });
  if (!running.embedded)
    throw new DomainError('not-embedded', 'Only an instance with its own engine can move its clock, and this one uses a Temporal server of somebody else', {
      nextStep: 'Try it on an instance started without TEMPORAL_ADDRESS',
    });
  return { relayUrl: running.databaseRelayUrl, address: running.temporalAddress, namespace: running.namespace, sandboxUrl: running.sandboxUrl };
}

/** The sample's people use the instance's own key. */
function accessOf(home: string): { url: string; key: string } | null {
  const path = join(home, 'credentials');
  if (!existsSync(path)) return null;
  const { url, key } = JSON.parse(readFileSync(path, 'utf8')) as { url: string; key: string };
  return { url, key };
}

/** Days are told as the brokerage counts them. */
async function zoneOf(relay: postgres.Sql): Promise<string> {
  const [brokerage] = await relay<{ zone: string }[]>`select zone from brokerages order by slug limit 1`;
  return brokerage?.zone ?? 'UTC';
}

async function dealOf(relay: postgres.Sql, dealNo: number): Promise<string> {
  const [deal] = await relay<{ id: string }[]>`select id from deals where deal_no = ${dealNo} order by brokerage_id limit 1`;
  if (!deal) throw new DomainError('no-deal', `There is no deal ${dealNo}`, { nextStep: 'List the deals with "keyturn deals"' });
  return deal.id;
}
