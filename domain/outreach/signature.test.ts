import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptsEmail, acceptsText, emailSecret, genuineEmail, genuineText, mutateEmail, mutateText, roller, twilioToken } from './signature.arbitrary.ts';
import { signStandard, verifyStandard } from './signature.standard.ts';
import { signTwilio, verifyTwilio } from './signature.twilio.ts';

const nowUnix = 1_790_000_000;

test('2,000 mutated texts: none is accepted as something it was not', () => {
  const roll = roller(7);
  const accepted = Array.from({ length: 2000 }, () => {
    const genuine = genuineText(roll);
    const forged = mutateText(genuine, roll);
    const [truth, taken] = [acceptsText(genuine), acceptsText(forged)];
    expect(truth).not.toBeNull();
    return taken !== null && taken !== truth ? { genuine, forged, taken } : null;
  }).filter((one) => one !== null);
  expect(accepted).toEqual([]);
});

test('2,000 mutated e-mail webhooks: none is accepted', () => {
  const roll = roller(11);
  for (let n = 0; n < 2000; n++) {
    const genuine = genuineEmail(roll, nowUnix);
    const forged = mutateEmail(genuine, roll);
    expect([acceptsEmail(genuine, nowUnix) !== null, acceptsEmail(forged, nowUnix)], JSON.stringify(forged)).toEqual([true, null]);
  }
});

test('during a rotation both tokens are in force, afterwards only the new one', () => {
  const roll = roller(3);
  for (let n = 0; n < 500; n++) {
    const { url, params } = genuineText(roll);
    const signed = (token: string, tokens: string[]) =>
      verifyTwilio({ url, params, rawBody: null, headers: { 'X-Twilio-Signature': signTwilio(token, url, params) }, tokens }).valid;
    expect([signed('old', ['new', 'old']), signed('new', ['new', 'old']), signed('old', ['new'])]).toEqual([true, true, false]);
  }
});

test('an empty or missing token verifies nothing', () => {
  const signature = createHmac('sha1', '').update('https://a.example/x').digest('base64');
  for (const tokens of [[''], []])
    expect(verifyTwilio({ url: 'https://a.example/x', params: {}, rawBody: null, headers: { 'x-twilio-signature': signature }, tokens }).valid).toBe(false);
});

test('a signature over the bare address does not carry a JSON body', () => {
  const url = 'https://a.example/webhooks/twilio/t';
  const headers = { 'x-twilio-signature': signTwilio(twilioToken, url, {}), 'content-type': 'application/json' };
  expect(verifyTwilio({ url, params: null, rawBody: '{"Body":"STOP"}', headers, tokens: [twilioToken] }).valid).toBe(false);
});

test('a parameter sent twice is signed with both values', () => {
  const url = 'https://a.example/x';
  const headers = {
    'x-twilio-signature': signTwilio(twilioToken, url, { MediaUrl: ['b', 'a'], To: '+1' }),
    'content-type': 'application/x-www-form-urlencoded',
  };
  const verify = (rawBody: string) => verifyTwilio({ url, params: null, rawBody, headers, tokens: [twilioToken] }).valid;
  expect([verify('To=%2B1&MediaUrl=a&MediaUrl=b'), verify('To=%2B1&MediaUrl=a')]).toEqual([true, false]);
});

test('the tolerance is five minutes in both directions, to the second', () => {
  const body = '{}';
  const at = (timestamp: number) => {
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': String(timestamp), 'webhook-signature': signStandard(emailSecret, 'm', timestamp, body) };
    return verifyStandard({ rawBody: body, headers, secrets: [emailSecret], nowUnix }).valid;
  };
  expect([-301, -300, 0, 300, 301].map((seconds) => at(nowUnix + seconds))).toEqual([false, true, true, true, false]);
});

test('any of several signatures and any of several secrets may match', () => {
  const [older, body] = [`whsec_${Buffer.alloc(32, 9).toString('base64')}`, '{}'];
  const headers = { 'webhook-id': 'm', 'webhook-timestamp': String(nowUnix), 'webhook-signature': `v1a,AAAA ${signStandard(older, 'm', nowUnix, body)}` };
  expect(verifyStandard({ rawBody: body, headers, secrets: [emailSecret, older], nowUnix }).valid).toBe(true);
  expect(verifyStandard({ rawBody: body, headers, secrets: [emailSecret], nowUnix }).valid).toBe(false);
});

test('a secret too short to keep anybody out is refused', () => {
  expect(() => signStandard('whsec_', 'm', nowUnix, '{}')).toThrow(/16 bytes/);
});
