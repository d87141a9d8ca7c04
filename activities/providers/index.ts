import { ApplicationFailure } from '@temporalio/common';
import { createBatchData } from './batchdata/index.ts';
import { type ProviderConfig, providerConfig } from './config.ts';
import { createCrm } from './crm/index.ts';
import { createDocusign } from './docusign/index.ts';
import type { CrmPort, EmailPort, ESignature, PropertyDataPort, TextPort } from './ports.ts';
import { createSmtp } from './smtp/index.ts';
import { createTwilio } from './twilio/index.ts';

export type Providers = { email: EmailPort; text: TextPort; propertyData: PropertyDataPort[]; signatures: ESignature; crm: CrmPort };

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
    signatures: signaturesOf(config),
    crm: createCrm(),
  };
}

function signaturesOf(config: ProviderConfig): ESignature {
  const { DOCUSIGN_BASE_URL: baseUrl, DOCUSIGN_AUTH_URL: authUrl, DOCUSIGN_ACCOUNT_ID: accountId, DOCUSIGN_USER_ID: userId } = config;
  const { DOCUSIGN_INTEGRATION_KEY: integrationKey, DOCUSIGN_PRIVATE_KEY: privateKey } = config;
  if (baseUrl && accountId && userId && integrationKey && privateKey)
    return createDocusign({ baseUrl, authUrl, accountId, userId, integrationKey, privateKey });
  const absent = () =>
    notConfigured(
      'signature provider',
      'DOCUSIGN_BASE_URL, DOCUSIGN_ACCOUNT_ID, DOCUSIGN_USER_ID, DOCUSIGN_INTEGRATION_KEY and DOCUSIGN_PRIVATE_KEY',
      'what is to be signed waits',
    );
  return { name: 'docusign', send: absent, state: absent, changedSince: absent, void: absent, correct: absent, signedPdf: absent };
}

async function notConfigured(what: string, variables: string, waits = 'the message waits'): Promise<never> {
  throw ApplicationFailure.create({
    type: 'ProviderUnauthorised',
    message: `No ${what} is configured: set ${variables} and restart; ${waits}`,
    nextRetryDelay: '5 minutes',
  });
}
