import { createHash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter } from '@better-auth/core/db/adapter';
import type { BetterAuthOptions } from 'better-auth';

type Where = { field: string; value: unknown };
type Asked = { model: string; data?: Row; update?: Row; where?: Where[] };
type Row = Record<string, unknown>;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const methods = ['create', 'findOne', 'findMany', 'count', 'update', 'updateMany', 'delete', 'deleteMany', 'consumeOne'] as const;

/**
 * The library stores the tokens of sessions as they are. Between it and the database stands this: only hashes are
 * written and looked for, so whoever reads the table holds no session. What is found carries the token it was asked by.
 */
export const withHashedTokens =
  (make: (options: BetterAuthOptions) => DBAdapter) =>
  (options: BetterAuthOptions): DBAdapter => {
    const adapter = hashing(make(options));
    return { ...adapter, transaction: (run) => adapter.transaction((inner) => run(hashing(inner as DBAdapter) as DBTransactionAdapter)) } as DBAdapter;
  };

function hashing<T extends DBTransactionAdapter>(adapter: T): T {
  const wrapped = Object.fromEntries(
    methods
      .filter((name) => name in adapter)
      .map((name) => {
        const call = (adapter[name] as unknown as (asked: Asked) => Promise<unknown>).bind(adapter);
        return [name, (asked: Asked) => (asked.model === 'session' ? hashed(call, asked) : call(asked))];
      }),
  );
  return { ...adapter, ...wrapped };
}

async function hashed(call: (asked: Asked) => Promise<unknown>, asked: Asked): Promise<unknown> {
  const tokens = new Map<unknown, string>();
  const hide = (token: unknown): unknown => {
    if (Array.isArray(token)) return token.map(hide);
    if (typeof token !== 'string') return token;
    tokens.set(hashOf(token), token);
    return hashOf(token);
  };
  const hideIn = (row: Row): Row => ('token' in row ? { ...row, token: hide(row.token) } : row);
  const reveal = (row: unknown): unknown => {
    if (Array.isArray(row)) return row.map(reveal);
    if (typeof row !== 'object' || row === null || !('token' in row)) return row;
    return { ...row, token: tokens.get(row.token) ?? row.token };
  };
  return reveal(
    await call({
      ...asked,
      ...(asked.data && { data: hideIn(asked.data) }),
      ...(asked.update && { update: hideIn(asked.update) }),
      ...(asked.where && { where: asked.where.map((one) => (one.field === 'token' ? { ...one, value: hide(one.value) } : one)) }),
    }),
  );
}
