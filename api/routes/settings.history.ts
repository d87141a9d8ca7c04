import { z } from '@hono/zod-openapi';
import { listSettingsHistory, type SettingsHistoryRow } from '../../db/queries/settings-history.ts';
import { router, tenantTx } from '../context.ts';
import { json, operation } from '../operation.ts';
import { pageOf, pageQuery, readCursor, toPage } from '../pages.ts';
import { instantSchema, iso } from '../schemas.ts';

export const settingsHistoryRoutes = router();

const entrySchema = z
  .object({
    at: instantSchema,
    by: z
      .object({ personId: z.uuid().nullable(), name: z.string(), key: z.string().nullable().openapi({ description: 'The key they used; null for a session' }) })
      .openapi({ description: '`name` is that of a process of ours where no person did it' }),
    reason: z.string().nullable(),
    changes: z.array(z.object({ setting: z.string(), prior: z.unknown(), next: z.unknown() })),
  })
  .openapi('SettingsHistoryEntry');

settingsHistoryRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/settings/history',
    summary: 'Who changed which setting, newest first',
    tags: ['settings'],
    scope: 'settings:read',
    request: { query: pageQuery },
    responses: { 200: json(pageOf(entrySchema), 'One page') },
  }),
  async (c) => {
    const { limit, cursor } = c.req.valid('query');
    const rows = await tenantTx(c, (tx) => listSettingsHistory(tx, { after: readCursor(cursor, z.int().min(0)), limit: limit + 1 }));
    const page = toPage(rows, limit, ({ seq }) => seq);
    return c.json({ items: page.items.map(toEntry), nextCursor: page.nextCursor }, 200);
  },
);

type Payload = { reason?: string; changes?: Record<string, { prior: unknown; next: unknown }> };

function toEntry({ at, type, actor, personId, personName, keyName, payload }: SettingsHistoryRow): z.infer<typeof entrySchema> {
  const { reason = null, changes = {} } = payload as Payload;
  const stopped = { 'Sending.Stopped': true, 'Sending.Resumed': false }[type];
  return {
    at: iso(at),
    by: { personId, name: personName ?? actor.id, key: keyName },
    reason,
    changes: [
      // As the database keeps it, their order means nothing.
      ...Object.entries(changes)
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([setting, { prior, next }]) => ({ setting, prior, next })),
      ...(stopped === undefined ? [] : [{ setting: 'sendingStopped', prior: !stopped, next: stopped }]),
    ],
  };
}
