import { ApplicationFailure } from '@temporalio/common';
import { createBatchData } from './batchdata/index.ts';
import { providerConfig } from './config.ts';
import type { EmailPort, PropertyDataPort, TextPort } from './ports.ts';
import { createSmtp } from './smtp/index.ts';
import { createTwilio } from './twilio/index.ts';

export type Providers = { email: EmailPort; text: TextPort; propertyData: PropertyDataPort[] };

/** The providers the environment names. One that is not configured refuses what it is asked, and says what to set. */
export function createProviders(env: Record<string, string | undefined>): Providers {
  const config = providerConfig(env);
  const { SMTP_URL: smtp, TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_BASE_URL: baseUrl } = config;
  const { BATCHDATA_TOKEN: token, BATCHDATA_FALLBACK_URL: fallbackUrl, BATCHDATA_FALLBACK_TOKEN: fallbackToken } = config;
  return {
    email: smtp ? createSmtp({ url: smtp }) : { name: 'smtp', send: () => notConfigured('e-mail server', 'SMTP_URL') },
    text:
      accountSid && authToken
        ? createTwilio({ accountSid, authToken, baseUrl })
        : { name: 'twilio', send: () => notConfigured('text provider', 'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN') },
    propertyData: [
      ...(token ? [createBatchData({ url: config.BATCHDATA_URL, token, costCents: config.BATCHDATA_COST_CENTS })] : []),
      ...(fallbackUrl && fallbackToken
        ? [createBatchData({ name: 'batchdata-fallback', url: fallbackUrl, token: fallbackToken, costCents: config.BATCHDATA_FALLBACK_COST_CENTS })]
        : []),
    ],
  };
}

async function notConfigured(what: string, variables: string): Promise<never> {
  throw ApplicationFailure.create({
    type: 'ProviderUnauthorised',
    message: `No ${what} is configured: set ${variables} and restart; the message waits`,
    nextRetryDelay: '5 minutes',
  });
}
