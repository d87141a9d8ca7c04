import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoViolations, picture } from './browser.ts';
import { inScheme } from './states.ts';

/** Presses a key until what it leads to has the focus. */
export async function reach(page: Page, key: string, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 40; n++) {
    const at: string = await page.evaluate(
      `(() => { const at = document.activeElement; return at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? ''; })()`,
    );
    if (name.test(at)) return;
    passed.push(at.slice(0, 40));
    await page.keyboard.press(key);
  }
  expect.fail(`${name} is not reached by ${key}, only ${passed.join(' | ')}`);
}
/** No barrier on a desk and on a phone, light and dark; nothing of the dialog is out of sight sideways. */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [1400, 375]) {
    await page.setViewportSize({ width, height: 800 });
    for (const scheme of ['light', 'dark'] as const) {
      await inScheme(page, scheme);
      await picture(page, `dialog-${name}-${width}-${scheme}`);
      await expectNoViolations(page, `${name}, ${width} px, ${scheme}`, scheme === 'light' ? 'all' : 'colours');
    }
    const wide = await page.evaluate<number>(`(() => { const box = document.querySelector('[role="dialog"]'); return box.scrollWidth - box.clientWidth; })()`);
    expect(wide, `${name}, ${width} px: it scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1400, height: 800 });
}
/** The dialog is closed. */
export const gone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });
