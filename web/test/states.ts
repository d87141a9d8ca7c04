import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoViolations, picture, type TestWeb } from './browser.ts';

const problem = {
  type: '/problems/internal',
  title: 'An error of ours',
  status: 500,
  detail: 'It is logged.',
  nextStep: 'Report the request id.',
  requestId: 'r-1',
};
/** The API refuses what the screen reads. */
export const fails = (reads: string) => (context: BrowserContext) =>
  context.route(reads, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
/** The API does not answer. */
export const never = (reads: string) => (context: BrowserContext) => context.route(reads, () => new Promise<void>(() => {}));

type Screen = {
  path: string;
  name: string;
  /** What the screen reads first. */
  reads: string;
  /** Something that is there when it is full. */
  full: (page: Page) => Promise<unknown>;
};

/** A screen that is full, in error and loading has no barrier, in light and dark; at 375 px it does not scroll sideways. */
export async function expectEveryState(web: TestWeb, { path, name, reads, full }: Screen): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1400, 375]) {
      const page = await web.open(path, { scheme, width, height: width === 375 ? 760 : 860 });
      await full(page);
      await picture(page, `${name}-${scheme}-${width}`);
      await expectNoViolations(page, `${path} ${scheme} ${width}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.context().close();
    }
    const failed = await web.open(path, { scheme, prepare: fails(reads) });
    await failed.getByRole('alert').first().waitFor();
    expect(await failed.getByRole('alert').first().textContent()).toContain('Report the request id.');
    await expectNoViolations(failed, `${path} in error`);
    const waiting = await web.open(path, { scheme, prepare: never(reads) });
    await waiting.getByRole('heading', { level: 1 }).waitFor();
    await waiting.getByText('Reading', { exact: false }).first().waitFor();
    await expectNoViolations(waiting, `${path} loading`);
    await Promise.all([failed, waiting].map((page) => page.context().close()));
  }
}

/** A screen without anything says so in its own words and offers the first thing to do. */
export async function expectEmpty(empty: TestWeb, { path, name, words }: { path: string; name: string; words: string }): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await empty.open(path, { scheme });
    await page.getByRole('heading', { name: words }).waitFor();
    await picture(page, `${name}-${scheme}-empty`);
    await expectNoViolations(page, `${path} empty`);
    await page.context().close();
  }
}
