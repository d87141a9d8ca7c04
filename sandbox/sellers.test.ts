import { expect, test } from 'vitest';
import { createFaults } from './faults.ts';
import { faultSettings, sandboxVariables } from './schemas.ts';
import { type SellerAct, sellerAct } from './sellers.ts';

const acts = (channel: 'email' | 'text', addresses: string[]): SellerAct['kind'][] => addresses.map((address) => sellerAct(channel, address, 1).kind);

test('the same address always does the same', () => {
  for (let n = 0; n < 50; n++) expect(sellerAct('email', `owner${n}@example.com`, 1)).toEqual(sellerAct('email', `owner${n}@example.com`, 1));
});

test('most sellers never answer; some write, some addresses are dead', () => {
  const kinds = acts(
    'email',
    Array.from({ length: 1000 }, (_, n) => `owner${n}@example.com`),
  );
  const share = (kind: SellerAct['kind']) => kinds.filter((one) => one === kind).length / kinds.length;
  expect(share('silent')).toBeGreaterThan(0.7);
  for (const kind of ['write', 'refuse-recipient', 'bounce-later', 'auto-reply'] as const) expect(share(kind)).toBeGreaterThan(0.005);
  const texts = Array.from({ length: 1000 }, (_, n) => sellerAct('text', `+1615555${String(n).padStart(4, '0')}`, 1));
  expect(texts.filter((act) => act.kind === 'write' && act.body === 'STOP').length).toBeGreaterThan(10);
});

test('a seller answers once, not every message; a dead mailbox stays dead', () => {
  expect([1, 2, 3].map((count) => sellerAct('email', 'jo+reply@example.com', count).kind)).toEqual(['write', 'silent', 'silent']);
  expect([1, 2].map((count) => sellerAct('email', 'jo+bounce@example.com', count).kind)).toEqual(['refuse-recipient', 'refuse-recipient']);
});

test('the same seed strikes the same attempts, whatever their order', () => {
  const keys = Array.from({ length: 200 }, (_, n) => `text ${n}`);
  const struck = (order: string[]) => {
    const faults = createFaults({ seed: 7, rate: 0.2, kinds: ['429', 'timeout-after'] });
    return new Map(order.map((key) => [key, faults.strike('texts', key)]));
  };
  const [forth, back] = [struck(keys), struck(keys.toReversed())];
  for (const key of keys) expect(back.get(key)).toBe(forth.get(key));
  const hit = [...forth.values()].filter((kind) => kind !== null).length;
  expect(hit).toBeGreaterThan(20);
  expect(hit).toBeLessThan(60);
});

test('faults end after the number asked for, and strike only where they can', () => {
  const faults = createFaults({ rate: 1, kinds: ['partial', '429'], times: 2 });
  expect([1, 2, 3].map((n) => faults.strike('texts', `${n}`))).toEqual(['429', '429', null]);
  expect(createFaults({ rate: 1, kinds: ['partial'] }).strike('texts', 'x')).toBeNull();
});

const env = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'x'.repeat(32),
  BATCHDATA_TOKEN: 't',
  EMAIL_WEBHOOK_SECRETS: `whsec_${Buffer.alloc(32, 1).toString('base64')}`,
};

test('faults are read from one line of the environment', () => {
  expect(sandboxVariables({ ...env, SANDBOX_FAULTS: 'seed=7,rate=0.1,kinds=timeout-after,429' }).SANDBOX_FAULTS).toEqual(
    faultSettings.parse({ seed: 7, rate: 0.1, kinds: ['timeout-after', '429'] }),
  );
});

test.each([
  ['SANDBOX_FAULTS', 'rate=7'],
  ['SANDBOX_FAULTS', 'kinds=earthquake'],
  ['SANDBOX_FAULTS', 'sed=7'],
  ['EMAIL_WEBHOOK_SECRETS', 'secret'],
  ['TWILIO_ACCOUNT_SID', 'AC1'],
  ['SANDBOX_ENDPOINTS', '{oops'],
])('a broken %s (%s) is named', (name, value) => {
  expect(() => sandboxVariables({ ...env, [name]: value })).toThrow(name);
});
