import { Temporal } from 'temporal-polyfill';
import type { Due } from './row.ts';
import type { DealFacts } from './schemas.ts';

/** The date a document is due where the deal's own dates say it plainly; null where it hangs on an event the contract does not date, or on business days, which the deadline rules count. */
export function dueOn(due: readonly Due[], { contractDate, closingDate }: DealFacts): string | null {
  const dates = due.flatMap(({ anchor, relation, offset }) => {
    const day = anchor === 'contract' ? contractDate : anchor === 'closing' ? closingDate : null;
    if (!day || relation === 'until') return [];
    if (relation === 'at' || relation === 'before') return [day];
    if (!offset || 'blank' in offset || offset.unit !== 'calendar') return [];
    const from = Temporal.PlainDate.from(day);
    return [(relation === 'within' ? from.add({ days: offset.count }) : from.subtract({ days: offset.count })).toString()];
  });
  return dates.toSorted()[0] ?? null;
}
