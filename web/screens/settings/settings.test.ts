import { beforeAll, describe, expect, it } from 'vitest';
import { type TestSession, testSession } from '../../../test/api.ts';
import { testBrokerage } from '../../../test/database.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEveryState } from '../../test/states.ts';
import { valueWords } from './words.ts';

let web: TestWeb;
let untouched: TestSession;
beforeAll(async () => {
  web = await testWeb({ role: 'broker' });
  untouched = await testSession(web.api, web.database, (await testBrokerage(web.database.app)).id, { role: 'broker' });
});
const now = async () => (await web.api.call('GET', '/v1/settings', { cookie: web.session.cookie })).json;

describe('settings', () => {
  it('are changed together, refused beside their field, and stand in the history with what was there before', async () => {
    const page = await web.open('/settings');
    await shown(page, 'Settings');
    const save = page.getByRole('button', { name: 'Save', exact: true });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Deals opened in a day').fill('12');
    await page.getByLabel('Offers wait for an approval').click();
    await page.getByLabel('Reminders').fill('96, 24');
    await page.getByLabel('A deadline approaches').fill('96');
    await page.getByRole('button', { name: 'Tell one more role' }).click();
    await page.getByLabel('A document is complete').check();
    await expectNoViolations(page, 'a changed form');
    await picture(page, 'settings-changed');
    await save.click();
    await page.getByText('Saved.').waitFor();
    expect(await now()).toMatchObject({
      dealsPerDay: 12,
      trustedTemplates: ['document-accepted'],
      deadlineWatch: { leadHours: 96, reminderHours: [96, 24], ladder: [{ role: 'coordinator' }, { role: 'broker' }, { role: 'marketer', afterHours: 24 }] },
    });

    await page.getByLabel('How long an offer stands').fill('400');
    await page.getByText('From 1 to 365.').waitFor();
    await page.getByLabel('Reminders').fill('soon');
    await page.getByText('Whole hours from 1 to 8760', { exact: false }).waitFor();
    await save.click();
    await page.getByText(/365/).first().waitFor();
    expect(await now()).toMatchObject({ offerDays: expect.not.stringMatching('400') });
    await expectNoViolations(page, 'a refused form');
    await picture(page, 'settings-refused');
    await page.getByRole('button', { name: 'Take back' }).click();

    await page.getByRole('tab', { name: 'History' }).click();
    await page.waitForURL('**/settings?tab=history');
    const row = page.getByRole('table', { name: 'Changes of settings' }).locator('[data-row]').first();
    await row.getByText('Deals opened in a day').waitFor();
    expect(await row.textContent()).toMatch(/Pat Example.*is now 12/);
    await page.close();
  });

  it('a CRM is entered, its secret shown once, renewed, and taken out', async () => {
    const page = await web.open('/settings');
    await shown(page, 'Settings');
    const dialog = page.getByRole('dialog');
    await page.getByLabel('Address').fill('ftp://crm.example.com');
    await page.getByRole('button', { name: 'Enter the CRM' }).click();
    await page.locator('[aria-invalid="true"]').waitFor();
    await page.getByLabel('Address').fill('https://crm.example.com/hooks');
    await page.getByRole('button', { name: 'Enter the CRM' }).click();
    const secret = await dialog.locator('[data-secret]').textContent();
    expect(secret).toMatch(/^whsec_/);
    await expectNoViolations(page, 'the secret');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'New secret …' }).click();
    await dialog.getByRole('button', { name: 'Make a new secret' }).click();
    await expect.poll(() => dialog.locator('[data-secret]').textContent(), { timeout: 20_000 }).toMatch(/^whsec_/);
    expect(await dialog.locator('[data-secret]').textContent()).not.toBe(secret);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Take it out …' }).click();
    await dialog.getByRole('button', { name: 'Take it out' }).click();
    await page.getByRole('button', { name: 'Take it out …' }).waitFor({ state: 'detached' });
    expect((await now()).crmUrl).toBeNull();
    await page.close();
  });

  it('have no barrier in any state', { timeout: 240_000 }, async () => {
    await expectEveryState(web, {
      ...{ path: '/settings', heading: 'Settings', reads: '**/v1/settings' },
      full: (page) => page.getByLabel('Deals opened in a day').waitFor(),
    });
    await expectEveryState(web, {
      ...{ path: '/settings?tab=history', heading: 'Settings', reads: '**/v1/settings/history*' },
      full: (page) => page.locator('[data-row]').first().waitFor(),
      empty: { web, as: untouched, shows: (page) => page.getByRole('heading', { name: 'Nothing was changed yet' }).waitFor() },
    });
  });

  it('who may only read sees them and can change none', async () => {
    const page = await web.open('/settings', { as: await testSession(web.api, web.database, web.brokerageId, { role: 'coordinator' }) });
    await shown(page, 'Settings');
    await page.getByText('A broker changes these; you may read them.').waitFor();
    expect(await page.getByLabel('Deals opened in a day').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /Save|Enter the CRM/ }).count()).toBe(0);
    await page.close();
  });
});

it('values are said in words', () => {
  expect(valueWords('offerApproval', true)).toBe('yes');
  expect(valueWords('trustedTemplates', [])).toBe('none');
  expect(valueWords('trustedTemplates', ['document-accepted'])).toBe('A document is complete');
  expect(valueWords('deadlineWatch', {})).toBe('the standard');
  expect(valueWords('deadlineWatch', { leadHours: 72, reminderHours: [], flagAfterHours: 48, ladder: [{ role: 'broker', afterHours: 12 }] })).toBe(
    'approaches 72 h ahead; no reminders; flag after 48 h; then broker after 12 h',
  );
});
