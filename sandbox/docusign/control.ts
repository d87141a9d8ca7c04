import { Hono } from 'hono';
import { jsonBody } from '../json-body.ts';
import { signerActRequest, signersClock } from '../schemas.ts';
import type { EnvelopeState } from './envelopes.ts';
import type { Grants } from './grant.ts';
import { letSignersAct } from './signers.ts';
import { actAs, type SigningDeps } from './signing.ts';

/** What only a sandbox has: the envelopes with the pages of their signers, acting as one of them, and the sample signers' clock. */
export function signingControl(deps: SigningDeps & { grants: Grants }): Hono {
  const { store, grants } = deps;
  const app = new Hono();
  app.get('/sandbox/envelopes', (c) => {
    const limit = Math.min(Math.max(Number(c.req.query('limit')) || 100, 1), 1000);
    return c.json({ items: [...store.envelopes.all.values()].reverse().slice(0, limit).map(shown), total: store.envelopes.all.size });
  });

  app.post('/sandbox/envelopes/:id/act', async (c) => {
    const wish = await jsonBody(c.req, signerActRequest);
    if (!wish.success) return c.json(wish.fault, 400);
    const envelope = store.envelopes.all.get(c.req.param('id'));
    if (!envelope) return c.json({ message: 'There is no such envelope' }, 404);
    const { recipientId, act, reason } = wish.data;
    const refusal = actAs(deps, envelope, recipientId, act, reason ?? null);
    return refusal ? c.json({ message: refusal }, 409) : c.json(shown(envelope), 200);
  });

  app.post('/sandbox/signers/act', async (c) => {
    const wish = await jsonBody(c.req, signersClock);
    return wish.success ? c.json(letSignersAct(deps, new Date(wish.data.now))) : c.json(wish.fault, 400);
  });

  app.post('/sandbox/tokens/revoke', (c) => {
    grants.revoke();
    return c.json({ revoked: true });
  });
  return app;
}

function shown({ envelopeId, at, subject, status, changedAt, reason, fields, signers, documents }: EnvelopeState): object {
  return {
    ...{ envelopeId, at, subject, status, changedAt, reason, fields, documents },
    signers: signers.map(({ recipientId, name, email, routingOrder, status: of, reason: why, token }) => ({
      ...{ recipientId, name, email, routingOrder, status: of, reason: why },
      page: `/signing/${envelopeId}/${token}`,
    })),
  };
}
