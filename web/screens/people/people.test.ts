import { beforeAll, describe, expect, it } from 'vitest';
import { type TestSession, testSession } from '../../../test/api.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEveryState } from '../../test/states.ts';

let web: TestWeb;
let coordinator: TestSession;
beforeAll(async () => {
  web = await testWeb({ role: 'broker' });
  coordinator = await testSession(web.api, web.database, web.brokerageId, { role: 'coordinator' });
});
const row = (page: import('playwright-core').Page, name: string) => page.getByRole('table', { name: 'People' }).locator('[data-row]', { hasText: name });

describe('people', () => {
  it('has no barrier in any state', { timeout: 240_000 }, async () => {
    await expectEveryState(web, {
      ...{ path: '/people', heading: 'People and roles', reads: '**/v1/people*' },
      full: (page) => page.locator('[data-row]').first().waitFor(),
      empty: { web, shows: (page) => page.getByText('you', { exact: false }).first().waitFor() },
    });
  });

  it('a person is invited with a link that is shown once and lets them in, then disabled with a reason, which ends it', async () => {
    const page = await web.open('/people');
    await shown(page, 'People and roles');
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ida Invited');
    await dialog.getByLabel('E-mail').fill('ida@example.com');
    await dialog.getByLabel('Role').selectOption('marketer');
    await expectNoViolations(page, 'inviting');
    await picture(page, 'invite');
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const link = (await dialog.locator('[data-secret]').textContent())!;
    expect(link).toMatch(/^http.*\/sign-in\/\S{20,}$/);
    await expectNoViolations(page, 'the link');
    await picture(page, 'invited');
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText(/^(Copied|Selected)/).waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await row(page, 'Ida Invited').waitFor();
    expect(await page.content()).not.toContain(link);

    const theirs = await web.open(new URL(link).pathname, { as: null });
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.waitForURL('**/');
    await theirs.getByRole('button', { name: 'Account of Ida Invited' }).waitFor();

    // Out of everywhere, and in again: a machine was lost.
    await page.getByRole('button', { name: 'Sessions of Ida Invited' }).click();
    await dialog.getByText(/^Chrome on /).waitFor();
    await expectNoViolations(page, 'where somebody is signed in');
    await picture(page, 'people-sessions');
    await dialog.getByRole('button', { name: 'Sign them out everywhere' }).click();
    await dialog.getByText('Nowhere.').waitFor();
    await page.keyboard.press('Escape');
    await theirs.goto('/deals');
    await theirs.waitForURL('**/login**');
    await page.getByRole('button', { name: 'New sign-in link for Ida Invited' }).click();
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const next = (await dialog.locator('[data-secret]').textContent())!;
    await dialog.getByRole('button', { name: 'Done' }).click();
    await theirs.goto(new URL(next).pathname);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByRole('button', { name: 'Account of Ida Invited' }).waitFor();

    await page.getByRole('button', { name: 'Disable Ida Invited' }).click();
    await page.getByRole('dialog').getByText('they have no API key').waitFor();
    await expectNoViolations(page, 'disabling');
    await picture(page, 'disable');
    await page.getByRole('dialog').getByText('Left the brokerage').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await row(page, 'Ida Invited').waitFor({ state: 'detached' });
    await theirs.goto('/deals');
    await theirs.waitForURL('**/login**');

    await page.getByLabel('Disabled too').check();
    await row(page, 'Ida Invited').getByText('Left the brokerage').waitFor();
    expect(page.url()).toContain('disabled=true');
    await page.getByRole('button', { name: 'Enable Ida Invited' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enable' }).click();
    await row(page, 'Ida Invited').getByText('May sign in').waitFor();
    await Promise.all([page, theirs].map((each) => each.close()));
  });

  it('a refusal stands beside its field with its next step, and role and stand-in are changed', async () => {
    const page = await web.open('/people');
    await shown(page, 'People and roles');
    await page.getByRole('button', { name: 'Invite …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Twice');
    await dialog.getByLabel('E-mail').fill('ida@example.com');
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await dialog.getByText('Change that person, or use another address.').waitFor();
    await expectNoViolations(page, 'a refused invitation');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Change Ida Invited' }).click();
    await dialog.getByLabel('Role').selectOption('agent');
    await dialog.getByLabel('Stand-in').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row(page, 'Ida Invited').getByText('agent', { exact: true }).waitFor();
    await row(page, 'Ida Invited').getByText('Pat Example').waitFor();
    await page.close();
  });

  it('who may only read is offered no act', async () => {
    const page = await web.open('/people', { as: coordinator });
    await shown(page, 'People and roles');
    await page.locator('[data-row]').first().waitFor();
    expect(await page.getByRole('button', { name: /Invite|Disable|Change|Link/ }).count()).toBe(0);
    await page.close();
  });
});
