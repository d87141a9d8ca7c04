import { type SQL, sql } from 'drizzle-orm';
import { complianceConsumer, complianceEvents } from '../domain/compliance/listens.ts';

/** An event `e` past the position of the compliance consumer that it has still to take in; what a person gave up for it is dealt with. */
export const heldUpCompliance = (position: SQL): SQL =>
  sql`e.type = any(${sql.raw(`array['${complianceEvents.join("','")}']`)}) and (e.position is null or e.position > ${position})
    and not exists (select 1 from parked_events p
      where p.brokerage_id = e.brokerage_id and p.event_id = e.event_id and p.consumer = ${complianceConsumer} and p.status = 'discarded')`;
