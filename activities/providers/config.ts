import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const webUrl = z.url({ protocol: /^https?$/ });

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
/** Line ends written as \n, or base64 of the whole: not everything that sets variables can hold lines. */
const rsaKey = z.string().transform((text, ctx) => {
  const pem = text.includes('-----BEGIN') ? text.replaceAll('\\n', '\n') : Buffer.from(text, 'base64').toString('utf8');
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    if (asymmetricKeyType === 'rsa' && asymmetricKeyDetails!.modulusLength! >= 2048) return pem;
  } catch {}
  ctx.addIssue({ code: 'custom', message: 'no RSA key' });
  return z.NEVER;
});

/** Where messages and data go; the sandbox's addresses by default of an embedded instance, the vendors' own in production. */
export const providerVariables = {
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_BASE_URL: webUrl.optional(),
  DOCUSIGN_BASE_URL: webUrl.optional(),
  DOCUSIGN_AUTH_URL: webUrl.default('https://account.docusign.com'),
  DOCUSIGN_ACCOUNT_ID: guid.optional(),
  DOCUSIGN_INTEGRATION_KEY: guid.optional(),
  DOCUSIGN_USER_ID: guid.optional(),
  DOCUSIGN_PRIVATE_KEY: rsaKey.optional(),
  BATCHDATA_URL: webUrl.default('https://api.batchdata.com'),
  BATCHDATA_TOKEN: z.string().min(1).optional(),
  BATCHDATA_COST_CENTS: z.coerce.number().int().min(0).default(20),
  BATCHDATA_FALLBACK_URL: webUrl.optional(),
  BATCHDATA_FALLBACK_TOKEN: z.string().min(1).optional(),
  BATCHDATA_FALLBACK_COST_CENTS: z.coerce.number().int().min(0).default(35),
} as const;

const meanings: Partial<Record<string, string>> = {
  SMTP_URL: 'a mail server such as smtps://user:secret@mail.example.com:465',
  TWILIO_ACCOUNT_SID: 'an account SID: AC and 32 hexadecimal digits',
  TWILIO_AUTH_TOKEN: 'an auth token of at least 16 characters',
  DOCUSIGN_ACCOUNT_ID: 'the id of an account: a GUID',
  DOCUSIGN_INTEGRATION_KEY: 'the key of an integration: a GUID',
  DOCUSIGN_USER_ID: 'the id of the user on whose behalf we send: a GUID',
  DOCUSIGN_PRIVATE_KEY: 'an RSA key of at least 2048 bits in PEM, or base64 of it',
};
const schema = z.object(providerVariables);
export type ProviderConfig = z.output<typeof schema>;

/** Reads the environment once; an empty value counts as not set, a broken one is named with what to set. */
export function providerConfig(env: Record<string, string | undefined>): ProviderConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in providerVariables && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(
    names
      .map(
        (name) =>
          `${name} is not ${meanings[name] ?? (name.endsWith('_CENTS') ? 'a whole number of cents' : 'a web address such as https://api.example.com')}.`,
      )
      .join(' '),
  );
}
