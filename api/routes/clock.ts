import { z } from '@hono/zod-openapi';
import { askMove, readClock, readLastMove } from '../../db/across/clock-moves.ts';
import { countEventsByDay, type DayCount } from '../../db/queries/events.ts';
import { happeningKinds, happeningOf, happeningWords } from '../../domain/events/happenings.ts';
import { mayDo } from '../access.ts';
import { type Caller, router, tenantTx } from '../context.ts';
import { refuse } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { instantSchema } from '../schemas.ts';

export const clockRoutes = router();

const moveSchema = z.object({
  from: instantSchema.nullable().openapi({ description: 'null until it began' }),
  to: instantSchema.nullable().openapi({ description: 'null while the command line moves it' }),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  reachedAt: instantSchema.nullable().openapi({ description: 'Where everybody stands' }),
  doing: z.string().nullable().openapi({ description: 'What is being waited for, in words' }),
  problem: z.object({ cause: z.string(), nextStep: z.string() }).nullable(),
});
const clockSchema = z
  .object({
    businessNow: instantSchema,
    offsetMs: z.int().openapi({ description: 'How far it is ahead of the real time; 0 in production' }),
    embedded: z.boolean().openapi({ description: 'Whether this instance can let time go by' }),
    moving: moveSchema.nullable(),
    last: moveSchema.nullable().openapi({ description: 'What became of the last move, while none is under way' }),
  })
  .openapi('Clock');

clockRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/clock',
    summary: 'What time it is for the business, and whether it is being moved',
    tags: ['clock'],
    scope: 'any',
    responses: { 200: json(clockSchema, 'The clock') },
  }),
  async (c) => c.json((await readClock(c.var.deps.db.orm)) as z.infer<typeof clockSchema>, 200),
);

const happenedSchema = z
  .object({
    from: instantSchema.nullable(),
    to: instantSchema.nullable(),
    days: z.array(
      z.object({ date: z.iso.date(), happened: z.array(z.object({ kind: z.string(), times: z.int(), words: z.string().openapi({ example: '3 replies' }) })) }),
    ),
  })
  .openapi('Happened');

clockRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/clock/happened',
    summary: 'What happened at the brokerage in the last move of the clock, day by day; so far, while it moves',
    description: 'Days are those of the zone of the brokerage; a day on which nothing happened is left out.',
    tags: ['clock'],
    scope: 'any',
    responses: { 200: json(happenedSchema, 'By day; empty before the first move') },
  }),
  async (c) => {
    const move = await readLastMove(c.var.deps.db.orm);
    if (!move) return c.json({ from: null, to: null, days: [] }, 200);
    const rows = await tenantTx(c, (tx) => countEventsByDay(tx, { afterPosition: move.fromPosition, until: new Date(move.to) }));
    return c.json({ from: move.from, to: move.to, days: toDays(rows) }, 200);
  },
);

/** Events of a day as what people call them, in the order of the journey. */
function toDays(rows: readonly DayCount[]): z.infer<typeof happenedSchema>['days'] {
  const days = Map.groupBy(rows, ({ date }) => date);
  return [...days].flatMap(([date, ofDay]) => {
    const times = new Map<string, number>();
    for (const row of ofDay) {
      const kind = happeningOf(row);
      if (kind) times.set(kind, (times.get(kind) ?? 0) + row.times);
    }
    const happened = happeningKinds.flatMap((kind) =>
      times.has(kind) ? [{ kind, times: times.get(kind)!, words: happeningWords(kind, times.get(kind)!) }] : [],
    );
    return happened.length > 0 ? [{ date, happened }] : [];
  });
}

const dayMs = 86_400_000;
const mostDays = 366;
const forwardBody = z
  .strictObject({ days: z.number().positive().max(mostDays).optional(), until: z.iso.datetime().optional() })
  .refine(({ days, until }) => (days === undefined) !== (until === undefined), { error: 'name days or an instant, one of them', path: ['days'] });

clockRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/clock/forward',
    summary: 'Let time go by on an embedded instance, everyone in step',
    description: 'For brokers, coordinators and engineers. Poll GET /v1/clock until `moving` is null.',
    tags: ['clock'],
    scope: 'any',
    acts: true,
    request: { body: jsonBody(forwardBody) },
    responses: { 202: { ...json(clockSchema, 'Asked for'), headers: { Location: { schema: { type: 'string' as const } } } } },
  }),
  (c) => {
    if (!mayMove(c.var.caller)) throw refuse('not-allowed', `The role ${c.var.caller.role} or this key may not move the clock.`);
    const { days, until } = c.req.valid('json');
    return act(c, {}, async ({ tx, now, event }) => {
      const clock = await readClock(tx);
      if (!clock.embedded) throw refuse('clock-fixed');
      if (clock.moving) throw refuse('clock-moving');
      const to = days === undefined ? new Date(until!) : new Date(now.getTime() + days * dayMs);
      const span = (to.getTime() - now.getTime()) / dayMs;
      if (!(span > 0)) throw refuse('not-later', `It is ${now.toISOString()} already.`);
      if (span > mostDays) throw refuse('too-far', `${to.toISOString()} is ${Math.round(span)} days away.`);
      if (!(await askMove(tx, to))) throw refuse('clock-moving');
      await event('Clock.MoveAsked', { to: to.toISOString() });
      return c.json((await readClock(tx)) as z.infer<typeof clockSchema>, 202, { Location: '/v1/clock' });
    });
  },
);

/** Who works with the instance as a whole, by a key that may write. */
const mayMove = (caller: Caller): boolean =>
  ['broker', 'coordinator', 'engineer'].includes(caller.role) && (mayDo(caller, 'tasks:write') || mayDo(caller, 'events:write'));
