import { Hono, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { EnvelopeState, SignerState } from './envelopes.ts';
import { envelopePage, envelopesPage, nothingPage, signerPage } from './pages.html.ts';
import { actAs, type SigningDeps } from './signing.ts';

const wish = z.discriminatedUnion('act', [
  z.object({ act: z.literal('sign'), name: z.string().trim().min(1).max(100) }),
  z.object({ act: z.literal('decline'), reason: z.string().trim().min(1).max(500) }),
]);

/** A page of another site can have a name that leads to this machine; it cannot have our names. */
export const underOurName: MiddlewareHandler = async (c, next) => {
  if (!['localhost', '127.0.0.1', '[::1]'].includes(new URL(c.req.url).hostname)) return c.notFound();
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; object-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'",
  );
  c.header('referrer-policy', 'no-referrer');
  c.header('cache-control', 'no-store');
  return next();
};

/** Where people of this machine sign as a sample signer does: the list of envelopes, one of them, and a page per signer behind a token no other site knows. */
export function signingPages(deps: SigningDeps): Hono {
  const { store } = deps;
  const app = new Hono();
  app.use('/signing/*', underOurName);

  app.get('/signing', (c) => c.html(envelopesPage([...store.envelopes.all.values()].reverse().slice(0, 200))));

  app.get('/signing/:id', (c) => {
    const envelope = store.envelopes.all.get(c.req.param('id'));
    return envelope ? c.html(envelopePage(envelope)) : c.html(nothingPage(), 404);
  });

  const found = ({ id, token }: { id: string; token: string }): { envelope: EnvelopeState; signer: SignerState } | null => {
    const envelope = store.envelopes.all.get(id);
    const signer = envelope?.signers.find((one) => one.token === token);
    return envelope && signer ? { envelope, signer } : null;
  };

  app.get('/signing/:id/:token', (c) => {
    const at = found(c.req.param());
    if (!at) return c.html(nothingPage(), 404);
    if (at.signer.status === 'sent') actAs(deps, at.envelope, at.signer.recipientId, 'open');
    return c.html(signerPage(at.envelope, at.signer));
  });

  app.get('/signing/:id/:token/documents/:at', (c) => {
    const at = found(c.req.param());
    const number = Number(c.req.param('at'));
    if (!at?.envelope.documents[number]) return c.html(nothingPage(), 404);
    // A browser's own viewer of PDF files needs more than the pages may.
    c.header('content-security-policy', "frame-ancestors 'self'");
    return c.body(new Uint8Array(store.document(at.envelope.envelopeId, number)), 200, {
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    });
  });

  app.post('/signing/:id/:token', async (c) => {
    const at = found(c.req.param());
    if (!at) return c.html(nothingPage(), 404);
    const parsed = wish.safeParse(await c.req.parseBody());
    if (!parsed.success) return c.html(signerPage(at.envelope, at.signer, 'Write your name to sign, or a reason to decline.'), 400);
    const { act } = parsed.data;
    const refusal = actAs(deps, at.envelope, at.signer.recipientId, act, act === 'decline' ? parsed.data.reason : null);
    if (refusal) return c.html(signerPage(at.envelope, at.signer, `${refusal}.`), 409);
    return c.redirect(c.req.path, 303);
  });
  return app;
}
