import { readdirSync, readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { problems } from '../../api/problems.ts';
import { shown, type TestWeb, testWeb } from './browser.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb();
});

/** Every tenth of the catalogue, and those that people meet most. 401 leads to the login, which shows none. */
const sample = Object.entries(problems).filter(([code, { status }], at) => status !== 401 && (at % 10 === 0 || ['internal', 'not-allowed'].includes(code)));

it('a screen shows what the API refuses with by its cause and its next step', async () => {
  expect(sample.length).toBeGreaterThan(8);
  const page = await web.open('/settings');
  for (const [code, { status, title, cause, nextStep }] of sample) {
    const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail: cause, nextStep, requestId: 'r-1' });
    // Passing ones are tried again first, which takes a second.
    await page.route('**/v1/deals/board*', (route) => route.fulfill({ status, contentType: 'application/problem+json', body }));
    await page.goto('/deals');
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    const text = (await alert.textContent())!;
    for (const part of [title, cause, nextStep]) expect(text, code).toContain(part);
    await page.unrouteAll();
  }
  await page.close();
});

it('what is no answer of ours, or none at all, is told with cause and next step, too', async () => {
  const answers: [string, (route: Route) => Promise<void>][] = [
    ['Wait a few seconds and try again.', (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })],
    ['Check your connection.', (route) => route.abort()],
  ];
  const page = await web.open('/nowhere');
  await page.getByText('There is nothing at this address').waitFor();
  for (const [nextStep, answer] of answers) {
    await page.route('**/v1/deals/board*', answer);
    await page.goto('/deals');
    await page.getByRole('alert').first().getByText(nextStep, { exact: false }).waitFor();
    await page.unrouteAll();
  }
  await page.goto('/deals');
  await shown(page, 'Deals');
  await page.close();
});

it('no source of the screens or the API says only that something went wrong', () => {
  const hollow = /something went wrong|an (unexpected |unknown )?error (has )?occurred|oops/i;
  const sources = ['web', 'api'].flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html|css)$/.test(name) && !/\.test\.ts$/.test(name))
      .map((name) => `${layer}/${name}`),
  );
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.filter((path) => hollow.test(readFileSync(path, 'utf8')))).toEqual([]);
});
