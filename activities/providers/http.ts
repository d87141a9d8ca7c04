import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ProviderFault } from './faults.ts';

export type Exchange = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
  maxBytes?: number /** The address to connect to, whatever the name says by now. */;
  pinned?: { address: string; family: 4 | 6 };
};
export type Reply = { status: number; headers: IncomingMessage['headers']; bytes: Buffer; readonly text: string };

/**
 * One HTTP exchange that knows how far it got. Faults before a connection stood are `unavailable`; once bytes may have
 * left they are `unclear`. Every exchange has a connection of its own: on a kept one, a reset by an idle provider could
 * not be told from one after it acted. Redirects are not followed.
 */
export function exchange({ url, method, headers, body, signal, maxBytes = 1_000_000, pinned }: Exchange): Promise<Reply> {
  const send = url.startsWith('https:') ? secure : plain;
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (code: string): void => reject(new ProviderFault(connected ? 'unclear' : 'unavailable', code));
    const bytes = body === null ? null : Buffer.from(body);
    const request = send(
      url,
      {
        method,
        agent: false,
        signal,
        ...(pinned && { lookup: always(pinned) }),
        headers: { ...headers, connection: 'close', ...(bytes ? { 'content-length': String(bytes.length) } : {}) },
      },
      (response) => {
        const pieces: Buffer[] = [];
        let size = 0;
        response.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size <= maxBytes) pieces.push(piece);
          else request.destroy(Object.assign(new Error('too large'), { code: 'REPLY_TOO_LARGE' }));
        });
        response.on('error', (error) => fail(codeOf(error, signal)));
        // A reply that stops in the middle ends with 'aborted', not with 'end'.
        response.on('end', () => (response.complete ? resolve(replyOf(response, Buffer.concat(pieces))) : fail('REPLY_CUT')));
      },
    );
    request.on('socket', (socket) => {
      connected = !socket.connecting;
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        connected = true;
      });
    });
    request.on('error', (error) => fail(codeOf(error, signal)));
    request.end(bytes ?? undefined);
  });
}

const always =
  ({ address, family }: NonNullable<Exchange['pinned']>): LookupFunction =>
  (_host, options, answer) =>
    options.all ? answer(null, [{ address, family }]) : answer(null, address, family);

const replyOf = ({ statusCode, headers }: IncomingMessage, bytes: Buffer): Reply => ({
  status: statusCode ?? 0,
  headers,
  bytes,
  get text() {
    return bytes.toString('utf8');
  },
});

function codeOf(error: Error, signal: AbortSignal): string {
  if (signal.aborted) return 'TIMEOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * The fault of a status that is not a success. 429 and 503 are promises of our HTTP providers that nothing was
 * done; after any other 5xx it may have been.
 */
export function faultOfStatus({ status, headers }: Pick<Reply, 'status' | 'headers'>, code = String(status)): ProviderFault {
  if (status === 429) return new ProviderFault('rate-limited', code, retryAfterMs(headers['retry-after']));
  if (status === 503) return new ProviderFault('unavailable', code, retryAfterMs(headers['retry-after']));
  if (status === 401 || status === 403) return new ProviderFault('unauthorised', code);
  if (status >= 400 && status < 500) return new ProviderFault('refused', code);
  return new ProviderFault('unclear', code);
}

/** Seconds or an HTTP date, bounded: a hostile header must not park work for years. */
export function retryAfterMs(header: string | undefined, now = Date.now()): number | null {
  if (header === undefined) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1000), 3_600_000) : null;
}
