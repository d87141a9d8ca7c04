import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Faults } from './faults.ts';
import { struckAnswer, type Wording } from './http-faults.ts';
import { deliverText } from './sellers.answers.ts';
import { sellerAct } from './sellers.ts';
import type { Store, TextState } from './store.ts';
import { messageResource, messagesPage, twilioProblem } from './texts.resource.ts';
import { judgeText } from './texts.rules.ts';
import type { Webhooks } from './webhooks.ts';

type Deps = { store: Store; webhooks: Webhooks; faults: Faults; accountSid: string; authToken: string };

const wording: Wording = {
  problem: (status) => twilioProblem(status === 429 ? 20429 : status === 401 ? 20003 : 20500, status),
  wrongType: (reply) => ({ ...reply, sid: 12345, status: ['queued'] }),
};

/** The part of Twilio's REST API we use: create, fetch and list messages. */
export function textsApi({ store, webhooks, faults, accountSid, authToken }: Deps): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const root = '/2010-04-01/Accounts/:account';
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;

  app.use(`${root}/*`, async (c, next) => {
    if (c.req.header('authorization') !== expected) return c.json(twilioProblem(20003, 401), 401, { 'www-authenticate': 'Basic realm="Twilio API"' });
    if (c.req.param('account') !== accountSid) return c.json(twilioProblem(20404, 404), 404);
    return next();
  });

  app.post(`${root}/Messages.json`, async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const wish = { to: form.get('To') ?? '', from: form.get('From') ?? '', body: form.get('Body') ?? '', statusCallback: form.get('StatusCallback') };
    return struckAnswer(c, faults, 'texts', `${wish.to} ${wish.body}`, wording, () => {
      const refusal = judgeText(store, wish);
      if (refusal) return c.json(twilioProblem(refusal, 400), 400);
      const at = new Date().toISOString();
      const sid = `SM${randomUUID().replaceAll('-', '')}`;
      const act = sellerAct('text', wish.to, store.countTo(wish.to) + 1);
      store.add({ type: 'text', sid, at, ...wish });
      const queued: TextState = { ...store.texts.get(sid)! };
      deliverText(store, webhooks, accountSid, queued, act);
      return c.json(messageResource(accountSid, queued), 201);
    });
  });

  app.get(`${root}/Messages/:file`, (c) => {
    const text = store.texts.get(c.req.param('file').replace(/\.json$/, ''));
    return text ? c.json(messageResource(accountSid, text), 200) : c.json(twilioProblem(20404, 404), 404);
  });

  app.get(`${root}/Messages.json`, (c) => {
    const { To: to, From: from, PageSize: size = '50', Page: page = '0' } = c.req.query();
    const fitting = [...store.texts.values()].filter((text) => (!to || text.to === to) && (!from || text.from === from)).reverse();
    return c.json(messagesPage(accountSid, fitting, { to, from }, clamp(page, 0, 10_000), clamp(size, 1, 1000)), 200);
  });
  return app;
}

const clamp = (given: string, least: number, most: number): number => Math.min(Math.max(Math.trunc(Number(given)) || 0, least), most);
