import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { verifySendgrid } from './signature.sendgrid.ts';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    spki: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    by: (text: string) => sign('sha256', Buffer.from(text), privateKey).toString('base64'),
  };
};
const [ours, other] = [pair(), pair()];
const [body, timestamp] = ['[{"event":"bounce","sg_event_id":"a"}]\r\n', '1600112502'];
const headers = (signature: string, at = timestamp) => ({ 'X-Twilio-Email-Event-Webhook-Signature': signature, 'x-twilio-email-event-webhook-timestamp': at });

test.each<[string, Record<string, string>, string[], boolean]>([
  ['genuine', headers(ours.by(timestamp + body)), [ours.spki], true],
  ['either key, during a change', headers(ours.by(timestamp + body)), [other.spki, ours.spki], true],
  ['another key', headers(other.by(timestamp + body)), [ours.spki], false],
  ['another time', headers(ours.by(timestamp + body), '1600112503'), [ours.spki], false],
  ['a time moved into the body', headers(ours.by(timestamp + body), '160011250'), [ours.spki], false],
  ['no signature', headers(''), [ours.spki], false],
  ['a signature with blanks', headers(` ${ours.by(timestamp + body)}`), [ours.spki], false],
  ['no key', headers(ours.by(timestamp + body)), [], false],
])('%s: valid %#', (_, given, keys, valid) => {
  expect(verifySendgrid({ rawBody: body, headers: given, keys }).valid).toBe(valid);
});

test('a tolerance, where one is wanted, counts in both directions', () => {
  const at = (nowUnix: number) =>
    verifySendgrid({ rawBody: body, headers: headers(ours.by(timestamp + body)), keys: [ours.spki], nowUnix, toleranceSeconds: 300 }).valid;
  expect([-301, -300, 300, 301].map((seconds) => at(Number(timestamp) + seconds))).toEqual([false, true, true, false]);
});
