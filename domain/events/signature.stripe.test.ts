import { expect, test } from 'vitest';
import { signStripe, verifyStripe } from './signature.stripe.ts';

const [secret, older, now] = ['whsec_test_secret', 'whsec_older_secret', 1_700_000_000];
const rawBody = '{"id":"evt_1","type":"invoice.paid"}';
const v1 = (key = secret, at: number | string = now) => signStripe(key, at, rawBody);

test.each<[string, string, string[], boolean]>([
  ['genuine', `t=${now},v1=${v1()}`, [secret], true],
  ['one of two signatures, while the secret is changed', `t=${now},v1=${v1('whsec_x')},v1=${v1()}`, [secret], true],
  ['the older of our secrets', `t=${now},v1=${v1(older)}`, [secret, older], true],
  ['as old as is allowed', `t=${now - 300},v1=${v1(secret, now - 300)}`, [secret], true],
  ['a second too old', `t=${now - 301},v1=${v1(secret, now - 301)}`, [secret], false],
  ['another scheme', `t=${now},v0=${v1()}`, [secret], false],
  ['another time than was signed', `t=${now - 1},v1=${v1()}`, [secret], false],
  ['two times', `t=${now - 9},t=${now},v1=${v1()}`, [secret], false],
  ['a time that only JavaScript reads', `t=17e8,v1=${v1(secret, '17e8')}`, [secret], false],
  ['an empty secret', `t=${now},v1=${v1('')}`, [''], false],
  ['nothing', '', [secret], false],
])('%s: valid %#', (_, header, secrets, valid) => {
  expect(verifyStripe({ rawBody, headers: { 'stripe-signature': header }, secrets, nowUnix: now }).valid).toBe(valid);
});

test('a tolerance of 0 is none, not any', () => {
  const headers = { 'Stripe-Signature': `t=${now - 1},v1=${v1(secret, now - 1)}` };
  expect(verifyStripe({ rawBody, headers, secrets: [secret], nowUnix: now, toleranceSeconds: 0 }).valid).toBe(false);
});
