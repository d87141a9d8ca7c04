import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { verifyStandard } from '../domain/outreach/signature.standard.ts';
import { page, when } from './docusign/pages.html.ts';
import { underOurName } from './docusign/pages.ts';
import type { Faults } from './faults.ts';
import { struckAnswer, type Wording } from './http-faults.ts';
import type { Store } from './store.ts';

const push = z.looseObject({ type: z.enum(['contact.updated', 'crm.ping']), timestamp: z.iso.datetime(), data: z.record(z.string(), z.unknown()) });
const wording: Wording = { problem: (status) => ({ message: `The CRM answers ${status}` }), wrongType: () => ['not', 'an', 'object'] };

/** A small CRM: takes signed pushes, once per id, and shows what arrived. */
export function crmReceiver({ store, faults, secret }: { store: Store; faults: Faults; secret: string }): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use('/crm/*', underOurName);

  app.post('/crm/webhook', async (c) => {
    const rawBody = await c.req.text();
    const headers = c.req.header();
    const id = headers['webhook-id'] ?? '';
    return struckAnswer(c, faults, 'crm', `push ${id}`, wording, () => {
      if (!verifyStandard({ rawBody, headers, secrets: [secret], nowUnix: Math.floor(Date.now() / 1000) }).valid)
        return c.json({ message: 'The signature does not fit' }, 403);
      const parsed = push.safeParse(jsonOf(rawBody));
      if (!parsed.success) return c.json({ message: 'Not a push that is known here' }, 400);
      store.add({ type: 'crm', id, at: new Date().toISOString(), kind: parsed.data.type, data: parsed.data.data });
      return c.json({ taken: true }, 200);
    });
  });

  app.get('/sandbox/crm', (c) => c.json({ items: [...store.crm.values()].reverse() }));

  app.get('/crm', (c) =>
    c.html(
      page(
        'CRM',
        html`<p>Changes of contacts that were pushed here, newest first. Each is signed, and a repeat of the same id changes nothing.</p>
        ${store.crm.size === 0 ? html`<p>Nothing has arrived yet: change a contact.</p>` : ''}
        <table><thead><tr><th>Arrived</th><th>Contact</th><th>Changed</th><th>Times</th></tr></thead>
        <tbody>${[...store.crm.values()]
          .reverse()
          .slice(0, 200)
          .map(
            ({ at, kind, data, times }) =>
              html`<tr><td>${when(at)}</td><td>${kind === 'crm.ping' ? 'A first word' : html`${data.name}<br><span class="facts">${listed(data.emails)} ${listed(data.phones)}</span>`}</td><td>${listed(data.changed)}</td><td>${times}</td></tr>`,
          )}</tbody></table>`,
      ),
    ),
  );
  return app;
}

const listed = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : '');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
