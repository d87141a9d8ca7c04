import { beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../../api/problems.ts';
import { cookieOf, testSession } from '../../../test/api.ts';
import { seedDeal } from '../../../test/seed-deal.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEveryState } from '../../test/states.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb();
  await seedDeal(web.database.app, web.brokerageId);
  await seedDeal(web.database.app, web.brokerageId, { lead: { line: '77 OAK ST' }, deal: { side: 'listing' } });
});

describe('saved views', () => {
  it('the present filters are saved, shared, picked by somebody else, renamed and deleted', async () => {
    const other = await testSession(web.api, web.database, web.brokerageId, { role: 'agent' });
    const page = await web.open('/deals');
    await shown(page, 'Deals');
    await page.getByLabel('Side').selectOption('listing');
    await page.waitForURL('**/deals?*side=listing*');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('menuitem', { name: 'Save this view …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Our listings');
    await dialog.getByLabel('Everybody at the brokerage sees it').check();
    await expectNoViolations(page, 'saving a view');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Views: Our listings' }).waitFor();

    const theirs = await web.open('/deals', { as: other });
    await shown(theirs, 'Deals');
    expect(await theirs.locator('[data-row]').count()).toBe(2);
    await theirs.getByRole('button', { name: 'Views' }).click();
    await expectNoViolations(theirs, 'the menu of views');
    await picture(theirs, 'views-menu');
    await theirs.getByRole('menuitem', { name: 'Silent for two weeks' }).click();
    await theirs.waitForURL('**/deals?*silent=*14*');
    await theirs.getByRole('button', { name: 'Views: Silent for two weeks' }).click();
    await theirs.getByRole('menuitem', { name: 'Our listings' }).click();
    await theirs.waitForURL('**/deals?*side=listing*');
    await expect.poll(() => theirs.locator('[data-row]').count(), { timeout: 20_000 }).toBe(1);
    await theirs.getByRole('button', { name: 'Views: Our listings' }).click();
    expect(await theirs.getByRole('menuitem', { name: /Rename|Delete/ }).count()).toBe(0);

    await page.getByRole('button', { name: 'Views: Our listings' }).click();
    await page.getByRole('menuitem', { name: 'Rename or share “Our listings” …' }).click();
    await dialog.getByLabel('Name').fill('Listings');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Views: Listings' }).waitFor();
    await page.getByLabel('Side').selectOption('');
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this view …' }).click();
    await dialog.getByLabel('Name').fill('Listings');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Change that one, or choose another name.').waitFor();
    await page.keyboard.press('Escape');
    await Promise.all([page, theirs].map((each) => each.close()));
  });

  it('own views are listed in the account, lead to their screen and are deleted there', async () => {
    const page = await web.open('/account');
    await shown(page, 'Your account');
    await page.getByRole('link', { name: 'Listings' }).click();
    await page.waitForURL('**/deals?*side=listing*');
    await page.goBack();
    await page.getByRole('button', { name: 'Delete Listings' }).click();
    await page.getByRole('dialog').getByText('It disappears for everybody').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('None yet.').waitFor();
    await page.close();
  });
});

describe('the account', () => {
  it('has no barrier in any state', { timeout: 240_000 }, async () => {
    await expectEveryState(web, {
      ...{ path: '/account', heading: 'Your account', reads: '**/v1/views*' },
      full: async (page) => {
        await page.getByText('None yet.').waitFor();
        await page.getByText('(here)').waitFor();
      },
    });
  });

  it('a calendar address is made, shown once and read, and is ended', async () => {
    const page = await web.open('/account');
    await page.getByRole('button', { name: 'Make an address …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Closings only').check();
    await expectNoViolations(page, 'asking for a calendar address');
    await dialog.getByRole('button', { name: 'Make it' }).click();
    const url = (await dialog.locator('[data-secret]').textContent())!;
    await expectNoViolations(page, 'a calendar address');
    await picture(page, 'calendar-address');
    const read = await web.api.call('GET', new URL(url).pathname);
    expect([read.status, read.text.slice(0, 15)]).toEqual([200, 'BEGIN:VCALENDAR']);
    await page.keyboard.press('Escape');
    await page.getByText(/the closings of every open deal,\s+made/).waitFor();
    await page.getByRole('button', { name: 'End it …' }).click();
    await dialog.getByRole('button', { name: 'End it' }).click();
    await page.getByText('You have no calendar address yet.').waitFor();
    expect((await web.api.call('GET', new URL(url).pathname)).status).toBe(404);
    await page.close();
  });

  it('the digest of the day is turned on, and off again', async () => {
    const isOn = async () => (await web.api.call('GET', '/v1/me/digest', { cookie: web.session.cookie })).json.on;
    const page = await web.open('/account');
    const digest = page.getByRole('switch', { name: 'Send me the digest' });
    await digest.waitFor();
    for (const wanted of [true, false]) {
      await digest.click();
      await expect.poll(isOn).toBe(wanted);
      await expect.poll(() => digest.isChecked()).toBe(wanted);
      await expect.poll(() => digest.isEnabled()).toBe(true);
      await expectNoViolations(page, `the digest turned ${wanted ? 'on' : 'off'}`);
    }
    await picture(page, 'account-digest');
    await page.close();
  });

  it('one sees where one is signed in by name of the browser, ends one of them by key, and all others', async () => {
    const own = await testSession(web.api, web.database, web.brokerageId, { role: 'agent' });
    const again = async (userAgent: string) => {
      const { token } = await web.api.deps.sessions.makeLink({ brokerageId: web.brokerageId, personId: own.personId });
      return cookieOf(await web.api.call('POST', `/sign-in/${token}`, { idempotencyKey: null, headers: { 'user-agent': userAgent } }));
    };
    const [windows, first] = ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36', 'Mozilla/5.0 (iPhone) Version/18.5 Safari/604.1'];
    const [desk, phone, second] = [await again(windows), await again(first), await again(first)];
    const page = await web.open('/account', { as: own });
    await shown(page, 'Your account');
    const rows = page.getByRole('table', { name: 'Your sessions' }).locator('[data-row]');
    await rows.filter({ hasText: 'Chrome on Windows' }).waitFor();
    expect(await rows.count()).toBe(4);
    expect(await rows.filter({ hasText: '(here)' }).count()).toBe(1);
    await picture(page, 'account-sessions');
    await expectNoViolations(page, 'sessions');
    await page.getByRole('button', { name: 'End it: Chrome on Windows' }).focus();
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: 'Chrome on Windows' }).waitFor({ state: 'detached' });
    const lives = async (cookie: string) => (await web.api.call('GET', '/v1/me', { cookie })).status;
    expect([await lives(desk), await lives(phone)]).toEqual([401, 200]);
    await page.getByRole('button', { name: 'End all others' }).click();
    await expect.poll(() => rows.count()).toBe(1);
    expect([await lives(phone), await lives(second), await lives(own.cookie)]).toEqual([401, 401, 200]);
    await page.close();
  });

  it('a password is chosen, which ends other sessions and signs in from then on; the session is ended', async () => {
    const page = await web.open('/account');
    await shown(page, 'Your account');
    const { email } = (await web.api.call('GET', '/v1/me', { cookie: web.session.cookie })).json.person;
    await page.getByLabel('New password').fill('short');
    await page.getByText('7 more characters.').waitFor();
    await page.getByLabel('New password').fill('aaaaaaaaaaaaaaa');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText(problems['password-unfit']!.nextStep, { exact: false }).waitFor();
    await expectNoViolations(page, 'an unfit password');
    await picture(page, 'password-unfit');
    await page.getByLabel('New password').fill('four blue herons wade');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByText('It is set; every other session has ended.').waitFor();
    expect((await web.api.call('GET', '/v1/me', { cookie: web.session.cookie })).status).toBe(401);
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.waitForURL('**/login');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('four blue herons wade');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Needs me now' }).waitFor();
    await page.goto('/account');
    await page.getByLabel('Present password').fill('not this one');
    await page.getByLabel('New password').fill('five grey herons fly');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText(problems['wrong-password']!.nextStep, { exact: false }).waitFor();
    await page.close();
  });
});
