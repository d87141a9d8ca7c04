import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { resolveCalendar } from '../../db/across/calendar.ts';
import { businessNow } from '../../db/clock.ts';
import { changeSubject } from '../../db/events.ts';
import { type CalendarFeed, endCalendarFeed, findCalendarFeed, makeCalendarFeed, noteCalendarRead } from '../../db/queries/calendar.feeds.ts';
import { listCalendar } from '../../db/queries/calendar.ts';
import { readBrokerage } from '../../db/queries/me.ts';
import { inTenant } from '../../db/tenant.ts';
import { type CalendarOf, calendarKinds } from '../../domain/closing/calendar.ts';
import { roleMay } from '../access.ts';
import { hashKey } from '../auth.ts';
import { calendarText } from '../calendar.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { problem, refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { instantSchema, iso, isoOrNull } from '../schemas.ts';

export const calendarRoutes = router();

const feedSchema = z.object({ what: z.enum(calendarKinds), madeAt: instantSchema, readAt: instantSchema.nullable() }).openapi('CalendarFeed');

calendarRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/me/calendar',
    summary: 'Your calendar address, without the address itself',
    tags: ['session'],
    scope: 'closing:read',
    responses: { 200: json(z.object({ feed: feedSchema.nullable() }), 'What it shows, since when, and when a program last read it (to the hour)') },
  }),
  async (c) => {
    const feed = await tenantTx(c, (tx) => findCalendarFeed(tx, c.var.caller));
    return c.json({ feed: feed && toFeed(feed) }, 200);
  },
);

calendarRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/me/calendar',
    summary: 'Make an address for your calendar program; the one before ends',
    description: 'Whoever has the address reads the dates, so it is shown this once. It ends with your access to the brokerage.',
    tags: ['session'],
    scope: 'closing:read',
    acts: true,
    request: { body: jsonBody(z.strictObject({ what: z.enum(calendarKinds).default('key-dates') })) },
    responses: { 201: { ...json(feedSchema.extend({ url: z.url() }), 'The address'), headers: located } },
  }),
  (c) => {
    // A key that may read would give itself an address that outlives it.
    if (!c.var.session) throw refuse('session-needed');
    return act(c, { secret: true }, async (change) => {
      const token = randomBytes(24).toString('base64url');
      const feed = await makeCalendarFeed(change, { personId: c.var.caller.personId, what: c.req.valid('json').what, hash: hashKey(token) });
      return c.json({ ...toFeed(feed), url: `${c.var.deps.config.publicUrl}/calendar/${token}.ics` }, 201, { Location: '/v1/me/calendar' });
    });
  },
);

calendarRoutes.openapi(
  operation({
    method: 'delete',
    path: '/v1/me/calendar',
    summary: 'End your calendar address',
    tags: ['session'],
    scope: 'closing:read',
    responses: { 204: { description: 'There is none any more' } },
  }),
  async (c) => {
    const { caller, deps, requestId } = c.var;
    const options = { brokerageId: caller.brokerageId, subject: { kind: 'brokerage', id: caller.brokerageId } as const, actor: actorOf(c), source: 'api' };
    await changeSubject(deps.db, { ...options, correlationId: requestId }, (change) => endCalendarFeed(change, caller));
    return c.body(null, 204);
  },
);

// What calendar programs ask for: they send no key and no cookie, so the address alone says whose it is. No part of the contract for callers.
calendarRoutes.get('/calendar/:file', async (c) => {
  const { db, config } = c.var.deps;
  const [, token] = /^([\w-]{32})\.ics$/.exec(c.req.param('file')) ?? [];
  const reader = token ? await resolveCalendar(db, hashKey(token)) : null;
  if (!reader || !roleMay(reader.role, 'closing:read'))
    return problem(c, 'not-found', 'There is no calendar at this address.', 'Make a new address in Keyturn under “Your account”.');
  const text = await inTenant(db, reader.brokerageId, async (tx) => {
    const now = await businessNow(tx);
    await noteCalendarRead(tx, { personId: reader.personId, at: now });
    const name = (await readBrokerage(tx))?.name ?? 'Keyturn';
    return calendarText(
      `${name}: ${reader.what === 'closings' ? 'closings' : 'key dates'}`,
      config.publicUrl,
      await listCalendar(tx, { what: reader.what as CalendarOf, now }),
    );
  });
  const etag = `"${hashKey(text).slice(0, 32)}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, max-age=300' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(text, 200, { ...headers, 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="keyturn.ics"' });
});

const toFeed = ({ what, madeAt, readAt }: CalendarFeed): z.infer<typeof feedSchema> => ({
  what: what as CalendarOf,
  madeAt: iso(madeAt),
  readAt: isoOrNull(readAt),
});
