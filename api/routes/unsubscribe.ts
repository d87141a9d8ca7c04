import { html } from 'hono/html';
import { resolveUnsubscribe, type UnsubscribeTarget } from '../../db/across/unsubscribe.ts';
import { changeWithin } from '../../db/events.ts';
import { unsubscribe } from '../../db/queries/reports.ts';
import { findSend } from '../../db/queries/sends.ts';
import { inTenant } from '../../db/tenant.ts';
import { limitBody } from '../body-limit.ts';
import { type AppContext, router } from '../context.ts';
import { htmlPage } from '../html.ts';

/**
 * Where the unsubscribe link of an e-mail leads (RFC 8058). The address alone names recipient and list: no key, no
 * cookie, no redirect. Only a POST unsubscribes, because link scanners follow links; again changes nothing. Not part of
 * the contract for callers, so not in the OpenAPI document.
 */
export const unsubscribeRoutes = router();

unsubscribeRoutes.get('/u/:token', async (c) => {
  if (!(await targetOf(c))) return c.html(htmlPage('Unsubscribe', unknown), 404);
  const ask = html`<h1>Unsubscribe</h1><p>You will get no more e-mail from us.</p><form method="post"><button>Unsubscribe</button></form>`;
  return c.html(htmlPage('Unsubscribe', ask));
});

unsubscribeRoutes.post('/u/:token', async (c) => {
  // The body says List-Unsubscribe=One-Click, or nothing: the address is all that counts.
  limitBody(c, 10_000);
  const target = await targetOf(c);
  if (!target) return c.html(htmlPage('Unsubscribe', unknown), 404);
  await inTenant(c.var.deps.db, target.brokerageId, async (tx) => {
    const send = await findSend(tx, target);
    // Only what goes to contacts has such an address.
    const subject = { kind: 'contact', id: send!.contactId! } as const;
    await changeWithin(tx, { subject, actor: { kind: 'system', id: 'unsubscribe' }, source: 'api', correlationId: c.var.requestId }, (change) =>
      unsubscribe(change, target),
    );
  });
  return c.html(htmlPage('Unsubscribed', html`<h1>Done</h1><p>You will get no more e-mail from us.</p>`));
});

const unknown = html`<h1>Unsubscribe</h1><p>This address is not complete. Use the link from the e-mail, or answer the e-mail with the word unsubscribe.</p>`;

function targetOf(c: AppContext): Promise<UnsubscribeTarget | null> {
  const token = c.req.param('token') ?? '';
  return /^[\w-]{16,128}$/.test(token) ? resolveUnsubscribe(c.var.deps.db, token) : Promise.resolve(null);
}
