import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Client } from '@temporalio/client';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Db, Tx } from '../db/client.ts';
import type { FileStore } from '../db/files.ts';
import { inTenant } from '../db/tenant.ts';
import type { Actor } from '../domain/events/envelope.ts';
import type { ApiConfig } from './config.ts';
import { refuseFaults } from './validation.ts';

/** Everything the API needs from outside, handed in by `server.ts` and by tests. */
export type ApiDeps = { db: Db; files: FileStore; temporal: Client; log: Logger; config: ApiConfig };

/** Who asks: one key, which acts for one person of one brokerage. */
export type Caller = { brokerageId: string; slug: string; keyId: string; personId: string; role: string; scopes: readonly string[] };

export type AppEnv = {
  Variables: {
    deps: ApiDeps;
    /** Also the correlation id of every event this request causes. */
    requestId: string;
    /** Set for every operation with a scope. */
    caller: Caller;
    /** Set for every operation that acts. */
    idempotencyKey: string;
    /** Set where the answer is a page of the web application, which runs scripts. */
    page: 'application' | undefined;
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
export const actorOf = (c: AppContext): Actor => ({ kind: 'key', id: c.var.caller.keyId });
