import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Tx } from '../../db/client.ts';
import { type Change, lockSubject } from '../../db/events.ts';
import { changeWishes, dealSettings, openDeal } from '../../db/queries/closing.ts';
import { findLeadByNo, listDealEvents, listDealViews, readDealView } from '../../db/queries/closing.view.ts';
import { listDeadlines } from '../../db/queries/deadlines.ts';
import { factsNotTakenIn, nextShowing, readFileEvents, readHealth, reopenedAt } from '../../db/queries/file.view.ts';
import { factsGivenUp } from '../../db/queries/file-gate.ts';
import { addLead, type LeadRef } from '../../db/queries/lead-by-hand.ts';
import { fileEventTypes } from '../../domain/closing/file-events.ts';
import { fileKnown } from '../../domain/closing/file-known.ts';
import { fileTimeline } from '../../domain/closing/file-timeline.ts';
import { withOwnTitles } from '../../domain/compliance/custom.ts';
import { dayIn } from '../../domain/offers/expiry.ts';
import { Wishes } from '../../domain/offers/schemas.ts';
import { PropertyInput } from '../../domain/sourcing/property.schemas.ts';
import { readProperty } from '../../domain/sourcing/property.ts';
import { instantOf } from '../../domain/time/zoned.ts';
import { explainQuery, statusQuery, timelineQuery } from '../../workflows/closing/messages.ts';
import { router, tenantTx } from '../context.ts';
import { dealViewOf } from '../deal-of.ts';
import {
  dealSchema,
  explainRow,
  givenUpSchema,
  givenUpWords,
  healthSchema,
  knownSchema,
  sides,
  stages,
  timelineOf,
  timelineSchema,
  toDeal,
} from '../deals.view.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, located, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { askRun } from '../runs.ts';
import { iso, noParam } from '../schemas.ts';

export const dealRoutes = router();

const dayOrInstant = z.union([z.iso.date(), z.iso.datetime()], { error: 'is to be a date such as 2026-12-10, or an instant' });
type File = Awaited<ReturnType<typeof readFileEvents>>;
/** An instant not after now; a day stands for its end where the property is. */
function asOfIn({ now, zone }: Pick<File, 'now' | 'zone'>, asOf: string | undefined): string {
  const at = asOf === undefined ? now : asOf.length === 10 ? instantOf(asOf, 24 * 60 - 1, zone) : new Date(asOf);
  return iso(at < now ? at : now);
}

const newDeal = z
  .strictObject({ leadNo: z.int().min(1).max(2_147_483_647).optional(), property: PropertyInput.optional(), side: z.enum(sides), wishes: Wishes.optional() })
  .refine(({ leadNo, property }) => (leadNo === undefined) !== (property === undefined), { error: 'name a lead or a property, one of them', path: ['leadNo'] });

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals',
    summary: 'Deals, newest number first',
    tags: ['deals'],
    scope: 'closing:read',
    request: { query: pageQuery.extend({ stage: z.enum(stages).optional(), side: z.enum(sides).optional(), open: z.enum(['true', 'false']).optional() }) },
    responses: { 200: json(pageOf(dealSchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor, open, ...filter } = c.req.valid('query');
    const before = readCursor(cursor, z.int());
    const rows = await tenantTx(c, (tx) => listDealViews(tx, { ...filter, open: open === undefined ? undefined : open === 'true', before, limit: limit + 1 }));
    const page = toPage(rows, limit, ({ deal }) => deal.dealNo);
    return c.json({ items: page.items.map(toDeal), nextCursor: page.nextCursor }, 200);
  },
);

dealRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals',
    summary: 'Open a deal for a lead or a property and a side, or find the one that is open',
    description: 'A property that is no lead yet becomes one; one that is known is found by its parcel number or address.',
    tags: ['deals'],
    scope: 'closing:write',
    acts: true,
    request: { body: jsonBody(newDeal) },
    responses: {
      201: { ...json(dealSchema, 'Opened; its run starts'), headers: located },
      200: { ...json(dealSchema, 'It was open already'), headers: located },
    },
  }),
  async (c) => {
    const { leadNo, property, side, wishes = {} } = c.req.valid('json');
    const dealId = randomUUID();
    return act(c, { subject: { kind: 'deal', id: dealId } }, async (change) => {
      const lead = property ? await leadOf(change, property) : found(await findLeadByNo(change.tx, { leadNo: leadNo! }), 'lead', leadNo!);
      // Two who open a deal for one lead at the same time get the same one.
      await lockSubject(change.tx, { kind: 'lead', id: lead.id });
      const deal = await openDeal(change, { dealId, leadId: lead.id, side, openedBy: 'person', wishes });
      const view = toDeal((await readDealView(change.tx, { dealNo: deal.dealNo }))!);
      const location = { Location: `/v1/deals/${deal.dealNo}` };
      return deal.id === dealId ? c.json(view, 201, location) : c.json(view, 200, location);
    });
  },
);

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}',
    summary: 'One deal',
    tags: ['deals'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(dealSchema, 'The deal') },
  }),
  async (c) => c.json(toDeal(await dealViewOf(c, c.req.valid('param').no)), 200),
);

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/timeline',
    summary: 'Past, now and computed future on one line, or the file as it was known at an earlier instant',
    tags: ['deals'],
    scope: 'closing:read',
    request: {
      params: noParam,
      query: z.object({ asOf: dayOrInstant.optional() }),
    },
    responses: { 200: json(timelineSchema, 'The timeline') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    const { asOf } = c.req.valid('query');
    const file = await tenantTx(c, (tx) => readFileEvents(tx, { dealId: deal.id }));
    const { zone } = file;
    if (asOf !== undefined || file.contract || deal.side === 'listing')
      return c.json({ source: 'events' as const, zone, items: fileTimeline(file.events, asOfIn(file, asOf), file.titles) }, 200);
    const told = await askRun(c, deal.workflowId, timelineQuery);
    if (told) return c.json({ source: 'run' as const, zone, items: told }, 200);
    const items = timelineOf(await tenantTx(c, (tx) => listDealEvents(tx, { dealId: deal.id })));
    return c.json({ source: 'events' as const, zone, items }, 200);
  },
);

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/as-of',
    summary: 'The file as it was known at an instant, or at the end of a day: stage, contract, deadlines, facts',
    description: 'From the events until then: whatever was recorded, amended or corrected later does not show.',
    tags: ['deals'],
    scope: 'closing:read',
    request: { params: noParam, query: z.object({ asOf: dayOrInstant }) },
    responses: { 200: json(knownSchema, 'As it was known') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    const [file, rows] = await tenantTx(
      c,
      async (tx) => [await readFileEvents(tx, { dealId: deal.id }), await listDeadlines(tx, { dealId: deal.id })] as const,
    );
    const at = asOfIn(file, c.req.valid('query').asOf);
    const { clocks, ...known } = fileKnown(file.events, at);
    const titles = new Map(rows.map(({ clock, title }) => [clock, title]));
    const deadlines = clocks.map(({ deadlineId, ...clock }) => ({
      ...{ ...clock, title: file.titles.get(deadlineId ?? '') ?? titles.get(clock.clock) ?? clock.clock.replaceAll('-', ' ') },
    }));
    return c.json({ dealNo: deal.dealNo, asOf: at, zone: file.zone, ...known, deadlines }, 200);
  },
);

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/health',
    summary: 'How the file stands, with each risk, its owner and the next step; derived, never set by hand',
    tags: ['deals'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: { 200: json(healthSchema, 'Health and risks, worst first') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    return c.json({ dealNo: deal.dealNo, ...(await tenantTx(c, (tx) => readHealth(tx, { dealId: deal.id }))) }, 200);
  },
);

dealRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/explain',
    summary: 'Why it waits, and what comes next',
    tags: ['deals'],
    scope: 'closing:read',
    request: { params: noParam },
    responses: {
      200: json(
        z.object({
          dealNo: z.int(),
          explanation: z.string(),
          notTakenIn: z.array(z.string()).openapi({ description: 'Facts that are recorded and that the run has not looked at yet' }),
          givenUp: z.array(givenUpSchema).openapi({ description: 'Facts that the checklist does without, because a person discarded them as parked events' }),
        }),
        'In plain words',
      ),
    },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    const [told, status] = [await askRun(c, deal.workflowId, explainQuery), await askRun(c, deal.workflowId, statusQuery)];
    // What is committed and not yet taken in by the run, by name: the answer above does not count it.
    const late = deal.closedAt || !status ? [] : await tenantTx(c, (tx) => factsBehind(tx, deal.id, status.takenIn));
    const showing = deal.closedAt ? null : await tenantTx(c, (tx) => nextShowing(tx, { dealId: deal.id }));
    const own = told?.includes('own-') ? await tenantTx(c, (tx) => listDeadlines(tx, { dealId: deal.id })) : [];
    const said = told && withOwnTitles(told, new Map(own.map(({ clock, title }) => [clock, title])));
    const givenUp = await tenantTx(c, (tx) => factsGivenUp(tx, { dealId: deal.id }));
    const explanation = [
      said ?? explainRow(deal),
      ...(showing ? [`next: ${showing}`] : []),
      ...givenUp.map(givenUpWords),
      ...(late.length > 0 ? [`not yet taken in: ${late.join(', ')}`] : []),
    ].join('; ');
    return c.json({ dealNo: deal.dealNo, explanation, notTakenIn: late, givenUp: givenUp.map((one) => ({ ...one, at: iso(one.at) })) }, 200);
  },
);

dealRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/deals/{no}/wishes',
    summary: 'What the seller wishes; replaces what was known',
    tags: ['deals'],
    scope: 'closing:write',
    acts: true,
    request: { params: noParam, body: jsonBody(Wishes) },
    responses: { 200: json(dealSchema, 'The deal with its wishes; ask for a new offer to use them') },
  }),
  async (c) => {
    const { deal } = await dealViewOf(c, c.req.valid('param').no);
    return act(c, { subject: { kind: 'deal', id: deal.id } }, async (change) => {
      await changeWishes(change, { dealId: deal.id, wishes: c.req.valid('json') });
      return c.json(toDeal((await readDealView(change.tx, { dealNo: deal.dealNo }))!), 200);
    });
  },
);

const factsBehind = async (tx: Tx, dealId: string, takenIn: number): Promise<string[]> =>
  factsNotTakenIn(tx, { dealId, position: Math.max(takenIn, await reopenedAt(tx, { dealId })), types: fileEventTypes });

/** The brokerage is locked, so that two who enter one property at the same time make one lead of it. */
async function leadOf(change: Change, property: PropertyInput): Promise<LeadRef> {
  const { tx, now } = change;
  await lockSubject(tx, { kind: 'brokerage', id: tx.brokerageId });
  const { zone } = await dealSettings(tx, {});
  const today = dayIn(now, zone);
  return addLead(change, { line: readProperty(property, today), today });
}
