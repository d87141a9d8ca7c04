import { Hono } from 'hono';
import PostalMime from 'postal-mime';
import type { Faults } from './faults.ts';
import type { Mail } from './journal.ts';
import { jsonBody } from './json-body.ts';
import { endpoint, faultSettings, replyRequest, sandboxSettings } from './schemas.ts';
import { mailUs, textUs } from './sellers.answers.ts';
import type { Item, Store } from './store.ts';
import type { Webhooks } from './webhooks.ts';

/** What only a sandbox has: what arrived, answering as the seller, faults, and the count of effects. For tools on this machine. */
export function controlApi({ store, webhooks, faults, accountSid }: { store: Store; webhooks: Webhooks; faults: Faults; accountSid: string }): Hono {
  const app = new Hono();
  app.get('/sandbox/healthz', (c) => c.json({ ok: true }));

  app.get('/sandbox/messages', (c) => {
    const limit = Math.min(Math.max(Number(c.req.query('limit')) || 100, 1), 1000);
    const before = Number(c.req.query('before')) || store.passed.length;
    const end = Math.min(before, store.passed.length);
    const start = Math.max(0, end - limit);
    const items = store.passed.slice(start, end).map(shown).reverse();
    return c.json({ items, total: store.passed.length, before: start > 0 ? start : null });
  });

  app.get('/sandbox/mails/:id', async (c) => {
    const mail = store.mails.get(c.req.param('id'));
    if (!mail) return c.json({ message: 'There is no such e-mail' }, 404);
    const { headers, html, text } = await PostalMime.parse(store.source(mail.id));
    return c.json({ ...mail, headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })), html: html ?? null, text: text ?? null });
  });

  app.get('/sandbox/mails/:id/attachments/:at', async (c) => {
    const mail = store.mails.get(c.req.param('id'));
    const file = mail && (await PostalMime.parse(store.source(mail.id), { attachmentEncoding: 'arraybuffer' })).attachments[Number(c.req.param('at'))];
    if (!file) return c.json({ message: 'There is no such attachment' }, 404);
    return c.body(file.content as ArrayBuffer, 200, { 'content-type': file.mimeType });
  });

  app.post('/sandbox/reply', async (c) => {
    const wish = await jsonBody(c.req, replyRequest);
    if (!wish.success) return c.json(wish.fault, 400);
    const { channel, body: words, subject, inReplyTo } = wish.data;
    const seller = channel === 'email' ? wish.data.address.toLowerCase() : wish.data.address;
    const last = messageTo(store, channel, seller, inReplyTo);
    if (!last) return c.json({ message: `Nothing of ours has gone to this address by ${channel} yet, so there is nothing to answer` }, 404);
    const answered =
      last.kind === 'mail'
        ? mailUs(store, webhooks, {
            seller,
            ours: last.item.from,
            subject: subject ?? `Re: ${last.item.subject}`,
            body: words,
            inReplyTo: last.item.messageId,
            autoReply: false,
            by: 'person',
          })
        : textUs(store, webhooks, accountSid, { seller, ours: last.item.from, body: words, by: 'person' });
    return c.json(answered, 201);
  });

  app.get('/sandbox/endpoints', (c) => c.json({ items: store.endpoints() }));
  app.post('/sandbox/endpoints', async (c) => {
    const wish = await jsonBody(c.req, endpoint);
    if (!wish.success) return c.json(wish.fault, 400);
    store.add({ type: 'endpoint', ...wish.data });
    return c.json(wish.data, 201);
  });

  app.get('/sandbox/faults', (c) => c.json(faults.settings()));
  app.post('/sandbox/faults', async (c) => {
    const wish = await jsonBody(c.req, faultSettings);
    if (!wish.success) return c.json(wish.fault, 400);
    faults.set(wish.data);
    return c.json(faults.settings());
  });
  app.post('/sandbox/settings', async (c) => {
    const wish = await jsonBody(c.req, sandboxSettings);
    if (!wish.success) return c.json(wish.fault, 400);
    webhooks.setDelay(wish.data.delayMs);
    return c.json(wish.data);
  });

  app.get('/sandbox/pending', (c) => c.json(waiting(store)));
  app.post('/sandbox/settle', async (c) => {
    await webhooks.settle();
    return c.json(waiting(store));
  });
  app.get('/sandbox/effects', (c) => c.json(effects(store)));
  return app;
}

const waiting = (store: Store) => ({ pending: store.deliveries.size, outcomes: Object.fromEntries(store.outcomes) });

/** What the providers did, by key and by recipient: the independent count of effects. */
function effects(store: Store): object {
  const tally = (keys: string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const [mails, texts] = [[...store.mails.values()], [...store.texts.values()]];
  return {
    emails: { total: mails.length, byMessageId: tally(mails.map(({ messageId }) => messageId)), byRecipient: tally(mails.map(({ to }) => to)) },
    texts: { total: texts.length, byMessage: tally(texts.map(({ to, body: words }) => `${to} ${words}`)), byRecipient: tally(texts.map(({ to }) => to)) },
    records: Object.fromEntries(store.records),
    envelopes: {
      total: store.envelopes.all.size,
      byKey: tally([...store.envelopes.all.values()].flatMap(({ fields }) => fields.filter(({ name }) => name === 'keyturnKey').map(({ value }) => value))),
    },
  };
}

function shown({ kind, item }: Item): object {
  if (kind === 'mail') return { kind: 'email', direction: 'sent', ...item };
  if (kind === 'text') return { kind: 'text', direction: 'sent', id: item.sid, ...item };
  return { kind: item.channel, direction: 'received', ...item };
}

function messageTo(store: Store, channel: 'email' | 'text', address: string, id: string | undefined): Exclude<Item, { kind: 'inbound' }> | undefined {
  return store.passed.findLast((item): item is Exclude<Item, { kind: 'inbound' }> => {
    if (item.kind !== (channel === 'email' ? 'mail' : 'text')) return false;
    const of = item.item as Mail & { sid?: string };
    return of.to.toLowerCase() === address.toLowerCase() && (id === undefined || of.id === id || of.sid === id);
  });
}
