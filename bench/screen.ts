import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { createApp } from '../api/app.ts';
import { createLogger } from '../api/logging.ts';
import { createSessions } from '../api/sessions/sessions.ts';
import { connectTemporal } from '../api/temporal.ts';
import { openDb } from '../db/client.ts';
import { createFileStore } from '../db/files.ts';
import { urlAs } from '../db/migrate.ts';
import { deals, leads, people } from '../db/schema/index.ts';
import { inTenant } from '../db/tenant.ts';
import { cookiesOf, launchChromium } from '../web/test/chromium.ts';
import { cutterOf } from '../web/test/cut.ts';
import { type Deals, facts, type Happened, inDatabase, onScreen, seeded } from '../web/test/facts.ts';
import { runRelay } from '../workers/relay/relay.ts';
import { freePort } from '../workers/up/ports.ts';
import { webBuild } from '../workers/web.ts';
import { type BenchDatabase, benchBrokerage, benchDatabase } from './database.ts';

type Options = { disconnects?: number; desks?: number; samples?: number; minutes?: number; say: (line: string) => void };
type Desk = { page: Page; screen: Happened['screen'] };

/**
 * Event to screen in Chromium, and forced disconnects while facts change: after each, every screen is compared with the database before
 * anything else happens. `value` is the rounds after which a screen did not say what the database says.
 */
export async function benchScreen({ disconnects = 1000, desks = 8, samples = 60, minutes = 12, say }: Options) {
  const database = await benchDatabase();
  const stop = new AbortController();
  const relay = openDb(urlAs(database.appUrl, 'keyturn_relay', 'relay'), { max: 4 });
  const relaying = runRelay(
    { app: database.app, relay: relay.sql, consumers: [], retryDelaysMs: [], perform: async () => {}, log: () => {} } as never,
    stop.signal,
  );
  const brokerageId = await benchBrokerage(database.app);
  const [seats, api, browser] = [await seedDeals(database, brokerageId), await startApi(database, brokerageId), await launchChromium()];
  try {
    const random = seeded(2611);
    const happening = facts(database.app, brokerageId, seats, random);
    for (let n = 0; n < 6; n++) await happening.next('open');

    // Two desks look at one list each: the figure is the product's, not that of many browsers on one machine.
    const looking = await openDesks(browser, api, 2);
    await agree(database, brokerageId, looking, 30_000);
    const delays: number[] = [];
    for (let n = 0; n < samples; n++) {
      const [kind, screen] = n % 2 === 0 ? (['open', 'needs-me'] as const) : (['wait', 'deals'] as const);
      const { page } = looking.find((desk) => desk.screen === screen)!;
      const text = `${kind === 'open' ? 'Call' : 'paper'} number ${n + 7}`;
      const seen = page.evaluate<number>(appears(text));
      const began = Date.now();
      await happening.next(kind);
      delays.push((await seen) - began);
      await pause(100);
    }
    const [p50, p95, worst] = [quantile(delays, 0.5), quantile(delays, 0.95), quantile(delays, 1)];
    say(`${delays.length} facts from before the commit to the screen: p50 ${p50} ms, p95 ${p95} ms, worst ${worst} ms`);

    const all = [...looking, ...(await openDesks(browser, api, desks - looking.length))];
    await agree(database, brokerageId, all, 30_000);
    const [end, began] = [Date.now() + minutes * 60_000, Date.now()];
    let [cuts, rounds, happened, differing] = [0, 0, 0, 0];
    for (; cuts < disconnects && Date.now() < end; rounds++) {
      for (const late = Date.now() + 30_000; api.streams.open() < all.length && Date.now() < late; ) await pause(20);
      cuts += api.streams.cut();
      for (let n = Math.ceil(random() * 3); n > 0; n--, happened++) await happening.next();
      const apart = await agree(database, brokerageId, all, 15_000);
      differing += apart.length > 0 ? 1 : 0;
      for (const each of apart) say(`round ${rounds}: ${each}`);
      if (rounds % 20 === 19) say(`${cuts} disconnects, ${happened} facts, ${Math.round((Date.now() - began) / 1000)} s: ${differing} rounds differ`);
    }
    say(`${cuts} forced disconnects of ${all.length} browsers, ${happened} facts, ${rounds} comparisons: ${differing} differ`);
    return {
      id: 'U3-screen',
      value: differing,
      target: 0,
      rounds,
      detail: { samples: delays.length, p50Ms: p50, p95Ms: p95, worstMs: worst, p95TargetMs: 1000, browsers: all.length, disconnects: cuts, facts: happened },
    };
  } finally {
    stop.abort();
    await browser.close();
    await api.stop();
    await relaying.catch(() => {});
    await relay.close();
    await database.stop();
  }
}

