import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCrm } from '../activities/providers/crm/index.ts';
import { isPrivateAddress } from '../domain/outreach/private-address.ts';
import { control, testSandbox } from './testing.ts';

const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
const contact = { id: randomUUID(), name: 'Ann <Walker>', emails: ['ann@example.com'], phones: ['+16155550142'], zone: null, deals: [], changed: ['email'] };
const set = async () => {
  const sandbox = await testSandbox({ crmSecret: secret });
  const target = { url: `${sandbox.httpUrl}/crm/webhook`, secret, allowPrivate: true };
  const crm = createCrm({ name: `crm-${randomUUID()}` });
  const push = (key: string, more: Partial<typeof target> = {}) => crm.upsertContact({ ...target, ...more }, { key, at: '2026-11-27T12:00:00.000Z', contact });
  return {
    sandbox,
    crm,
    target,
    push,
    arrived: async () => (await control(sandbox, 'crm')).json as { items: { id: string; kind: string; times: number; data: object }[] },
  };
};

test('a push arrives signed, and a repeat of its id changes nothing', async () => {
  const { sandbox, crm, target, push, arrived } = await set();
  expect(await crm.ping(target, { key: 'first', at: '2026-11-27T12:00:00.000Z' })).toEqual({ kind: 'accepted' });
  expect([await push('crm/1'), await push('crm/1')]).toEqual([{ kind: 'accepted' }, { kind: 'accepted' }]);
  expect((await arrived()).items).toMatchObject([
    { id: 'crm/1', kind: 'contact.updated', times: 2, data: contact },
    { id: 'first', kind: 'crm.ping' },
  ]);
  const page = await (await fetch(`${sandbox.httpUrl}/crm`)).text();
  expect(page).toContain('Ann &lt;Walker&gt;');
});

test('an answer that is lost is no reason not to come again; a secret that does not fit is not let in', async () => {
  const { sandbox, push, arrived } = await set();
  await control(sandbox, 'faults', { rate: 1, kinds: ['500-after'], services: ['crm'], times: 1 });
  await expect(push('crm/2')).rejects.toMatchObject({ type: 'ProviderUnavailable', nonRetryable: false });
  expect(await push('crm/2')).toEqual({ kind: 'accepted' });
  expect((await arrived()).items).toMatchObject([{ id: 'crm/2', times: 2 }]);
  await expect(push('crm/3', { secret: `whsec_${Buffer.alloc(24, 6).toString('base64')}` })).rejects.toMatchObject({ type: 'ProviderUnauthorised' });
  expect((await arrived()).items).toHaveLength(1);
});

test('nothing is pushed into a private network, and only over https, unless the instance is on its own machine', async () => {
  const { push, arrived } = await set();
  expect(await push('crm/4', { allowPrivate: false })).toMatchObject({ kind: 'refused', code: 'NOT_HTTPS' });
  for (const url of ['https://127.0.0.1/hook', 'https://localhost/hook', 'https://[::1]/hook', 'https://169.254.169.254/latest', 'https://2130706433/'])
    expect(await push('crm/5', { allowPrivate: false, url })).toMatchObject({ kind: 'refused', code: 'PRIVATE_TARGET' });
  expect((await arrived()).items).toEqual([]);
});

test.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.255', '192.168.1.1', '224.0.0.1', '255.255.255.255'].map(
    (ip) => [ip, true] as const,
  ),
  ...['::', '::1', '::ffff:8.8.8.8', 'fc00::1', 'fe80::1', 'ff02::1', '2002:7f00:1::', '64:ff9b::7f00:1', 'no address'].map((ip) => [ip, true] as const),
  ...['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111'].map((ip) => [ip, false] as const),
])('%s is private: %s', (ip, is) => expect(isPrivateAddress(ip)).toBe(is));
