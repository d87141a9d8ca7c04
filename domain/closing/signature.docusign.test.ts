import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signDocusign, verifyDocusign } from './signature.docusign.ts';

const [current, older, stranger] = ['connect-key-2026-11', 'connect-key-2026-10', 'somebody-elses-key'];
const rawBody = '{"event":"envelope-completed","data":{"envelopeId":"aaaaaaaa-0000-4000-8000-000000000001"}}';
const by = (key: string, body: string | Uint8Array = rawBody) => signDocusign(key, body);

test.each<[string, Record<string, string | undefined>, string[], boolean]>([
  ['one key, one header', { 'X-DocuSign-Signature-1': by(current) }, [current], true],
  ['names of headers in any case', { 'x-docusign-signature-1': by(current) }, [current], true],
  ['the second header, while keys are changed at DocuSign', { 'X-DocuSign-Signature-1': by(stranger), 'X-DocuSign-Signature-2': by(current) }, [current], true],
  ['the older of our two keys', { 'X-DocuSign-Signature-1': by(older) }, [current, older], true],
  ['the hundredth header', { 'X-DocuSign-Signature-100': by(current) }, [current], true],
  ['a header beyond the hundredth', { 'X-DocuSign-Signature-101': by(current) }, [current], false],
  ['a header without a number', { 'X-DocuSign-Signature': by(current) }, [current], false],
  ['a number with a zero before it', { 'X-DocuSign-Signature-01': by(current) }, [current], false],
  ['a key no longer in force', { 'X-DocuSign-Signature-1': by(older) }, [current], false],
  ['a stranger’s key', { 'X-DocuSign-Signature-1': by(stranger) }, [current, older], false],
  ['another body', { 'X-DocuSign-Signature-1': by(current, rawBody.replace('completed', 'voided')) }, [current], false],
  ['hexadecimal in place of base64', { 'X-DocuSign-Signature-1': createHmac('sha256', current).update(rawBody).digest('hex') }, [current], false],
  ['no header', {}, [current], false],
  ['an empty header', { 'X-DocuSign-Signature-1': '' }, [current], false],
  ['no key', { 'X-DocuSign-Signature-1': by(current) }, [], false],
  ['an empty key', { 'X-DocuSign-Signature-1': by('') }, [''], false],
])('%s: valid %#', (_, headers, keys, valid) => {
  expect(verifyDocusign({ rawBody, headers, keys }).valid).toBe(valid);
});

test('the raw bytes count, also where they are no text', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x7b, 0x7d]);
  expect(verifyDocusign({ rawBody: bytes, headers: { 'x-docusign-signature-1': by(current, bytes) }, keys: [current] }).valid).toBe(true);
});

test('no changed byte passes, neither of the body nor of the signature', () => {
  const change = (text: string, at: number) => text.slice(0, at) + (text[at] === 'q' ? 'r' : 'q') + text.slice(at + 1);
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (roll, ofBody) => {
      const signature = by(current);
      const [body, header] = ofBody ? [change(rawBody, roll % rawBody.length), signature] : [rawBody, change(signature, roll % signature.length)];
      expect(verifyDocusign({ rawBody: body, headers: { 'x-docusign-signature-1': header }, keys: [current, older] }).valid).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
