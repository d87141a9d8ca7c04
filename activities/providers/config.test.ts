import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { providerConfig } from './config.ts';
import { createProviders } from './index.ts';

const pem = (type: 'rsa' | 'ec', modulusLength = 2048): string =>
  type === 'rsa'
    ? (generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string)
    : (generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
const guid = '00000000-0000-4000-8000-00000000000a';

test('a private key is taken with its lines, with marks for them, or as base64', () => {
  const key = pem('rsa');
  for (const given of [key, key.replaceAll('\n', '\\n'), Buffer.from(key).toString('base64')])
    expect(providerConfig({ DOCUSIGN_PRIVATE_KEY: given }).DOCUSIGN_PRIVATE_KEY).toBe(key);
});

test.each([
  ['DOCUSIGN_PRIVATE_KEY', 'a secret of another kind'],
  ['DOCUSIGN_PRIVATE_KEY', pem('ec')],
  ['DOCUSIGN_PRIVATE_KEY', pem('rsa', 1024)],
  ['DOCUSIGN_ACCOUNT_ID', '1234567890'],
  ['DOCUSIGN_BASE_URL', 'na3.docusign.net'],
])('a broken %s is named with what to set, and never shown', (name, value) => {
  expect(() => providerConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not `));
  expect(() => providerConfig({ [name]: value })).not.toThrow(value);
});

test('without a whole account what is to be signed waits, and the failure says what to set', async () => {
  const { signatures } = createProviders({ DOCUSIGN_ACCOUNT_ID: guid });
  await expect(signatures.state({ key: 'k' })).rejects.toMatchObject({
    type: 'ProviderUnauthorised',
    message: expect.stringContaining('DOCUSIGN_PRIVATE_KEY'),
  });
});
