import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Client } from '@temporalio/client';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Db, Tx } from '../db/client.ts';
import type { FileStore } from '../db/files.ts';
import { inTenant } from '../db/tenant.ts';
import type { Actor } from '../domain/events/envelope.ts';
import type { ApiConfig } from './config.ts';
import type { Session, Sessions } from './sessions/sessions.ts';
import { refuseFaults } from './validation.ts';

/** Everything the API needs from outside, handed in by `server.ts` and by tests. */
export type ApiDeps = { db: Db; sessions: Sessions; files: FileStore; temporal: Client; log: Logger; config: ApiConfig };

/** Who asks: one person of one brokerage, by a key of theirs or, with `keyId` null, by the session of their browser. */
export type Caller = { brokerageId: string; slug: string; keyId: string | null; personId: string; role: string; scopes: readonly string[] };

export type AppEnv = {
  Variables: {
    deps: ApiDeps;
    /** Also the correlation id of every event this request causes. */
    requestId: string;
    /** Set for every operation with a scope. */
    caller: Caller;
    /** The caller's session; null for a key. */
    session: Session | null;
    /** The key or the session's token itself: what is sealed for this caller is sealed with it. */
    credential: string;
    /** Set for every operation that acts. */
    idempotencyKey: string;
    /** Set where the answer is a page of the web application, which runs scripts, or what one loads; `decoder`: its worker for PDF files. */
    page: 'application' | 'decoder' | undefined;
    /** The schemas of the operation, so that one answer names the faults of all parts. */
    request: RouteConfig['request'];
  };
};
export type AppContext = Context<AppEnv>;

/** The instance a `routes/<area>.ts` file hangs its operations on. */
export const router = (): OpenAPIHono<AppEnv> => new OpenAPIHono<AppEnv>({ defaultHook: (result, c) => (result.success ? undefined : refuseFaults(c)) });

/** Reads (or plain writes without an event) of the caller's brokerage in one transaction. */
export const tenantTx = <T>(c: AppContext, fn: (tx: Tx) => Promise<T>): Promise<T> => inTenant(c.var.deps.db, c.var.caller.brokerageId, fn);

/** The actor of events this request causes. */
export const actorOf = ({ var: { caller } }: AppContext): Actor =>
  caller.keyId === null ? { kind: 'person', id: caller.personId } : { kind: 'key', id: caller.keyId };
