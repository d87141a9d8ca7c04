import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const webUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

const variables = z.object({
  KEYTURN_HOME: z.string().default('.keyturn'),
  KEYTURN_PORT: port.default(3000),
  KEYTURN_POSTGRES_PORT: port.optional(),
  KEYTURN_ENGINE_PORT: port.optional(),
  KEYTURN_UI_PORT: port.optional(),
  KEYTURN_SANDBOX_PORT: port.optional(),
  KEYTURN_SMTP_PORT: port.optional(),
  DATABASE_URL: postgresUrl.optional(),
  KEYTURN_APP_PASSWORD: z.string().optional(),
  KEYTURN_RELAY_PASSWORD: z.string().optional(),
  KEYTURN_AUTH_PASSWORD: z.string().optional(),
  KEYTURN_AUTH_SECRET: z.string().min(32).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/)
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[\w.-]+$/)
    .default('keyturn'),
  TEMPORAL_UI_URL: webUrl.optional(),
  PUBLIC_URL: webUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  BATCHDATA_TOKEN: z.string().optional(),
  DOCUSIGN_BASE_URL: webUrl.optional(),
  DOCUSIGN_ACCOUNT_ID: guid.optional(),
  DOCUSIGN_INTEGRATION_KEY: guid.optional(),
  DOCUSIGN_USER_ID: guid.optional(),
  DOCUSIGN_PRIVATE_KEY: z.string().optional(),
  DOCUSIGN_CONNECT_KEYS: z
    .string()
    .regex(/^[^\s,]{16,}(,[^\s,]{16,})*$/)
    .optional(),
  EMAIL_WEBHOOK_SECRETS: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{24,}(,whsec_[A-Za-z0-9+/=]{24,})*$/)
    .optional(),
});
export type UpConfig = z.infer<typeof variables> & { home: string };

/** How each variable reads to the person who has to mend it. */
const meanings: Record<keyof z.infer<typeof variables>, string> = {
  KEYTURN_HOME: 'a folder',
  KEYTURN_PORT: 'a port number from 1 to 65535',
  KEYTURN_POSTGRES_PORT: 'a port number from 1 to 65535',
  KEYTURN_ENGINE_PORT: 'a port number from 1 to 65535',
  KEYTURN_UI_PORT: 'a port number from 1 to 65535',
  KEYTURN_SANDBOX_PORT: 'a port number from 1 to 65535',
  KEYTURN_SMTP_PORT: 'a port number from 1 to 65535',
  DATABASE_URL: 'a PostgreSQL address of the owner such as postgres://keyturn_owner:secret@localhost:5432/keyturn',
  KEYTURN_APP_PASSWORD: 'a password',
  KEYTURN_RELAY_PASSWORD: 'a password',
  KEYTURN_AUTH_PASSWORD: 'a password',
  KEYTURN_AUTH_SECRET: 'a secret of at least 32 characters',
  TEMPORAL_ADDRESS: 'host and port of a Temporal server such as localhost:7233',
  TEMPORAL_NAMESPACE: 'a name of letters, digits, dots and hyphens',
  TEMPORAL_UI_URL: 'a web address such as http://localhost:8233',
  PUBLIC_URL: 'a web address such as https://keyturn.example.com',
  SMTP_URL: 'a mail server such as smtps://user:secret@mail.example.com:465',
  TWILIO_ACCOUNT_SID: 'an account SID: AC and 32 hexadecimal digits',
  TWILIO_AUTH_TOKEN: 'an auth token of at least 16 characters',
  BATCHDATA_TOKEN: 'a token',
  DOCUSIGN_BASE_URL: 'the base address of an account such as https://na3.docusign.net',
  DOCUSIGN_ACCOUNT_ID: 'the id of an account: a GUID',
  DOCUSIGN_INTEGRATION_KEY: 'the key of an integration: a GUID',
  DOCUSIGN_USER_ID: 'the id of a user: a GUID',
  DOCUSIGN_PRIVATE_KEY: 'an RSA key in PEM, or base64 of it',
  DOCUSIGN_CONNECT_KEYS: 'one or more HMAC keys of at least 16 characters, with commas between',
  EMAIL_WEBHOOK_SECRETS: 'one or more secrets of the form whsec_ and base64, with commas between',
};

/** Reads the environment once. A broken value is one sentence that says what to set; an empty one counts as not set. */
export function upConfig(env: NodeJS.ProcessEnv = process.env): UpConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in meanings && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))] as (keyof typeof meanings)[];
    throw new DomainError('bad-config', names.map((name) => `${name} is not ${meanings[name]}`).join(', and '), {
      nextStep: 'Correct or unset it (docs/configuration.md lists every variable) and start again',
    });
  }
  if (Boolean(parsed.data.TWILIO_ACCOUNT_SID) !== Boolean(parsed.data.TWILIO_AUTH_TOKEN))
    throw new DomainError('bad-config', 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN go together and only one of them is set', {
      nextStep: 'Set both, or neither for the sandbox',
    });
  const account = (['BASE_URL', 'ACCOUNT_ID', 'INTEGRATION_KEY', 'USER_ID', 'PRIVATE_KEY'] as const).map((name) => `DOCUSIGN_${name}` as const);
  const missing = account.filter((name) => !parsed.data[name]);
  if (missing.length > 0 && missing.length < account.length)
    throw new DomainError('bad-config', `A DocuSign account is set by half: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`, {
      nextStep: 'Set all of it, or nothing for the sandbox',
    });
  return { ...parsed.data, home: resolve(parsed.data.KEYTURN_HOME.replace(/^~(?=\/|$)/, homedir())) };
}
