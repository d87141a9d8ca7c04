import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createApp } from '../api/app.ts';
import { hashKey } from '../api/auth.ts';
import type { ApiDeps } from '../api/context.ts';
import { createLogger } from '../api/logging.ts';
import { createSessions } from '../api/sessions/sessions.ts';
import { connectTemporal } from '../api/temporal.ts';
import { createFileStore } from '../db/files.ts';
import { apiKeys, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { atEnd } from './at-end.ts';
import type { TestDatabase } from './database.ts';
import { testFolder } from './folder.ts';

export type TestKey = { key: string; keyId: string; personId: string };

/** A person of the brokerage with a key of their own. */
export async function testKey(
  database: TestDatabase,
  brokerageId: string,
  options: { role?: string; scopes?: string[]; expiresAt?: Date } = {},
): Promise<TestKey> {
  const key = `kt_${randomBytes(18).toString('base64url')}`;
  const [keyId, personId] = [randomUUID(), randomUUID()];
  await inTenant(database.app, brokerageId, async (tx) => {
    await tx.insert(people).values({ brokerageId, id: personId, name: 'Pat Example', email: `${personId}@example.com`, role: options.role ?? 'broker' });
    await tx
      .insert(apiKeys)
      .values({ brokerageId, id: keyId, personId, name: 'test', hash: hashKey(key), scopes: options.scopes ?? ['*'], expiresAt: options.expiresAt ?? null });
  });
  return { key, keyId, personId };
}

/** A person of the brokerage whose browser is signed in: by a one-time link, as at their first time. */
export async function testSession(api: TestApi, database: TestDatabase, brokerageId: string, options: { role?: string } = {}): Promise<TestSession> {
  const { personId } = await testKey(database, brokerageId, options);
  const { token } = await api.deps.sessions.makeLink({ brokerageId, personId });
  const answer = await api.call('POST', `/sign-in/${token}`, { idempotencyKey: null });
  return { cookie: cookieOf(answer), personId };
}
export type TestSession = { cookie: string; personId: string };

/** What a browser sends back of an answer's cookies. */
export const cookieOf = ({ headers }: Pick<Called, 'headers'>): string =>
  headers
    .getSetCookie()
    .map((value) => value.split(';', 1)[0])
    .join('; ');

export type TestApi = {
  app: ReturnType<typeof createApp>;
  deps: ApiDeps;
  lines: string[];
  call: (method: string, path: string, options?: CallOptions) => Promise<Called>;
};
/** With a cookie the call is a browser's, from a page of ours. */
export type CallOptions = {
  key?: string | undefined;
  cookie?: string | undefined;
  body?: unknown;
  raw?: string | Buffer;
  headers?: Record<string, string>;
  idempotencyKey?: string | null;
};
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
export type Called = { status: number; headers: Headers; text: string; json: any };

/** The API on this test's database and engine, called without a socket. POSTs get an idempotency key unless told otherwise. */
export function testApi(database: TestDatabase, config: Partial<ApiDeps['config']> = {}): TestApi {
  const lines: string[] = [];
  const home = testFolder('api');
  const full: ApiDeps['config'] = {
    databaseUrl: database.appUrl,
    authDatabaseUrl: database.authUrl,
    authSecret: 'x'.repeat(32),
    temporalAddress: inject('engine').address,
    temporalNamespace: 'keyturn',
    temporalUiUrl: undefined,
    port: 0,
    host: '127.0.0.1',
    home,
    publicUrl: 'http://localhost:3000',
    sandboxUrl: undefined,
    webFolder: undefined,
    webhooks: { twilioAccountSid: undefined, twilioTokens: [], emailSecrets: [], docusignAccountId: undefined, docusignKeys: [] },
    logLevel: 'info',
    requestsPerMinute: 1_000_000,
    streamBeatMs: 15_000,
    ...config,
  };
  const deps: ApiDeps = {
    db: database.app,
    sessions: createSessions({ authUrl: database.authUrl, secret: full.authSecret, publicUrl: full.publicUrl }),
    files: createFileStore(join(home, 'files')),
    temporal: connectTemporal(full),
    log: createLogger('info', { write: (line) => lines.push(line) }),
    config: full,
  };
  const app = createApp(deps);
  atEnd(() => deps.sessions.close());
  const call = async (method: string, path: string, { key, cookie, body, raw, headers = {}, idempotencyKey }: CallOptions = {}): Promise<Called> => {
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const all: Record<string, string> = {
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...(cookie === undefined ? {} : { cookie, 'sec-fetch-site': 'same-origin' }),
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
    };
    if (method === 'POST' && idempotencyKey !== null) all['idempotency-key'] = idempotencyKey ?? randomUUID();
    const response = await app.request(path, { method, headers: { ...all, ...headers }, ...(text === undefined ? {} : { body: text as string }) });
    const answered = await response.text();
    // Whatever a test provokes: a refusal names a real address or says it in words, and leaves nobody a blank to fill in.
    if (response.headers.get('content-type')?.startsWith('application/problem+json') && /\{(no|id|clock|[a-z]+No)\}/.test(answered))
      throw new Error(`${method} ${path} was refused with a blank in it: ${answered}`);
    return {
      status: response.status,
      headers: response.headers,
      text: answered,
      json: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(answered) : undefined,
    };
  };
  return { app, deps, lines, call };
}
