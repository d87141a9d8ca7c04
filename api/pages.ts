import { z } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import { refuse } from './errors.ts';

/** Query of every list: `request: { query: pageQuery }`, or `pageQuery.extend({ … })` with filters. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ description: 'Rows per page' }),
  cursor: z.string().max(500).optional().openapi({ description: 'The `nextCursor` of the page before' }),
});

/** Schema of a page: `{ items, nextCursor }`. */
export const pageOf = <T extends ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/**
 * Cuts a page out of `limit + 1` rows and makes the cursor of the next one from the sort values of its last row.
 * Sort by values that do not change and end with a unique one: then rows that come or go neither repeat nor hide others.
 */
export function toPage<T, R = T>(
  rows: T[],
  limit: number,
  sortValues: (last: T) => unknown,
  map: (row: T) => R = (row) => row as unknown as R,
): { items: R[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(map), nextCursor: rows.length > limit && last ? Buffer.from(JSON.stringify(sortValues(last))).toString('base64url') : null };
}

/** The sort values inside a cursor, or undefined for the first page. */
export function readCursor<T>(cursor: string | undefined, schema: ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw refuse('bad-cursor');
  }
}
