import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type TestApi, type TestSession, testApi, testSession } from '../../test/api.ts';
import { atEnd } from '../../test/at-end.ts';
import { type TestDatabase, testBrokerage, testDatabase } from '../../test/database.ts';
import { webBuild } from '../../workers/web.ts';
import { cookiesOf, launchChromium } from './chromium.ts';
import { type Cutter, cutterOf } from './cut.ts';

export type TestWeb = {
  database: TestDatabase;
  api: TestApi;
  brokerageId: string;
  slug: string;
  /** Of the person whom `open` signs in. */
  session: TestSession;
  url: string;
  browser: Browser;
  streams: Cutter;
  /** A page of the application at an address, signed in. Faults of the page fail the test at its end. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** Another brokerage of the same instance: what this one has, it does not see. */
  other(options?: { role?: string }): Promise<TestWeb>;
};
export type OpenOptions = {
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The session of another person (`testSession`); null for nobody signed in. */
  as?: TestSession | null;
  /** In a browser of its own, where the person has another tab open already. */
  apart?: boolean;
  /** Before the page is opened, in a browser of its own: to stand between it and the API. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** The application as it is built, on the real API, this file's database and a real Chromium. Call it in `beforeAll`. */
export async function testWeb(options: { role?: string } = {}): Promise<TestWeb> {
  const [database, { folder }, browser] = await Promise.all([testDatabase(), webBuild(join(tmpdir(), 'keyturn-test-web')), launchChromium()]);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const api = testApi(database, { webFolder: folder, publicUrl: url, port });
  const server = serve({ fetch: api.app.fetch, port, hostname: 'localhost' });
  const streams = cutterOf(server);
  const faults: string[] = [];
  atEnd(async () => {
    await browser.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(faults, 'faults of the pages').toEqual([]);
  });
  const contexts = browsersOf(browser, url);

  const of = async ({ role = 'coordinator' }: { role?: string } = {}): Promise<TestWeb> => {
    const { id: brokerageId, slug } = await testBrokerage(database.app);
    const session = await testSession(api, database, brokerageId, { role });
    const open = async (path: string, { scheme = 'light', width = 1280, height = 800, as = session, apart, prepare }: OpenOptions = {}): Promise<Page> => {
      const isOwn = apart || prepare || !as;
      const context = await (isOwn ? contexts.own(as) : contexts.of(as));
      await prepare?.(context);
      const page = await context.newPage();
      if (isOwn) page.once('close', () => context.close().catch(() => {}));
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      page.on('console', (message) => {
        // What the API refuses on purpose is logged by the browser itself.
        if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text())) faults.push(`${path}: ${message.text()}`);
      });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(path);
      return page;
    };
    return { database, api, brokerageId, slug, session, url, browser, streams, open, other: of };
  };
  return of(options);
}

type Contexts = { own(as: TestSession | null): Promise<BrowserContext>; of(as: TestSession): Promise<BrowserContext> };

/** The browsers of people. Whoever has one opens their next page as one more tab: that takes a third of the time of a browser of their own. */
function browsersOf(browser: Browser, url: string): Contexts {
  const open = new Map<string, BrowserContext>();
  const own: Contexts['own'] = async (as) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: url });
    context.setDefaultTimeout(20_000);
    if (as) await context.addCookies(cookiesOf(as.cookie, url));
    return context;
  };
  const of: Contexts['of'] = async (as) => {
    const there = open.get(as.cookie);
    if (there) {
      // A page before may have signed out.
      await there.addCookies(cookiesOf(as.cookie, url));
      return there;
    }
    const context = await own(as);
    open.set(as.cookie, context);
    context.once('close', () => open.delete(as.cookie));
    // Keeps the process of the site, with what it has compiled, from one page to the next.
    await (await context.newPage()).goto('/healthz');
    return context;
  };
  return { own, of };
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
type AxeNode = { target: unknown[]; failureSummary?: string };
type AxeResult = { violations: { id: string; help: string; nodes: AxeNode[] }[]; passes: unknown[] };

const rules = {
  all: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  colours: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** WCAG 2.0 to 2.2, A and AA, by axe: no violation on what is shown now. */
export async function expectNoViolations(page: Page, what = page.url(), which: keyof typeof rules = 'all'): Promise<void> {
  // Not as a script of the page: its policy forbids those.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(await axeSource());
  // Of what passes, that it does is enough.
  const options = { runOnly: rules[which], resultTypes: ['violations'] };
  const { violations, passes } = await page.evaluate<AxeResult>(`axe.run(document, ${JSON.stringify(options)})`);
  expect(passes.length, `${what}: axe looked at something`).toBeGreaterThan(which === 'all' ? 5 : 0);
  expect(
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`)),
    what,
  ).toEqual([]);
}

let source: Promise<string> | undefined;
const axeSource = (): Promise<string> => (source ??= import('node:fs/promises').then(({ readFile }) => readFile(axe, 'utf8')));

/** The heading of the screen stands, and what it reads has come. */
export async function shown(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

/** A picture to look at, where KEYTURN_PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.KEYTURN_PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, 'localhost', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
