import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });
const webUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

export const apiVariables = z.object({
  DATABASE_APP_URL: postgresUrl,
  DATABASE_AUTH_URL: postgresUrl,
  KEYTURN_AUTH_SECRET: z.string().min(32),
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s/:]+:\d{1,5}$/),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default('keyturn'),
  TEMPORAL_UI_URL: webUrl.optional(),
  KEYTURN_PORT: port.default(3000),
  KEYTURN_HOST: z.string().min(1).default('127.0.0.1'),
  KEYTURN_HOME: z.string().min(1).default('.keyturn'),
  PUBLIC_URL: webUrl.optional(),
  SANDBOX_URL: webUrl.optional(),
  KEYTURN_WEB: z.string().min(1).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/)
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(16).optional(),
  TWILIO_AUTH_TOKEN_PREVIOUS: z.string().min(16).optional(),
  EMAIL_WEBHOOK_SECRETS: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}(,whsec_[A-Za-z0-9+/]{32,}={0,2})*$/)
    .optional(),
  DOCUSIGN_ACCOUNT_ID: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
    .optional(),
  DOCUSIGN_CONNECT_KEYS: z
    .string()
    .regex(/^[^\s,]{16,}(,[^\s,]{16,})*$/)
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  KEYTURN_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(3000),
});

/** How each variable reads to the person who has to mend it. */
const meanings: Record<string, string> = {
  DATABASE_APP_URL: 'a PostgreSQL address of the app role such as postgres://keyturn_app:secret@localhost:5432/keyturn',
  DATABASE_AUTH_URL: 'a PostgreSQL address of the auth role such as postgres://keyturn_auth:secret@localhost:5432/keyturn',
  KEYTURN_AUTH_SECRET: 'a secret of at least 32 characters that signs the cookies of sessions',
  TEMPORAL_ADDRESS: 'host and port of the engine such as localhost:7233',
  TEMPORAL_NAMESPACE: 'the name of a namespace such as keyturn',
  TEMPORAL_UI_URL: 'a web address such as http://localhost:8233',
  KEYTURN_PORT: 'a port number from 0 to 65535',
  KEYTURN_HOST: 'the address to listen on such as 127.0.0.1',
  KEYTURN_HOME: 'a folder',
  PUBLIC_URL: 'the web address under which others reach this API such as https://keyturn.example.com',
  SANDBOX_URL: 'a web address such as http://localhost:4010',
  KEYTURN_WEB: 'the folder of a build of the web application',
  TWILIO_ACCOUNT_SID: 'an account SID: AC and 32 hexadecimal digits',
  TWILIO_AUTH_TOKEN: 'an auth token of at least 16 characters',
  TWILIO_AUTH_TOKEN_PREVIOUS: 'the auth token before a change, of at least 16 characters',
  EMAIL_WEBHOOK_SECRETS: 'whsec_ and base64 of at least 24 bytes, two with a comma during a change',
  DOCUSIGN_ACCOUNT_ID: 'the id of an account: a GUID',
  DOCUSIGN_CONNECT_KEYS: 'HMAC keys of DocuSign Connect of at least 16 characters, two with a comma during a change',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  KEYTURN_REQUESTS_PER_MINUTE: 'a whole number from 1 to 1000000',
};

export type ApiConfig = {
  databaseUrl: string;
  authDatabaseUrl: string;
  authSecret: string;
  temporalAddress: string;
  temporalNamespace: string;
  temporalUiUrl: string | undefined;
  port: number;
  host: string;
  home: string;
  /** Without a trailing slash. */
  publicUrl: string;
  sandboxUrl: string | undefined;
  /** A build of the web application to serve. */
  webFolder: string | undefined;
  /** What verifies the webhooks of providers; during a change of keys the new and the old one. */
  webhooks: {
    twilioAccountSid: string | undefined;
    twilioTokens: string[];
    emailSecrets: string[];
    docusignAccountId: string | undefined;
    docusignKeys: string[];
  };
  logLevel: string;
  requestsPerMinute: number;
  /** How often a stream beats and asks anew whether its caller may read. Machine time. */
  streamBeatMs: number;
};

/** Reads the environment once. A missing or broken value is one sentence that says what to set. */
export function readConfig(env: Record<string, string | undefined>): ApiConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in meanings && value !== ''));
  const parsed = apiVariables.safeParse(given);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(names.map((name) => `${name} ${name in given ? 'is not' : 'is missing: set it to'} ${meanings[name]}.`).join(' '));
  }
  const v = parsed.data;
  return {
    databaseUrl: v.DATABASE_APP_URL,
    authDatabaseUrl: v.DATABASE_AUTH_URL,
    authSecret: v.KEYTURN_AUTH_SECRET,
    temporalAddress: v.TEMPORAL_ADDRESS,
    temporalNamespace: v.TEMPORAL_NAMESPACE,
    temporalUiUrl: v.TEMPORAL_UI_URL,
    port: v.KEYTURN_PORT,
    host: v.KEYTURN_HOST,
    home: resolve(v.KEYTURN_HOME.replace(/^~(?=\/|$)/, homedir())),
    publicUrl: v.PUBLIC_URL ?? `http://localhost:${v.KEYTURN_PORT}`,
    sandboxUrl: v.SANDBOX_URL,
    webFolder: v.KEYTURN_WEB && resolve(v.KEYTURN_WEB),
    webhooks: {
      twilioAccountSid: v.TWILIO_ACCOUNT_SID,
      twilioTokens: [v.TWILIO_AUTH_TOKEN, v.TWILIO_AUTH_TOKEN_PREVIOUS].filter((token) => token !== undefined),
      emailSecrets: v.EMAIL_WEBHOOK_SECRETS?.split(',') ?? [],
      docusignAccountId: v.DOCUSIGN_ACCOUNT_ID,
      docusignKeys: v.DOCUSIGN_CONNECT_KEYS?.split(',') ?? [],
    },
    logLevel: v.LOG_LEVEL,
    requestsPerMinute: v.KEYTURN_REQUESTS_PER_MINUTE,
    streamBeatMs: 15_000,
  };
}

/** Where uploaded and rendered files lie. */
export const filesFolder = ({ home }: Pick<ApiConfig, 'home'>): string => join(home, 'files');
