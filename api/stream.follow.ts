import type { SSEStreamingApi } from 'hono/streaming';
import { type ChangeLine, liesFurtherBack, listChanges, newestPosition } from '../db/queries/stream.ts';
import { inTenant } from '../db/tenant.ts';
import { DomainError } from '../domain/errors.ts';
import { mayDo, type Scope } from './access.ts';
import { authenticate } from './auth.ts';
import type { AppContext, Caller } from './context.ts';
import { feedOf, type Seat } from './stream.feed.ts';

/** A stream that comes back after more events than this is told to look at everything anew. */
const replayLimit = 5000;
const pageSize = 500;
/** A client that takes nothing for so long is let go; it resumes where it stood. Machine time. */
const stuckMs = 30_000;

export type Following = {
  /** Where the client stood; null begins now, NaN is a position of nobody's. */
  after: number | null;
  /** false: what there is, then the end. */
  goOn: boolean;
};

/** Writes one stream until the client leaves, may read no more, or is too slow. */
export async function follow(c: AppContext, stream: SSEStreamingApi, { after, goOn }: Following): Promise<void> {
  const gone = new AbortController();
  stream.onAbort(() => gone.abort());
  let seat: Seat | undefined;
  try {
    seat = await feedOf(c.var.deps).join(c.var.caller.brokerageId);
    await write(c, stream, seat, { after, goOn }, gone);
  } catch (error) {
    // The client comes again by itself; to it this is a lost connection.
    if (!gone.signal.aborted) c.var.deps.log.warn({ requestId: c.var.requestId, err: error }, 'stream broke off');
  } finally {
    seat?.leave();
  }
}

async function write(c: AppContext, stream: SSEStreamingApi, seat: Seat, { after, goOn }: Following, gone: AbortController): Promise<void> {
  const { deps } = c.var;
  let { caller } = c.var;
  const send = (text: string) => withinTime(stream.write(text), gone);
  const read = <T>(fn: Parameters<typeof inTenant<T>>[2]) => inTenant(deps.db, caller.brokerageId, fn);
  let { position, line } = await beginning(read, seat, after);
  await send(line);
  let checkedAt = performance.now();

  /** The same question as at the start; false when the answer has become no. */
  const mayGoOn = async (): Promise<boolean> => {
    const now = await callerAgain(c);
    checkedAt = performance.now();
    if (!(now instanceof DomainError)) caller = now;
    else await send(message('ended', undefined, { reason: now.code, detail: now.message }));
    return !(now instanceof DomainError);
  };
  const pass = async (lines: ChangeLine[]): Promise<boolean> => {
    if (lines.some(({ type }) => changesAccess(type)) && !(await mayGoOn())) return false;
    const shown = lines.filter((one) => mayDo(caller, scopeOfChange(one)));
    const last = lines.at(-1)!.position;
    if (shown.length > 0) await send(shown.map((one) => message('change', one.position, one)).join(''));
    position = last;
    return true;
  };

  // What happened while the client was away comes from the log, until the ring reaches back far enough.
  for (let lines = seat.after(position); lines === null; lines = seat.after(position)) {
    const page = await read((tx) => listChanges(tx, { after: position, limit: pageSize }));
    if (page.length === 0) break;
    if (!(await pass(page)) || gone.signal.aborted) return;
  }
  while (!gone.signal.aborted) {
    const lines = seat.after(position);
    if (lines === null) return;
    if (lines.length > 0) {
      if (!(await pass(lines))) return;
      continue;
    }
    if (!goOn) return;
    const untilBeat = deps.config.streamBeatMs - (performance.now() - checkedAt);
    if (untilBeat > 0) await seat.news(untilBeat, gone.signal);
    else if (!(await mayGoOn())) return;
    // A block without data moves the client's position past what it may not see, and says nothing.
    else await send(`: beat\nid: ${position}\n\n`);
  }
}

async function beginning(read: <T>(fn: Parameters<typeof inTenant<T>>[2]) => Promise<T>, seat: Seat, after: number | null) {
  const ready = (position: number, resumed: boolean) => ({ position, line: message('ready', position, { position, resumed }) });
  if (after === null) return ready(seat.top(), false);
  const newest = Math.max(seat.top(), await read((tx) => newestPosition(tx)));
  const reason = !(after <= newest) ? 'ahead' : (await read((tx) => liesFurtherBack(tx, { after, most: replayLimit }))) ? 'too-old' : null;
  if (reason === null) return ready(after, true);
  const position = seat.top();
  return { position, line: message('reset', position, { position, reason }) };
}

const message = (event: string, id: number | undefined, data: object): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

async function withinTime(writing: Promise<unknown>, gone: AbortController): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the client takes nothing'));
      gone.abort();
    }, stuckMs);
  });
  await Promise.race([writing, late]).finally(() => clearTimeout(timer));
}

/** Asks anew who this is. The answer has begun, so its headers are left alone. */
async function callerAgain(c: AppContext): Promise<Caller | DomainError> {
  const found: { caller?: Caller } = {};
  const again = {
    req: c.req,
    env: c.env,
    var: { ...c.var },
    get: (name: string) => c.get(name as 'deps'),
    header: () => {},
    set: (name: string, value: never) => Object.assign(found, { [name]: value }),
  };
  try {
    await authenticate(again as unknown as AppContext);
    return found.caller!;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Events after which a caller may be another, or nobody: looked at before anything more is sent. */
const changesAccess = (type: string): boolean => /^(Person|Key|Session)\./.test(type);

const scopeOfKind: Record<string, Scope> = {
  deal: 'closing:read',
  lead: 'sourcing:read',
  import: 'sourcing:read',
  contact: 'outreach:read',
  brokerage: 'settings:read',
};

/** What one must be allowed to read to hear of it. */
export function scopeOfChange({ subjectKind, type }: Pick<ChangeLine, 'subjectKind' | 'type'>): Scope {
  if (type.startsWith('Person.')) return 'people:read';
  if (type.startsWith('Key.')) return 'keys:read';
  return scopeOfKind[subjectKind] ?? 'events:read';
}
