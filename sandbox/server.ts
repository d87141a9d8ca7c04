import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { controlApi } from './control.ts';
import { crmReceiver } from './crm.ts';
import { docusignApi } from './docusign/api.ts';
import { signingControl } from './docusign/control.ts';
import { createGrants, type DocusignKeys } from './docusign/grant.ts';
import { signingPages } from './docusign/pages.ts';
import { createFaults, type FaultSettings } from './faults.ts';
import { startMailServer } from './mail.ts';
import { recordsApi } from './records.ts';
import type { Endpoint } from './schemas.ts';
import { openStore, type Store } from './store.ts';
import { textsApi } from './texts.ts';
import { createWebhooks } from './webhooks.ts';

export type SandboxOptions = {
  /** What arrived is kept in `<home>/sandbox`. */
  home: string;
  /** 0 for a free one. */
  httpPort: number;
  smtpPort: number;
  accountSid: string;
  authToken: string;
  recordsToken: string;
  fallbackToken: string;
  /** The first signs; receivers accept any of theirs. */
  emailSecrets: string[];
  /** Without it there is no signing. */
  docusign?: DocusignKeys | null;
  /** Without it there is no CRM. */
  crmSecret?: string | null;
  /** Machine time until a seller's answer or a status report leaves. */
  delayMs: number;
  faults?: Partial<FaultSettings>;
  endpoints?: Endpoint[];
};
export type Sandbox = { httpUrl: string; smtpUrl: string; httpPort: number; smtpPort: number; store: Store; stop(): Promise<void> };

/** Mail server, Twilio's and DocuSign's API, property data and the control API, on this machine only. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { accountSid, authToken, emailSecrets, docusign } = options;
  const store = openStore(join(options.home, 'sandbox'));
  for (const endpoint of options.endpoints ?? []) store.add({ type: 'endpoint', ...endpoint });
  const faults = createFaults(options.faults);
  const webhooks = createWebhooks(store, faults, { authToken, emailSecrets, connectKeys: docusign?.connectKeys ?? [] }, options.delayMs);

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError((error, c) => c.json({ message: error.message }, 500));
  const signing = docusign && { store, webhooks, faults, accountId: docusign.accountId, grants: createGrants(docusign) };
  // Before the limit of all others: its bodies hold documents.
  if (signing) app.route('/', docusignApi(signing));
  app.use(bodyLimit({ maxSize: 1_000_000 }));
  if (signing) app.route('/', signingControl(signing)).route('/', signingPages(signing));
  if (options.crmSecret) app.route('/', crmReceiver({ store, faults, secret: options.crmSecret }));
  app.route('/', controlApi({ store, webhooks, faults, accountSid }));
  app.route('/', textsApi({ store, webhooks, faults, accountSid, authToken }));
  app.route(
    '/',
    recordsApi({
      store,
      faults,
      providers: [
        { name: 'primary', path: '', token: options.recordsToken },
        { name: 'fallback', path: '/fallback', token: options.fallbackToken },
      ],
    }),
  );

  const mail = await startMailServer({ port: options.smtpPort, store, webhooks, faults });
  const http = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: options.httpPort, hostname: '127.0.0.1' }, () => resolve(server));
    server.once('error', reject);
  }).catch(async (error: unknown) => {
    await mail.close();
    throw error;
  });
  const { port } = http.address() as AddressInfo;
  return {
    httpPort: port,
    smtpPort: mail.port,
    httpUrl: `http://127.0.0.1:${port}`,
    smtpUrl: `smtp://127.0.0.1:${mail.port}`,
    store,
    async stop() {
      webhooks.stop();
      await Promise.all([
        mail.close(),
        new Promise<void>((resolve) => {
          http.close(() => resolve());
          if ('closeAllConnections' in http) http.closeAllConnections();
        }),
      ]);
    },
  };
}
