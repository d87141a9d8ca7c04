import { z } from 'zod';
import { resolveWebhookEndpoint } from '../db/across/webhooks.ts';
import { type OutboxFact, outboxFacts } from '../db/queries/outbox.ts';
import { inTenant } from '../db/tenant.ts';
import type { ApiDeps } from './context.ts';
import { refuse } from './errors.ts';

const attachment = z.object({ name: z.string(), mime: z.string(), bytes: z.number() });
const sandboxMessage = z.object({
  id: z.string(),
  kind: z.enum(['email', 'text']),
  direction: z.enum(['sent', 'received']),
  at: z.string(),
  from: z.string(),
  to: z.string(),
  messageId: z.string().optional(),
  subject: z.string().nullish(),
  preview: z.string().optional(),
  body: z.string().optional(),
  status: z.string().optional(),
  attachments: z.array(attachment).default([]),
});
const messagePage = z.object({ items: z.array(sandboxMessage), total: z.number(), before: z.number().nullable() });
const mailDetail = sandboxMessage
  .omit({ kind: true, direction: true })
  .extend({ html: z.string().nullable(), text: z.string().nullable(), headers: z.array(z.object({ name: z.string(), value: z.string() })) });
const endpoints = z.object({ items: z.array(z.object({ provider: z.string(), address: z.string(), url: z.string() })) });

/** A message as the outbox shows it: what arrived, and what our own books know of it. */
export type OutboxMessage = Omit<z.output<typeof sandboxMessage>, 'at'> & { at: string; step: string | null; class: string | null; dealNo: number | null };
export type OutboxMail = z.output<typeof mailDetail>;
export type Answer = { channel: 'email' | 'text'; address: string; body: string; subject?: string | undefined; inReplyTo?: string | undefined };

/** The sandbox of this instance over HTTP; without one, every question is answered with that. */
export function sandboxOf({ config, db }: Pick<ApiDeps, 'config' | 'db'>) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    // By number: the name may lead to another address family, where the sandbox does not listen.
    if (!config.sandboxUrl) throw refuse('no-sandbox');
    const url = `${config.sandboxUrl.replace('//localhost', '//127.0.0.1')}/sandbox/${path}`;
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (!answer || answer.status >= 500) throw refuse('sandbox-unavailable');
    return answer;
  };
  const read = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => {
    const answer = await ask(path);
    if (answer.status === 404) throw refuse('not-found', 'The sandbox has no such message.');
    return schema.parse(await answer.json());
  };

  return {
    async messages({
      limit,
      before,
    }: {
      limit: number;
      before?: number | undefined;
    }): Promise<{ items: OutboxMessage[]; before: number | null; total: number }> {
      const page = await read(`messages?limit=${limit}${before === undefined ? '' : `&before=${before}`}`, messagePage);
      const facts = await factsOf(db, await read('endpoints', endpoints), page.items.map(providerId));
      const items = page.items.map((item): OutboxMessage => {
        const fact = facts.get(providerId(item));
        return { ...item, at: fact?.at.toISOString() ?? item.at, step: fact?.step ?? null, class: fact?.class ?? null, dealNo: fact?.dealNo ?? null };
      });
      return { items, before: page.before, total: page.total };
    },
    mail: (id: string): Promise<OutboxMail> => read(`mails/${encodeURIComponent(id)}`, mailDetail),
    async attachment(id: string, at: number): Promise<Response> {
      const answer = await ask(`mails/${encodeURIComponent(id)}/attachments/${at}`);
      if (answer.status === 404) throw refuse('not-found', 'The sandbox has no such attachment.');
      return answer;
    },
    async answer(wish: Answer): Promise<{ id: string; heard: boolean }> {
      const answer = await ask('reply', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wish) });
      if (answer.status === 404) throw refuse('nothing-to-answer');
      if (!answer.ok) throw refuse('invalid-request');
      return z.object({ id: z.string(), heard: z.boolean() }).parse(await answer.json());
    },
  };
}

/** The id under which the send ledger or the inbox knows it. */
const providerId = ({ kind, direction, id, messageId }: z.output<typeof sandboxMessage>): string =>
  kind === 'email' && direction === 'sent' ? (messageId ?? id) : id;

/** Asked of every brokerage that has an address in the sandbox. */
async function factsOf(db: ApiDeps['db'], { items }: z.output<typeof endpoints>, providerIds: string[]): Promise<Map<string, OutboxFact>> {
  const tokens = items.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));
  const found = await Promise.all(tokens.map((token) => resolveWebhookEndpoint(db, token)));
  const brokerageIds = new Set(found.flatMap((endpoint) => (endpoint ? [endpoint.brokerageId] : [])));
  const facts = await Promise.all([...brokerageIds].map((brokerageId) => inTenant(db, brokerageId, (tx) => outboxFacts(tx, { providerIds }))));
  return new Map(facts.flatMap((some) => [...some]));
}
