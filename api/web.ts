import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { NotFoundHandler } from 'hono';
import { html } from 'hono/html';
import { type AppContext, type AppEnv, router } from './context.ts';
import { refuse } from './errors.ts';
import { htmlPage } from './html.ts';

/** The built web application: its files, and its page at every address that is not ours otherwise. */
export const web = router();

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.ttf': 'font/ttf',
  '.pfb': 'application/x-font-type1',
};

// The name of a file holds the hash of its content, so it never changes.
web.get('/assets/:name', (c) => {
  const name = c.req.param('name');
  const type = types[extname(name)];
  const sent =
    type && /^[\w.-]+$/.test(name) ? send(c, join('assets', name), { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }) : null;
  // A worker lives by the policy of its own file.
  c.set('page', name.startsWith('pdf.worker') ? 'decoder' : 'application');
  if (!sent) throw refuse('not-found', 'There is no such file. The application was renewed: load the page anew.');
  return sent;
});

web.get('/', (c) => page(c));

/** Addresses of the API and of its plain pages: what is unknown there is answered as a problem, also to a browser. */
const ours = /^\/(v1|docs|openapi\.json|problems|outbox|signing|sign-in|calendar|webhooks|unsubscribe|u|healthz|readyz|assets)(\/|$)/;

/** A person who opens an address of the application gets the application; everybody else gets `unknown`. */
export const pageOr =
  (unknown: NotFoundHandler<AppEnv>): NotFoundHandler<AppEnv> =>
  (c) =>
    (c.req.method === 'GET' || c.req.method === 'HEAD') && /\btext\/html\b/.test(c.req.header('accept') ?? '') && !ours.test(c.req.path) ? page(c) : unknown(c);

function page(c: AppContext): Response | Promise<Response> {
  const sent = send(c, 'index.html', { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  if (sent) {
    c.set('page', 'application');
    return sent;
  }
  return c.html(
    htmlPage(
      'No application',
      html`<h1>Keyturn</h1>
      <p>This process serves the API, and no build of the web application: <code>npm start</code> makes one, and the container image brings one. Elsewhere, build it with
      <code>NODE_ENV=production node workers/web.ts &lt;folder&gt;</code> and set <code>KEYTURN_WEB</code> to that folder.</p>
      <p><a href="/docs">API reference</a> · <a href="/readyz">Readiness</a></p>`,
    ),
  );
}

type Sent = { bytes: Uint8Array<ArrayBuffer>; encoding?: string };
/** A build has some hundred files of a few kilobytes and never changes while we live. */
const read = new Map<string, Sent>();

function send(c: AppContext, name: string, headers: Record<string, string>): Response | null {
  const { webFolder } = c.var.deps.config;
  if (!webFolder) return null;
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gz' : '';
  const file = (encoding && load(join(webFolder, `${name}.${encoding}`))) || load(join(webFolder, name));
  if (!file) return null;
  return c.body(file.bytes, 200, { ...headers, vary: 'accept-encoding', ...(file.encoding ? { 'content-encoding': file.encoding } : {}) });
}

function load(path: string): Sent | null {
  const kept = read.get(path);
  if (kept) return kept;
  try {
    const encoding = path.endsWith('.br') ? 'br' : path.endsWith('.gz') ? 'gzip' : undefined;
    const file = { bytes: new Uint8Array(readFileSync(path)), ...(encoding ? { encoding } : {}) };
    read.set(path, file);
    return file;
  } catch {
    return null;
  }
}
