import { z } from 'zod';
import type { DocusignKeys } from './docusign/grant.ts';
import { faultKinds, readFaults, services } from './faults.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.string().min(3).max(320);
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);

export const faultSettings = z.strictObject({
  seed: z.coerce.number().int().default(1),
  rate: z.coerce.number().min(0).max(1).default(0),
  kinds: z.array(z.enum(faultKinds)).default([]),
  services: z.array(z.enum(services)).default([...services]),
  times: z.coerce.number().int().min(0).nullable().default(null),
});
export type { FaultSettings } from './faults.ts';

const faultsText = z
  .string()
  .transform(readFaults)
  .transform(({ kinds, services, ...single }): unknown => ({
    kinds,
    services,
    ...Object.fromEntries(Object.entries(single).map(([name, values]) => [name, values[0]])),
  }))
  .pipe(faultSettings);

/** A number or mailbox of a brokerage, or a DocuSign account, and where what arrives for it is posted. */
export const endpoint = z.strictObject({ provider: z.enum(['twilio', 'email', 'docusign']), address, url: z.url({ protocol: /^https?$/ }) });
export type Endpoint = z.output<typeof endpoint>;

/** A seller answers: to a message of ours (`to`), or to the last one this address got. */
export const replyRequest = z.strictObject({
  channel: z.enum(['email', 'text']),
  /** The seller's address: a number in E.164 or an e-mail. */
  address,
  body: z.string().min(1).max(16_000),
  subject: z.string().max(500).optional(),
  /** The message of ours it answers; the newest to this address when left out. */
  inReplyTo: z.string().max(200).optional(),
});
export type ReplyRequest = z.output<typeof replyRequest>;

/** A signer acts, as on the page of theirs. */
export const signerActRequest = z.strictObject({
  recipientId: z.string().min(1).max(20),
  act: z.enum(['open', 'sign', 'decline']),
  reason: z.string().trim().max(500).optional(),
});
/** Where the business clock stands. */
export const signersClock = z.strictObject({ now: z.iso.datetime({ offset: true }) });

export const sandboxSettings = z.strictObject({ delayMs: z.int().min(0).max(600_000) });

const variables = z.object({
  KEYTURN_HOME: z.string().min(1).default('.keyturn'),
  KEYTURN_SANDBOX_PORT: port.default(0),
  KEYTURN_SMTP_PORT: port.default(0),
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/),
  TWILIO_AUTH_TOKEN: z.string().min(16),
  BATCHDATA_TOKEN: z.string().min(1),
  BATCHDATA_FALLBACK_TOKEN: z.string().min(1).optional(),
  EMAIL_WEBHOOK_SECRETS: z.string().regex(/^whsec_[A-Za-z0-9+/=]{24,}(,whsec_[A-Za-z0-9+/=]{24,})*$/),
  // Without an account there is no signing here.
  DOCUSIGN_ACCOUNT_ID: guid.optional(),
  DOCUSIGN_INTEGRATION_KEY: guid.optional(),
  DOCUSIGN_USER_ID: guid.optional(),
  DOCUSIGN_PUBLIC_KEY: z.string().startsWith('-----BEGIN PUBLIC KEY-----').optional(),
  DOCUSIGN_CONNECT_KEYS: z
    .string()
    .regex(/^[^\s,]{16,}(,[^\s,]{16,})*$/)
    .optional(),
  /** What is pushed to the CRM here is signed with it; without one there is no CRM. */
  SANDBOX_CRM_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/=]{24,}$/)
    .optional(),
  SANDBOX_DELAY_MS: z.coerce.number().int().min(0).max(600_000).default(3000),
  SANDBOX_FAULTS: faultsText.optional(),
  SANDBOX_ENDPOINTS: z
    .string()
    .transform((text, ctx) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        ctx.addIssue({ code: 'custom', message: 'must be a JSON array' });
        return z.NEVER;
      }
    })
    .pipe(z.array(endpoint))
    .optional(),
});
export type SandboxVariables = z.output<typeof variables>;

/** Reads the environment once; every fault names its variable. */
export function sandboxVariables(env: Record<string, string | undefined>): SandboxVariables {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    `Sandbox configuration: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}. Correct the environment and start again.`,
  );
}

/** All of it or nothing: half an account is a mistake. */
export function docusignKeys(env: SandboxVariables): DocusignKeys | null {
  const { DOCUSIGN_ACCOUNT_ID: accountId, DOCUSIGN_INTEGRATION_KEY: integrationKey, DOCUSIGN_USER_ID: userId } = env;
  const { DOCUSIGN_PUBLIC_KEY: publicKey, DOCUSIGN_CONNECT_KEYS: connectKeys } = env;
  if (!accountId) return null;
  if (!integrationKey || !userId || !publicKey || !connectKeys)
    throw new Error('Sandbox configuration: DOCUSIGN_ACCOUNT_ID needs the other DOCUSIGN variables too. Set them and start again.');
  return { accountId, integrationKey, userId, publicKey, connectKeys: connectKeys.split(',') };
}

const word = z.string().trim().max(300).optional();
/** The part of BatchData's request we use. */
export const skipTraceRequest = z.looseObject({
  requests: z
    .array(
      z
        .looseObject({
          requestId: word,
          name: z.looseObject({ full: word, first: word, last: word }).optional(),
          propertyAddress: z.looseObject({ street: word, city: word, state: word, zip: word }).optional(),
          apn: word,
          county: word,
        })
        .refine(({ propertyAddress, apn }) => Boolean(propertyAddress?.street || apn)),
    )
    .min(1)
    .max(100),
});
export type SkipTraceItem = z.output<typeof skipTraceRequest>['requests'][number];
