import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { type Change, changeWithin } from '../db/events.ts';
import { idempotencyKeys } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import type { Subject } from '../domain/events/envelope.ts';
import { type AppContext, actorOf } from './context.ts';
import { refuse } from './errors.ts';
import { seal, unseal } from './seal.ts';

export type Answer = { status: number; headers: Record<string, string>; body: string };
export type Asked = { key: string; route: string; bodyHash: string };

export type ActOptions = {
  /** What the change is about; locked until commit. Defaults to the brokerage. */
  subject?: Subject;
  /** For bodies that are streamed: the hash of what was sent. */
  bodyHash?: string;
  /** The answer holds a secret: it is stored sealed, and only the key that asked can have it again. */
  secret?: true;
};

/**
 * Runs an acting POST: key, address, body hash and answer are stored in the transaction of the effect. Repeated, the
 * answer comes back with the same status and bytes; another body is refused; while the first is at work the second is
 * told to come again. Whatever throws inside rolls all of it back, so nothing stays behind.
 */
export async function act<R extends Response>(c: AppContext, options: ActOptions, fn: (change: Change) => Promise<R>): Promise<R> {
  const { deps, caller, requestId } = c.var;
  const asked = await whatIsAsked(c, options.bodyHash);
  return inTenant(deps.db, caller.brokerageId, async (tx) => {
    // Held until commit, and never waited for: whoever does not get it comes while the first is at work.
    const [lock] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`${caller.brokerageId}/${asked.key}`}, 0)) as free`,
    );
    if (!lock?.free) throw inFlight();
    const kept = await readAnswer(tx, asked);
    if (kept?.answer) return replay(c, options.secret ? unseal(c, kept.answer) : kept.answer) as R;
    if (kept) throw inFlight();
    const response = await changeWithin(
      tx,
      { subject: options.subject ?? { kind: 'brokerage', id: caller.brokerageId }, actor: actorOf(c), source: 'api', correlationId: requestId },
      fn,
    );
    const told = await answerOf(response);
    const answer = options.secret ? seal(c, told) : told;
    await tx.insert(idempotencyKeys).values({ brokerageId: caller.brokerageId, ...asked, ...answer });
    await forgetOld(tx);
    return response;
  });
}

/** Keys are kept for 30 days of machine time; each new one takes a few old ones with it. */
async function forgetOld(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from idempotency_keys where brokerage_id = ${tx.brokerageId} and key in
    (select key from idempotency_keys where brokerage_id = ${tx.brokerageId} and started_at < clock_timestamp() - interval '30 days' order by started_at limit 10 for update skip locked)`);
}

/** Who asks what: the same three again are the same request. */
export async function whatIsAsked(c: AppContext, bodyHash?: string): Promise<Asked> {
  return {
    key: c.var.idempotencyKey,
    route: `${c.req.method} ${c.req.path}`,
    bodyHash:
      bodyHash ??
      createHash('sha256')
        .update(await c.req.text())
        .digest('hex'),
  };
}

/** What is stored under the key: nothing, a request in flight, or its answer. Another request's key is refused. */
export async function readAnswer(tx: Tx, asked: Asked): Promise<{ startedAt: Date; answer: Answer | null } | null> {
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.brokerageId, tx.brokerageId), eq(idempotencyKeys.key, asked.key)));
  if (!row) return null;
  if (row.route !== asked.route) throw refuse('idempotency-key-reused', `The key was used for ${row.route}.`);
  if (row.bodyHash !== asked.bodyHash) throw refuse('idempotency-key-reused', 'The key was used with another body.');
  return {
    startedAt: row.startedAt,
    answer: row.status === null ? null : { status: row.status, headers: (row.headers ?? {}) as Record<string, string>, body: row.body ?? '' },
  };
}

export const inFlight = () => refuse('request-in-flight', undefined, { retryAfterSeconds: 1 });

const keptHeaders = ['content-type', 'location', 'retry-after'];

export async function answerOf(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(keptHeaders.flatMap((name) => (response.headers.has(name) ? [[name, response.headers.get(name)!]] : [])));
  return { status: response.status, headers, body: await response.clone().text() };
}

export function replay(c: AppContext, { status, headers, body }: Answer): Response {
  return c.body(body, status as 200, { ...headers, 'idempotent-replayed': 'true' });
}

/** 1 to 255 visible ASCII characters. */
export function readIdempotencyKey(c: AppContext): string {
  const key = c.req.header('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw refuse('idempotency-key-required');
  return key;
}
