import type { ChildProcess } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import type { Ready } from '../ready.ts';
import type { UpConfig } from './config.ts';
import type { DatabaseUrls } from './database.ts';
import type { Home } from './home.ts';
import type { Service } from './processes.ts';

export type Addresses = { databases: DatabaseUrls; temporal: string; ui: string | undefined; apiPort: number; sandboxPort: number; smtpPort: number };

const root = new URL('../../', import.meta.url).pathname;

/**
 * What every process of ours is told; docs/configuration.md explains each variable. What the user's own environment
 * sets for a provider stands: the sandbox fills in for the rest.
 */
export function environment(config: UpConfig, home: Home, { databases, temporal, ui, apiPort, sandboxPort, smtpPort }: Addresses): Record<string, string> {
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  const { secrets, id } = home.instance;
  return {
    DATABASE_APP_URL: databases.app,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: config.TEMPORAL_NAMESPACE,
    ...(ui && { TEMPORAL_UI_URL: ui }),
    KEYTURN_HOME: home.folder,
    KEYTURN_PORT: String(apiPort),
    KEYTURN_EMBEDDED: config.TEMPORAL_ADDRESS ? '0' : '1',
    PUBLIC_URL: config.PUBLIC_URL ?? `http://localhost:${apiPort}`,
    SANDBOX_URL: sandbox.replace('127.0.0.1', 'localhost'),
    EMAIL_WEBHOOK_SECRETS: config.EMAIL_WEBHOOK_SECRETS ?? secrets.emailWebhook,
    ...(!config.SMTP_URL && { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` }),
    ...(!config.TWILIO_ACCOUNT_SID && { TWILIO_BASE_URL: sandbox, TWILIO_ACCOUNT_SID: secrets.twilioSid, TWILIO_AUTH_TOKEN: secrets.twilioToken }),
    DOCUSIGN_CONNECT_KEYS: config.DOCUSIGN_CONNECT_KEYS ?? secrets.docusignConnect,
    ...(!config.DOCUSIGN_ACCOUNT_ID && {
      ...{ DOCUSIGN_BASE_URL: sandbox, DOCUSIGN_AUTH_URL: sandbox },
      ...{ DOCUSIGN_ACCOUNT_ID: id, DOCUSIGN_INTEGRATION_KEY: id, DOCUSIGN_USER_ID: id, DOCUSIGN_PRIVATE_KEY: secrets.docusignPrivateKey },
    }),
    ...(!config.BATCHDATA_TOKEN && {
      ...{ BATCHDATA_URL: sandbox, BATCHDATA_TOKEN: secrets.batchData },
      ...{ BATCHDATA_FALLBACK_URL: `${sandbox}/fallback`, BATCHDATA_FALLBACK_TOKEN: secrets.batchData },
    }),
  };
}

type Facts = {
  web: string;
  env: Record<string, string>;
  authSecret: string;
  home: Home;
  databases: DatabaseUrls;
  addresses: Addresses;
  onVersion: (buildId: string) => void;
};

/** The processes of our own. The sandbox, the relay and the API get what only they may use. */
export function services({
  web,
  env,
  authSecret,
  home,
  databases,
  addresses,
  onVersion,
}: Facts): Record<'sandbox' | 'api' | 'relay' | 'worker' | 'imports' | 'rendering', Service> {
  const ours = (name: string, script: string, more: Record<string, string>, ready: Service['ready']): Service => ({
    name,
    command: process.execPath,
    args: [`${root}${script}`],
    cwd: root,
    env: { ...env, ...more },
    ready,
  });
  const worker = (role: string): Service =>
    ours(role, 'workers/main.ts', { KEYTURN_ROLE: role }, async (child) => {
      const { buildId } = await told(child);
      if (buildId) onVersion(buildId);
    });
  const { sandboxPort, smtpPort, apiPort } = addresses;
  // Its own keys, also where a real provider is configured: it never learns theirs.
  const { id, secrets } = home.instance;
  const { twilioSid, twilioToken, batchData, docusignPrivateKey } = secrets;
  const sandboxKeys = {
    ...{ TWILIO_ACCOUNT_SID: twilioSid, TWILIO_AUTH_TOKEN: twilioToken, BATCHDATA_TOKEN: batchData, BATCHDATA_FALLBACK_TOKEN: batchData },
    ...{ DOCUSIGN_ACCOUNT_ID: id, DOCUSIGN_INTEGRATION_KEY: id, DOCUSIGN_USER_ID: id, DOCUSIGN_PRIVATE_KEY: '' },
    DOCUSIGN_CONNECT_KEYS: env.DOCUSIGN_ACCOUNT_ID === id ? env.DOCUSIGN_CONNECT_KEYS! : secrets.docusignConnect,
    SANDBOX_CRM_SECRET: secrets.crm,
    DOCUSIGN_PUBLIC_KEY: createPublicKey(docusignPrivateKey).export({ type: 'spki', format: 'pem' }) as string,
  };
  return {
    sandbox: ours('sandbox', 'sandbox/main.ts', { ...sandboxKeys, KEYTURN_SANDBOX_PORT: String(sandboxPort), KEYTURN_SMTP_PORT: String(smtpPort) }, () =>
      answers(`http://127.0.0.1:${sandboxPort}/sandbox/healthz`),
    ),
    api: ours('api', 'api/server.ts', { DATABASE_AUTH_URL: databases.auth, KEYTURN_AUTH_SECRET: authSecret, KEYTURN_WEB: web }, () =>
      answers(`http://127.0.0.1:${apiPort}/healthz`),
    ),
    relay: ours('relay', 'workers/relay/main.ts', { DATABASE_RELAY_URL: databases.relay }, async (child) => void (await told(child))),
    worker: worker('worker'),
    imports: worker('imports'),
    rendering: worker('rendering'),
  };
}

const told = (child: ChildProcess): Promise<Ready> => new Promise((resolve) => child.once('message', (message) => resolve(message as Ready)));

/** Any answer below 500 means that somebody is there and at work. */
async function answers(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.status;
      },
      () => 0,
    );
    if (status > 0 && status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
