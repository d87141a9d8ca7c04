import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type HttpBindings, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { controlApi } from './control.ts';
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
  /** Machine time until a seller's answer or a status report leaves. */
  delayMs: number;
  faults?: Partial<FaultSettings>;
  endpoints?: Endpoint[];
};
export type Sandbox = { httpUrl: string; smtpUrl: string; httpPort: number; smtpPort: number; store: Store; stop(): Promise<void> };

/** Mail server, Twilio's API, property data and the control API, on this machine only. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { accountSid, authToken, emailSecrets } = options;
  const store = openStore(join(options.home, 'sandbox'));
  for (const endpoint of options.endpoints ?? []) store.add({ type: 'endpoint', ...endpoint });
  const faults = createFaults(options.faults);
  const webhooks = createWebhooks(store, faults, { authToken, emailSecrets }, options.delayMs);

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(bodyLimit({ maxSize: 1_000_000 }));
  app.onError((error, c) => c.json({ message: error.message }, 500));
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
