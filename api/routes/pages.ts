import { html, raw } from 'hono/html';
import { router } from '../context.ts';
import { problem } from '../errors.ts';
import { guideLink, readGuide } from '../guides.ts';
import { htmlPage } from '../html.ts';
import { headingOf, renderMarkdown } from '../markdown.ts';
import { problems } from '../problems.ts';

/** Plain pages for people: what a problem means. No part of the contract, so not in the OpenAPI document. */
export const pageRoutes = router();

// What screens and answers link to, so that it can be read where the instance is and not where its source lies.
for (const folder of ['runbooks', 'guides'])
  pageRoutes.get(`/docs/${folder}/:name`, (c) => {
    const text = readGuide(folder, c.req.param('name'));
    if (text === null) return problem(c, 'not-found', 'There is no page of that name.', 'Start at /docs/runbooks/README.');
    return c.html(
      htmlPage(
        headingOf(text),
        html`<nav><a href="/">Keyturn</a> · <a href="/docs/runbooks/README">Runbooks</a></nav>${raw(renderMarkdown(text, { link: guideLink(folder) }))}`,
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
