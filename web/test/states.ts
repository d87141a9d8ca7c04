import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestSession } from '../../test/api.ts';
import { expectNoViolations, picture, shown, type TestWeb } from './browser.ts';

const schemes = ['light', 'dark'] as const;

/** Every call that fits is refused, with a cause and a next step. */
const fails = (reads: string) => (context: BrowserContext) =>
  context.route(reads, (route) =>
    route.fulfill({
      ...{ status: 500, contentType: 'application/problem+json' },
      body: JSON.stringify({
        ...{ type: '/problems/internal', title: 'An error of ours', status: 500, detail: 'It is logged.' },
        ...{ nextStep: 'Report the request id.', requestId: 'r-1' },
      }),
    }),
  );
/** No call that fits is ever answered. */
const never = (reads: string) => (context: BrowserContext) => context.route(reads, () => new Promise<void>(() => {}));

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
  // A page follows the scheme of its system by itself; how it is laid out is decided as it opens.
  for (const width of [1400, 375]) {
    const page = await web.open(path, { width, height: 900, as });
    if (heading) await shown(page, heading);
    for (const scheme of schemes) {
      await inScheme(page, scheme);
      await full(page);
      await picture(page, `${name}-${scheme}-${width}`);
      await expectNoViolations(page, `${path} full, ${scheme}, ${width} px`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  }
  if (empty) {
    const none = await empty.web.open(path, { as: empty.as ?? empty.web.session });
    if (heading) await shown(none, heading);
    for (const scheme of schemes) {
      await inScheme(none, scheme);
      await empty.shows(none);
      await picture(none, `${name}-${scheme}-empty`);
      await expectNoViolations(none, `${path} empty, ${scheme}`);
    }
    await none.context().close();
  }
  await expectWithoutAnswer(web, { path, reads, as, ...(heading ? { heading } : {}) });
}

/** A screen whose reading fails names the cause and the next step; one that is still reading says what; neither is a barrier, light or dark. */
export async function expectWithoutAnswer(
  web: TestWeb,
  { path, heading, reads, as = web.session }: Pick<ScreenStates, 'path' | 'heading' | 'reads' | 'as'>,
): Promise<void> {
  const failed = await web.open(path, { as, prepare: fails(reads) });
  const alert = failed.getByRole('alert').first();
  await alert.waitFor();
  expect(await alert.textContent()).toContain('Report the request id.');
  for (const scheme of schemes) {
    await inScheme(failed, scheme);
    await expectNoViolations(failed, `${path} in error, ${scheme}`);
  }
  await failed.context().close();
  const waiting = await web.open(path, { as, prepare: never(reads) });
  await waiting.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }).waitFor();
  await waiting.getByText('Reading', { exact: false }).first().waitFor();
  for (const scheme of schemes) {
    await inScheme(waiting, scheme);
    await expectNoViolations(waiting, `${path} loading, ${scheme}`);
  }
  await waiting.context().close();
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
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(page, scheme);
    await picture(page, `${name}-${scheme}-empty`);
    await expectNoViolations(page, `${path} empty, ${scheme}`);
  }
  await page.context().close();
}
