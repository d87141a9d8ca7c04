import { z } from '@hono/zod-openapi';
import type { Tx } from '../../db/client.ts';
import { businessNow } from '../../db/clock.ts';
import { followUpsOf, stoppedSince } from '../../db/queries/outlook.ts';
import { type LoadedEnrolment, listAddresses } from '../../db/queries/outreach-facts.ts';
import { listSends } from '../../db/queries/sends.ts';
import type { Plan } from '../../domain/outreach/course.ts';
import { locate } from '../../domain/outreach/locate.ts';
import { stepsAhead } from '../../domain/outreach/outlook.ts';
import { stepWords } from '../../domain/outreach/words.ts';
import { router, tenantTx } from '../context.ts';
import { dealOf } from '../deal-of.ts';
import { enrolmentSchema, toEnrolment } from '../enrolments.view.ts';
import { json, operation } from '../operation.ts';
import { instantSchema, iso, isoOrNull, noParam } from '../schemas.ts';

/** What goes out about a deal by itself: what went, what comes next, when, and by whose clock. */
export const automationRoutes = router();

const stepSchema = z.object({
  step: z.string(),
  kind: z.string(),
  what: z.string(),
  at: instantSchema.nullable().openapi({ description: 'Null for at once' }),
  words: z.string().nullable().openapi({ description: 'The same where the recipient is', example: 'Mon 23 Nov 10:00 in Nashville' }),
});
const sentSchema = z.object({
  id: z.uuid(),
  channel: z.string(),
  status: z.string(),
  step: z.string(),
  what: z.string(),
  address: z.string(),
  subject: z.string().nullable(),
  body: z.string().nullable(),
  problem: z.string().nullable(),
  claimedAt: instantSchema,
  settledAt: instantSchema.nullable(),
});
const followUpSchema = enrolmentSchema
  .extend({
    contact: z.string().nullable(),
    zone: z.string().openapi({ description: 'By whose clock it is planned' }),
    place: z.string(),
    zoneBasis: z
      .enum(['address', 'stated', 'prefix', 'disagree', 'nothing'])
      .openapi({ description: 'What the zone rests on; `nothing` is the brokerage’s own' }),
    next: z.array(stepSchema).openapi({ description: 'As planned if nothing holds it up, to the first decision; empty once it has ended' }),
    sends: z.array(sentSchema),
  })
  .openapi('FollowUp');

automationRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/deals/{no}/automation',
    summary: 'What follow-ups sent about a deal, and what they send next, when and by whose clock',
    tags: ['outreach'],
    scope: 'outreach:read',
    request: { params: noParam },
    responses: { 200: json(z.object({ sendingStoppedAt: instantSchema.nullable(), followUps: z.array(followUpSchema) }), 'Those that go on first') },
  }),
  async (c) => {
    const { leadId } = await dealOf(c, c.req.valid('param').no);
    return tenantTx(c, async (tx) => {
      const followUps = [];
      for (const loaded of await followUpsOf(tx, { leadId, limit: 20 })) followUps.push(await toFollowUp(tx, loaded));
      return c.json({ sendingStoppedAt: isoOrNull(await stoppedSince(tx, {})), followUps }, 200);
    });
  },
);

async function toFollowUp(tx: Tx, loaded: LoadedEnrolment): Promise<z.infer<typeof followUpSchema>> {
  const { enrolment, definition, contact } = loaded;
  const where = await locate(loaded, contact ? await listAddresses(tx, { contactId: contact.id }) : []);
  const goesOn = enrolment.status === 'open' && !enrolment.stopReason;
  const sent = await listSends(tx, { enrolmentId: enrolment.id, limit: 50 });
  const what = (id: string): string => {
    const step = definition.steps.find((one) => one.id === id);
    return step ? stepWords(step) : id;
  };
  return {
    ...toEnrolment(enrolment),
    contact: contact?.displayName ?? null,
    ...{ zone: where.zone, place: where.place, zoneBasis: where.basis },
    next: goesOn ? stepsAhead(definition, enrolment.plan as Plan, { now: await businessNow(tx), where }) : [],
    sends: sent.map(({ id, channel, status, step, address, subject, body, problem, claimedAt, settledAt }) => ({
      ...{ id, channel, status, step, what: what(step), address, subject, body },
      problem: (problem as { message?: string } | null)?.message ?? null,
      ...{ claimedAt: iso(claimedAt), settledAt: isoOrNull(settledAt) },
    })),
  };
}
