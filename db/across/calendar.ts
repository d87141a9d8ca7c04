import { sql } from 'drizzle-orm';
import type { Db } from '../client.ts';

export type CalendarReader = { brokerageId: string; personId: string; role: string; what: string };

/** Whose calendar an address is for, by the hash of its token; null when it is nobody's. */
export async function resolveCalendar({ orm }: Db, hash: string): Promise<CalendarReader | null> {
  const [row] = await orm.execute<{ brokerage_id: string; person_id: string; role: string; what: string }>(sql`
    select brokerage_id, person_id, role, what from resolve_calendar(${hash})`);
  return row ? { brokerageId: row.brokerage_id, personId: row.person_id, role: row.role, what: row.what } : null;
}
