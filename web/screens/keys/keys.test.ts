import { beforeAll, describe, expect, it } from 'vitest';
import { testSession } from '../../../test/api.ts';
import { expectNoViolations, picture, shown, type TestWeb, testWeb } from '../../test/browser.ts';
import { expectEveryState } from '../../test/states.ts';

let web: TestWeb;
beforeAll(async () => {
  web = await testWeb({ role: 'broker' });
});
const list = async (): Promise<{ name: string; id: string; scopes: string[]; expiresAt: string | null; revokedAt: string | null }[]> =>
  (await web.api.call('GET', '/v1/keys?limit=200', { cookie: web.session.cookie })).json.items;

describe('keys', () => {
  it('a key is narrowed, shown once, works, and stops when it is revoked', async () => {
    const page = await web.open('/keys');
    await shown(page, 'API keys');
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Nightly export');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    await dialog.getByText('Tick what it may do, at least one.').waitFor();
    await dialog.getByLabel('Deals, documents, deadlines: read').check();
    await dialog.getByLabel('Ends').selectOption('30');
    await expectNoViolations(page, 'making a key');
    await picture(page, 'key-new');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    const key = (await dialog.locator('[data-secret]').textContent())!;
    await expectNoViolations(page, 'the key');
    await picture(page, 'key-shown');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText('deals, documents, deadlines: read', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(key);

    const [made] = (await list()).filter(({ name }) => name === 'Nightly export');
    expect(made!.scopes).toEqual(['closing:read']);
    expect(Math.round((Date.parse(made!.expiresAt!) - Date.now()) / 86_400_000)).toBe(30);
    expect((await web.api.call('GET', '/v1/deals', { key })).status).toBe(200);
    expect((await web.api.call('GET', '/v1/people', { key })).status).toBe(403);

    await page.getByRole('button', { name: 'Revoke Nightly export' }).click();
    await dialog.getByText('refused from now on').waitFor();
    await expectNoViolations(page, 'revoking');
    await dialog.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke Nightly export' }).waitFor({ state: 'detached' });
    expect((await web.api.call('GET', '/v1/deals', { key })).status).toBe(401);
    await page.getByLabel('Ended too').check();
    await page.getByText('Revoked', { exact: false }).first().waitFor();
    expect(page.url()).toContain('ended=true');
    await page.close();
  });

  it('has no barrier in any state, and without a key says what one is for', { timeout: 240_000 }, async () => {
    const none = await testSession(web.api, web.database, web.brokerageId, { role: 'engineer' });
    await expectEveryState(web, {
      ...{ path: '/keys?ended=true', heading: 'API keys', reads: '**/v1/keys*' },
      full: (page) => page.locator('[data-row]').first().waitFor(),
    });
    for (const { id, revokedAt } of await list()) if (!revokedAt) await web.api.call('DELETE', `/v1/keys/${id}`, { cookie: web.session.cookie });
    const page = await web.open('/keys', { as: none });
    await shown(page, 'API keys');
    await page.getByRole('heading', { name: 'No key works' }).waitFor();
    await expectNoViolations(page, 'no keys');
    await page.close();
  });

  it('an engineer makes keys for themselves only, within their role; an auditor makes none', async () => {
    const [engineer, auditor] = await Promise.all(['engineer', 'auditor'].map((role) => testSession(web.api, web.database, web.brokerageId, { role })));
    const page = await web.open('/keys', { as: engineer! });
    await shown(page, 'API keys');
    await page.getByRole('button', { name: 'Make a key …' }).first().click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('Acts for').count()).toBe(0);
    expect(await dialog.getByLabel('Deals, documents, deadlines: change').isDisabled()).toBe(true);
    const reading = await web.open('/keys', { as: auditor! });
    await shown(reading, 'API keys');
    expect(await reading.getByRole('button', { name: /Make a key|Revoke/ }).count()).toBe(0);
    await Promise.all([page, reading].map((each) => each.close()));
  });
});