/** The instant at which a text is in the page: what a person can see from the next frame on. */
const appears = (text: string): string => `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('#main')?.textContent.includes(${JSON.stringify(text)})) return;
    watch.disconnect();
    resolve(Date.now());
  };
  const watch = new MutationObserver(look);
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
})`;

/** Which screens do not say what the database says, when that time is over. */
async function agree({ app }: BenchDatabase, brokerageId: string, desks: readonly Desk[], ms: number): Promise<string[]> {
  const { needsMe, deals: files } = await inDatabase(app, brokerageId);
  const end = Date.now() + ms;
  const look = async ({ page, screen }: Desk, n: number): Promise<string[]> => {
    const expected = JSON.stringify(screen === 'deals' ? files : needsMe);
    for (;;) {
      const shown = JSON.stringify(await onScreen(page, screen));
      if (shown === expected) return [];
      if (Date.now() > end) return [`desk ${n}, ${screen}: shows ${shown}, the database has ${expected}`];
      await pause(50);
    }
  };
  return (await Promise.all(desks.map(look))).flat();
}

type Api = Awaited<ReturnType<typeof startApi>>;

/** Browsers of their own, so each with its own stream; every other one looks at the deals. */
async function openDesks(browser: Browser, { url, cookie }: Api, count: number): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (let n = 0; n < count; n++) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    await context.addCookies(cookiesOf(cookie, url));
    const page = await context.newPage();
    const screen = n % 2 === 0 ? 'needs-me' : 'deals';
    await page.goto(screen === 'deals' ? `${url}/deals` : url);
    await page.locator('[data-row]').first().waitFor();
    desks.push({ page, screen });
  }
  return desks;
}

async function startApi(database: BenchDatabase, brokerageId: string) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const secret = randomBytes(32).toString('hex');
  const authUrl = urlAs(database.appUrl, 'keyturn_auth', 'auth');
  const { folder } = await webBuild(join(tmpdir(), 'keyturn-bench-web'));
  const config = {
    ...{ databaseUrl: database.appUrl, authDatabaseUrl: authUrl, authSecret: secret, temporalNamespace: 'keyturn', temporalUiUrl: undefined },
    // The lists need no engine: nobody listens there.
    ...{ temporalAddress: '127.0.0.1:1', port, host: 'localhost', home: database.folder, publicUrl: url, sandboxUrl: undefined, webFolder: folder },
    webhooks: { twilioAccountSid: undefined, twilioTokens: [], emailSecrets: [], docusignAccountId: undefined, docusignKeys: [] },
    ...{ logLevel: 'error' as const, requestsPerMinute: 1_000_000, streamBeatMs: 15_000 },
  };
  const sessions = createSessions({ authUrl, secret, publicUrl: url });
  const deps = { db: database.app, sessions, files: createFileStore(join(database.folder, 'files')), temporal: connectTemporal(config), config };
  const app = createApp({ ...deps, log: createLogger('error') });
  const server = serve({ fetch: app.fetch, port, hostname: 'localhost' });
  const streams = cutterOf(server);
  const personId = await inTenant(database.app, brokerageId, async (tx) => (await tx.query.people.findMany()).find(({ role }) => role === 'coordinator')!.id);
  const { token } = await sessions.makeLink({ brokerageId, personId });
  const answer = await app.request(`/sign-in/${token}`, { method: 'POST' });
  const cookie = answer.headers
    .getSetCookie()
    .map((value) => value.split(';', 1)[0])
    .join('; ');
  const stop = async (): Promise<void> => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await sessions.close();
  };
  return { url, cookie, streams, stop };
}

async function seedDeals({ app }: BenchDatabase, brokerageId: string): Promise<Deals> {
  const at = new Date('2026-01-02T15:00:00Z');
  const rows = Array.from({ length: 8 }, (_, n) => ({ leadId: randomUUID(), dealId: randomUUID(), dealNo: n + 1 }));
  await inTenant(app, brokerageId, async (tx) => {
    for (const role of ['broker', 'coordinator', 'agent'])
      await tx.insert(people).values({ brokerageId, name: `Pat ${role}`, email: `${role}@example.com`, role });
    for (const { leadId, dealId, dealNo } of rows) {
      const place = { line: `${dealNo} MAIN ST`, city: 'NASHVILLE', state: 'TN', zip: '37216' };
      const known = { propertyKey: leadId, contentHash: leadId, asOf: '2026-01-01', createdAt: at, updatedAt: at, status: 'qualified' };
      await tx.insert(leads).values({ brokerageId, id: leadId, leadNo: dealNo, ...known, ...place });
      const opened = { side: 'wholesale', openedBy: 'rule', openedAt: at } as const;
      await tx.insert(deals).values({ brokerageId, id: dealId, dealNo, workflowId: `deal/bench/${dealNo}`, leadId, ...opened });
    }
  });
  return rows;
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;
