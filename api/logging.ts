import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { type Logger, pino } from 'pino';
import type { ApiDeps, AppEnv } from './context.ts';

/** Fields that may be logged, by name; everything else of an object is left out. Redaction by path is shallow, so nothing is let in first. */
export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = { level, base: { process: 'api' }, serializers: { err: errorFacts } };
  return destination ? pino(options, destination) : pino(options);
}

/** What an error says about itself, without queries, parameters or bodies: database errors quote the values they choke on. */
function errorFacts(error: unknown): object {
  const chain: object[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) {
    const code = 'code' in at && (typeof at.code === 'string' || typeof at.code === 'number') ? at.code : undefined;
    chain.push({ name: at.name, ...(code === undefined ? {} : { code }), message: scrub(firstLine(at)), frames: framesOf(at) });
  }
  return chain.length > 0 ? { chain } : { type: typeof error };
}

const firstLine = ({ message }: Error): string => (message.startsWith('Failed query') ? 'Failed query' : message.split('\n', 1)[0]!.slice(0, 300));
const framesOf = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .slice(0, 6)
    .map((line) => line.trim());

/** The last net below the allow-list: e-mail addresses, phone and social security numbers in free text. */
export const scrub = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+\.[\w.-]+/g, '<email>')
    .replace(/\b\d{3}-\d{2}-\d{4}\b/g, '<ssn>')
    .replace(/\+?\b1?[ .-]?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}\b/g, '<phone>');

/** Gives every request its id (or takes the caller's) and logs one line when it is answered. */
export const logRequests =
  (deps: ApiDeps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const given = c.req.header('x-request-id');
    const requestId = given && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
    c.set('deps', deps);
    c.set('requestId', requestId);
    c.header('X-Request-Id', requestId);
    const started = performance.now();
    await next();
    const caller = c.var.caller as AppEnv['Variables']['caller'] | undefined;
    deps.log.info(
      {
        requestId,
        method: c.req.method,
        route: c.req.path.startsWith('/v1/') ? c.req.path : c.req.path.split('/', 2).join('/'),
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        brokerageId: caller?.brokerageId,
        keyId: caller?.keyId,
        personId: caller?.personId,
      },
      'request',
    );
  };
