import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { limitBody } from '../body-limit.ts';
import { type AppContext, type AppEnv, router } from '../context.ts';
import { refuse } from '../errors.ts';
import { mailPage, outboxPage } from '../outbox.page.ts';
import { sandboxOf } from '../outbox.ts';

/** The sandbox's messages for people on this machine, and answering as the seller. Only where there is a sandbox; without a key, so only under our own names. */
export const outboxRoutes = router();

const answer = z.object({
  channel: z.enum(['email', 'text']),
  address: z.string().trim().min(3).max(320),
  body: z.string().trim().min(1).max(16_000),
  subject: z.string().max(500).optional(),
  inReplyTo: z.string().max(200).optional(),
});
const position = z.coerce.number().int().min(0).max(1e9).optional().catch(undefined);

/** A page of another site can have a name that leads to this machine, or post a form here; it cannot have our names. */
const underOurName: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { config } = c.var.deps;
  if (!config.sandboxUrl) throw refuse('no-sandbox');
  const ours = ['localhost', '127.0.0.1', '[::1]', new URL(config.publicUrl).hostname];
  if (!ours.includes(new URL(c.req.url).hostname)) throw refuse('not-found');
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')];
  // Our pages send no referrer, so a browser names their origin `null`; what it says of the site is what counts.
  const foreign = site ? !['same-origin', 'none'].includes(site) : origin !== undefined && !(URL.canParse(origin) && ours.includes(new URL(origin).hostname));
  if (c.req.method !== 'GET' && foreign) throw refuse('not-allowed', 'Another site asked for this.');
  return next();
};
outboxRoutes.use('/outbox/*', underOurName);
outboxRoutes.use('/outbox.json', underOurName);

outboxRoutes.get('/outbox', async (c) =>
  c.html(outboxPage(await sandboxOf(c.var.deps).messages({ limit: 50, before: position.parse(c.req.query('before')) }))),
);
outboxRoutes.get('/outbox.json', async (c) =>
  c.json(
    await sandboxOf(c.var.deps).messages({
      limit: Math.max(1, Math.min(position.parse(c.req.query('limit')) ?? 100, 1000)),
      before: position.parse(c.req.query('before')),
    }),
  ),
);
outboxRoutes.get('/outbox/mails/:id', async (c) => c.html(mailPage(await sandboxOf(c.var.deps).mail(c.req.param('id')), c.var.deps.config.publicUrl)));

outboxRoutes.get('/outbox/mails/:id/attachments/:at', async (c) => {
  const { id, at } = c.req.param();
  const file = await sandboxOf(c.var.deps).attachment(id, position.parse(at) ?? 0);
  // Never shown under our name, whatever it claims to be: only saved.
  return c.body(await file.arrayBuffer(), 200, { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' });
});

outboxRoutes.post('/outbox/reply', async (c) => {
  limitBody(c, 100_000);
  const asJson = /^application\/json\b/.test(c.req.header('content-type') ?? '');
  const parsed = answer.safeParse(asJson ? await jsonOf(c) : await c.req.parseBody());
  if (!parsed.success)
    throw refuse('invalid-request', undefined, { errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })) });
  const answered = await sandboxOf(c.var.deps).answer(parsed.data);
  if (asJson) return c.json(answered, 201);
  return c.redirect(`/outbox#${parsed.data.inReplyTo ?? ''}`, 303);
});

async function jsonOf(c: AppContext): Promise<unknown> {
  return c.req.json().catch(() => {
    throw refuse('malformed-json');
  });
}
