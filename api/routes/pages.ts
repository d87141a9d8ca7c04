import { html } from 'hono/html';
import { router } from '../context.ts';
import { problem } from '../errors.ts';
import { htmlPage } from '../html.ts';
import { problems } from '../problems.ts';

/** Plain pages for people: what this is, and what a problem means. No part of the contract, so not in the OpenAPI document. */
export const pageRoutes = router();

pageRoutes.get('/', (c) => {
  const { config } = c.var.deps;
  return c.html(
    htmlPage(
      'Start',
      html`<h1>Keyturn</h1>
      <p>Runs the work of a real-estate brokerage from a property list to an accepted offer. Every deal and every follow-up is a durable run that can say what it waits for.</p>
      <dl>
        <dt><a href="/docs">API reference</a></dt><dd>every operation, to try out with your key; as data: <a href="/openapi.json">openapi.json</a></dd>
        ${config.sandboxUrl ? html`<dt><a href="/outbox">Outbox</a></dt><dd>e-mails and texts that arrived in the sandbox; answer them as the seller</dd>` : ''}
        ${config.temporalUiUrl ? html`<dt><a href="${config.temporalUiUrl}/namespaces/${config.temporalNamespace}/workflows">Temporal Web UI</a></dt><dd>every run with its history</dd>` : ''}
        <dt><a href="/docs#tag/tasks/GET/v1/tasks">Today's tasks</a></dt><dd>what people must do, due first: <code>GET /v1/tasks</code></dd>
        <dt><a href="/readyz">Readiness</a></dt><dd>database, engine, relay, providers</dd>
      </dl>
      <p>On the command line:</p>
      <pre>npx keyturn deals
npx keyturn deal 1
npx keyturn --help</pre>`,
    ),
  );
});

pageRoutes.get('/problems/:code', (c) => {
  const code = c.req.param('code');
  const known = Object.hasOwn(problems, code) ? problems[code]! : null;
  if (!known) return problem(c, 'not-found', 'There is no problem of that name.', 'Take the name from the type of an answer.');
  if (!/\btext\/html\b/.test(c.req.header('accept') ?? '')) return c.json({ type: `/problems/${code}`, ...known }, 200);
  return c.html(
    htmlPage(
      known.title,
      html`<h1>${known.title}</h1>
      <p><code>${code}</code>, answered with status ${known.status}.</p>
      <dl><dt>Cause</dt><dd>${known.cause}</dd><dt>What to do</dt><dd>${known.nextStep}</dd></dl>`,
    ),
  );
});
