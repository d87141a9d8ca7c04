import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestSession } from '../../test/api.ts';
import { expectNoViolations, picture, shown, type TestWeb } from './browser.ts';

const schemes = ['light', 'dark'] as const;

/** Every call that fits is refused, with a cause and a next step. */
const fails = (page: Page, reads: string) =>
  page.route(reads, (route) =>
    route.fulfill({
      ...{ status: 500, contentType: 'application/problem+json' },
      body: JSON.stringify({
        ...{ type: '/problems/internal', title: 'An error of ours', status: 500, detail: 'It is logged.' },
        ...{ nextStep: 'Report the request id.', requestId: 'r-1' },
      }),
    }),
  );
/** No call that fits is ever answered. */
const never = (page: Page, reads: string) => page.route(reads, () => new Promise<void>(() => {}));

export type ScreenStates = {
  path: string;
  /** What the screen is called; left out, the heading it has when full is not looked at. */
  heading?: string;
  /** Names its pictures where the heading does not. */
  name?: string;
  /** What the screen reads first. */
  reads: string;
  /** Waits until what makes it full is there. */
  full: (page: Page) => Promise<unknown>;
  as?: TestSession;
  empty?: { web: TestWeb; as?: TestSession; shows: (page: Page) => Promise<unknown> };
};

/** A screen has no barrier when full, empty, loading or in error, light and dark, and fits on a phone. */
export async function expectEveryState(web: TestWeb, { path, heading, reads, full, name: named, as = web.session, empty }: ScreenStates): Promise<void> {
  const name = named ?? heading?.toLowerCase().replaceAll(' ', '-') ?? 'screen';
  const page = await web.open(path, { width: 1400, height: 900, as });
  for (const width of [1400, 375]) {
    // How it is laid out is decided as it opens.
    if (width !== 1400) await reopen(page, width);
    if (heading) await shown(page, heading);
    await full(page);
    await expectNoBarrier(page, { what: `${path} full, ${width} px`, name: `${name}-${width}`, width, see: full });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectWithoutAnswer(page, { path, reads, ...(heading ? { heading } : {}) });
  await page.close();
  if (empty) {
    const none = await empty.web.open(path, { as: empty.as ?? empty.web.session });
    if (heading) await shown(none, heading);
    await expectNoBarrier(none, { what: `${path} empty`, name: `${name}-empty`, see: empty.shows });
    await none.close();
  }
}

/** A screen whose reading fails names the cause and the next step; one that is still reading says what; neither is a barrier, light or dark. */
export async function expectWithoutAnswer(page: Page, { path, heading, reads }: Pick<ScreenStates, 'path' | 'heading' | 'reads'>): Promise<void> {
  await fails(page, reads);
  await page.goto(path);
  const alert = page.getByRole('alert').first();
  await alert.waitFor();
  expect(await alert.textContent()).toContain('Report the request id.');
  await expectNoBarrier(page, { what: `${path} in error` });
  await page.unrouteAll();
  await never(page, reads);
  await page.reload();
  await page.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }).waitFor();
  await page.getByText('Reading', { exact: false }).first().waitFor();
  await expectNoBarrier(page, { what: `${path} loading` });
  await page.unrouteAll();
}

type Seen = {
  what: string;
  /** Names its pictures. */
  name?: string;
  /** It has to fit into. */
  width?: number;
  /** Waits until what it is about is there. */
  see?: (page: Page) => Promise<unknown>;
};
/** What is shown is no barrier, light or dark. A scheme changes colours: where it changed nothing else, the second look is at those. */
export async function expectNoBarrier(page: Page, { what, name, width, see }: Seen): Promise<void> {
  let first: string | undefined;
  for (const scheme of schemes) {
    await inScheme(page, scheme);
    await see?.(page);
    if (name) await picture(page, `${name}-${scheme}`);
    const content = await page.evaluate<string>('document.body.outerHTML + document.body.innerText');
    await expectNoViolations(page, `${what}, ${scheme}`, content === first ? 'colours' : 'all');
    first = content;
    if (width) expect(await page.evaluate('document.documentElement.scrollWidth'), `${what}, ${scheme}: it scrolls sideways`).toBeLessThanOrEqual(width);
  }
}

/** The same address, opened at another width. */
export async function reopen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: page.viewportSize()!.height });
  await page.reload();
}

/** Light or dark as the system says, once the page has taken it on. */
export async function inScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor({ state: 'attached' });
  // Colours on their way from one scheme to the other are no one's.
  await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
}

/** A screen without anything says so in its own words and offers the first thing to do. */
export async function expectEmpty(empty: TestWeb, { path, name, words }: { path: string; name: string; words: string }): Promise<void> {
  const page = await empty.open(path);
  await page.getByRole('heading', { name: words }).waitFor();
  await expectNoBarrier(page, { what: `${path} empty`, name: `${name}-empty` });
  await page.close();
}
