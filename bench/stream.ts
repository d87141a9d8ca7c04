import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hashKey } from '../api/auth.ts';
import { openDb } from '../db/client.ts';
import { changeSubject } from '../db/events.ts';
import { urlAs } from '../db/migrate.ts';
import { apiKeys, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { runRelay } from '../workers/relay/relay.ts';
import { freePort } from '../workers/up/ports.ts';
import { benchBrokerage, benchDatabase } from './database.ts';

type Options = { streams?: number; disconnects?: number; say: (line: string) => void };
type Client = { position: number; heard: number[]; connects: number; live: boolean; drop(): void };

/**
 * Event to client with many streams on a real API and a real relay, then forced disconnects while events flow: every
 * client's positions are compared with the database's. `value` is what was lost or doubled.
 */
export async function benchStream({ streams = 50, disconnects = 1000, say }: Options) {
  const database = await benchDatabase();
  const stop = new AbortController();
  const relay = openDb(urlAs(database.appUrl, 'keyturn_relay', 'relay'), { max: 4 });
  const relaying = runRelay(
    { app: database.app, relay: relay.sql, consumers: [], retryDelaysMs: [], perform: async () => {}, log: () => {} } as never,
    stop.signal,
  );
  const port = await freePort();
  const api = await startApi(database.appUrl, database.folder, port);
  try {
    const brokerageId = await benchBrokerage(database.app);
    const key = await benchKey(database.app, brokerageId);
    const committed = new Map<string, number>();
    const delays: number[] = [];
    let measuring = true;
    const onChange = (subjectId: string): void => {
      const at = committed.get(subjectId);
      if (measuring && at !== undefined) delays.push(performance.now() - at);
    };
    const happen = async (): Promise<void> => {
      const id = randomUUID();
      committed.set(id, performance.now());
      const subject = { kind: 'contact' as const, id };
      await changeSubject(database.app, { brokerageId, subject, actor: { kind: 'system', id: 'bench' }, source: 'bench' }, ({ event }) =>
        event('Contact.Updated', { contactId: id, fields: ['name'] }),
      );
    };
    const clients = Array.from({ length: streams }, () => openClient(`http://127.0.0.1:${port}/v1/stream`, key, onChange, stop.signal));
    await until(() => clients.every(({ connects }) => connects > 0), 'not every stream was opened');
    const begins = clients.map(({ position }) => position);

    for (let n = 0; n < 200; n++) {
      await happen();
      await pause(20);
    }
    const newest = async () => Number((await database.admin`select max(position) as n from events`)[0]!.n ?? 0);
    const settled = async (): Promise<void> => {
      await until(async () => (await database.admin`select 1 from events where position is null limit 1`).length === 0, 'events without a position');
      const last = await newest();
      await until(() => clients.every(({ position }) => position >= last), 'clients that did not catch up').catch(() => {});
    };
    await settled();
    measuring = false;
    const [p50, p95] = [quantile(delays, 0.5), quantile(delays, 0.95)];
    say(`${streams} streams, ${delays.length} deliveries: p50 ${p50} ms, p95 ${p95} ms from before the commit`);

    let dropped = 0;
    let flowing = true;
    const flow = (async () => {
      for (; flowing; await pause(5)) await happen();
    })();
    while (dropped < disconnects) {
      // Only who is connected can be cut off.
      const connected = clients.filter(({ live }) => live);
      const one = connected[Math.floor(Math.random() * connected.length)];
      if (one) {
        one.drop();
        dropped++;
      }
      await pause(2);
    }
    flowing = false;
    await flow;
    await settled();
    const positions = (
      await database.admin<
        { position: string }[]
      >`select position from events where brokerage_id = ${brokerageId} and type = 'Contact.Updated' order by position`
    ).map((row) => Number(row.position));
    let [lost, doubled] = [0, 0];
    clients.forEach(({ heard }, n) => {
      const had = new Set(heard);
      doubled += heard.length - had.size;
      lost += positions.filter((position) => position > begins[n]! && !had.has(position)).length;
    });
    const connects = clients.reduce((sum, client) => sum + client.connects, 0);
    say(`${dropped} forced disconnects, ${connects} connections, ${positions.length} events: ${lost} lost, ${doubled} doubled`);
    return {
      id: 'U3',
      value: lost + doubled,
      target: 0,
      rounds: 1,
      detail: { streams, p50Ms: p50, p95Ms: p95, p95TargetMs: 1000, disconnects: dropped, connects, events: positions.length, lost, doubled },
    };
  } finally {
    stop.abort();
    api.kill('SIGTERM');
    await Promise.race([new Promise((resolve) => api.once('exit', resolve)), pause(12_000)]);
    await relaying.catch(() => {});
    await relay.close();
    await database.stop();
  }
}

/** Reads a stream, and comes back behind what it heard last whenever it breaks off. */
function openClient(url: string, key: string, onChange: (subjectId: string) => void, signal: AbortSignal): Client {
  let cut = new AbortController();
  const drop = (): void => {
    client.live = false;
    cut.abort();
  };
  const client: Client = { position: -1, heard: [], connects: 0, live: false, drop };
  const block = (text: string): void => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
    const [event, id] = [field('event'), field('id')];
    if (event === 'ready') client.connects++;
    if (event === 'ready') client.live = true;
    if (event === 'reset' || event === 'ended') throw new Error(`the stream answered ${event}: ${field('data')}`);
    if (id !== undefined) client.position = Number(id);
    if (event !== 'change') return;
    client.heard.push(Number(id));
    onChange((JSON.parse(field('data')!) as { subjectId: string }).subjectId);
  };
  void (async () => {
    while (!signal.aborted) {
      cut = new AbortController();
      const headers = { authorization: `Bearer ${key}`, ...(client.position < 0 ? {} : { 'last-event-id': String(client.position) }) };
      try {
        const response = await fetch(url, { headers, signal: AbortSignal.any([signal, cut.signal]) });
        const decoder = new TextDecoder();
        let text = '';
        for await (const chunk of response.body!) {
          text += decoder.decode(chunk, { stream: true });
          for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
            block(text.slice(0, end));
            text = text.slice(end + 2);
          }
        }
      } catch {
        // Cut off, which is the point.
      }
      await pause(10);
    }
  })();
  return client;
}

async function startApi(databaseUrl: string, home: string, port: number): Promise<ChildProcess> {
  // The stream needs no engine: nobody listens there.
  const env = {
    ...process.env,
    DATABASE_APP_URL: databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    KEYTURN_PORT: String(port),
    KEYTURN_HOME: home,
    LOG_LEVEL: 'error',
    KEYTURN_REQUESTS_PER_MINUTE: '1000000',
  };
  const api = spawn(process.execPath, [new URL('../api/server.ts', import.meta.url).pathname], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await until(
    () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    'the API did not come up',
  );
  return api;
}

async function benchKey(app: Parameters<typeof inTenant>[0], brokerageId: string): Promise<string> {
  const [key, personId] = [`kt_${randomBytes(18).toString('base64url')}`, randomUUID()];
  await inTenant(app, brokerageId, async (tx) => {
    await tx.insert(people).values({ brokerageId, id: personId, name: 'Bench', email: 'bench@example.com', role: 'broker' });
    await tx.insert(apiKeys).values({ brokerageId, personId, name: 'bench', hash: hashKey(key), scopes: ['*'] });
  });
  return key;
}

const quantile = (values: number[], share: number): number => Math.round(values.sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]! * 10) / 10;

async function until(look: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  for (const end = Date.now() + 60_000; !(await look()); await pause(50)) if (Date.now() > end) throw new Error(`After a minute: ${otherwise}`);
}
