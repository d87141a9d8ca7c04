import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestSession } from '../../test/api.ts';
import { expectNoViolations, picture, shown, type TestWeb } from './browser.ts';

/** Every call that fits is refused, with a cause and a next step. */
export const fails = (reads: string) => (context: BrowserContext) =>
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
export const never = (reads: string) => (context: BrowserContext) => context.route(reads, () => new Promise<void>(() => {}));

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
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1400, 375]) {
      const page = await web.open(path, { scheme, width, height: 900, as });
      if (heading) await shown(page, heading);
      await full(page);
      await picture(page, `${name}-${scheme}-${width}`);
      await expectNoViolations(page, `${path} full, ${scheme}, ${width} px`);
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(width);
      await page.context().close();
    }
    if (empty) {
      const page = await empty.web.open(path, { scheme, as: empty.as ?? empty.web.session });
      if (heading) await shown(page, heading);
      await empty.shows(page);
      await picture(page, `${name}-${scheme}-empty`);
      await expectNoViolations(page, `${path} empty, ${scheme}`);
      await page.context().close();
    }
    const failed = await web.open(path, { scheme, as, prepare: fails(reads) });
    const alert = failed.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('Report the request id.');
    await expectNoViolations(failed, `${path} in error, ${scheme}`);
    await failed.context().close();
    const waiting = await web.open(path, { scheme, as, prepare: never(reads) });
    await waiting.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }).waitFor();
    await waiting.getByText('Reading', { exact: false }).first().waitFor();
    await expectNoViolations(waiting, `${path} loading, ${scheme}`);
    await waiting.context().close();
  }
}

/** A screen without anything says so in its own words and offers the first thing to do. */
export async function expectEmpty(empty: TestWeb, { path, name, words }: { path: string; name: string; words: string }): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await empty.open(path, { scheme });
    await page.getByRole('heading', { name: words }).waitFor();
    await picture(page, `${name}-${scheme}-empty`);
    await expectNoViolations(page, `${path} empty, ${scheme}`);
    await page.context().close();
  }
}
