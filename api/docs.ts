import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { html } from 'hono/html';
import { router } from './context.ts';

// The package's entry lies in dist/; its ready-made browser script beside it.
const scalar = fileURLToPath(new URL('./browser/standalone.js', import.meta.resolve('@scalar/api-reference')));

/** The reference page, all of it from ourselves: its script, no fonts, no proxy, no other host. */
export const docs = router();

docs.get('/docs', (c) =>
  c.html(html`<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Keyturn API</title></head>
      <body><div id="reference"></div><script src="/docs/scalar.js"></script><script src="/docs/start.js"></script></body>
    </html>`),
);

let packed: Buffer | undefined;
docs.get('/docs/scalar.js', (c) => {
  const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=3600' };
  if (!c.req.header('accept-encoding')?.includes('gzip')) return c.body(Readable.toWeb(createReadStream(scalar)) as ReadableStream, 200, headers);
  packed ??= gzipSync(readFileSync(scalar));
  return c.body(new Uint8Array(packed), 200, { ...headers, 'content-encoding': 'gzip' });
});

const start = `Scalar.createApiReference('#reference', { url: '/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true, showDeveloperTools: 'never', authentication: { preferredSecurityScheme: 'bearer' }, agent: { disabled: true }, mcp: { disabled: true } });\n`;
docs.get('/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
