import { and, asc, eq, inArray } from 'drizzle-orm';
import { clocksKnown } from '../../domain/closing/clocks-known.ts';
import type { Extension, Place } from '../../domain/closing/extension.ts';
import type { Tx } from '../client.ts';
import type { ByHand, DeadlineRow } from '../deadline-rows.ts';
import { events } from '../schema/index.ts';
import { type Amendment, listAmendments } from './contracts.ts';

/** More time for a clock, as people read it: the amendment, or the person's reason and proof, shows that it was agreed. */
export type ShownExtension = {
  from: Place;
  to: Place;
  at: string;
  by: string;
  cause: 'amendment' | 'hand';
  amendmentNo: number | null;
  reason: string | null;
  proof: string | null;
};

const heard = ['Contract.Recorded', 'Deadline.Opened', 'Deadline.Moved', 'Deadline.Settled'];

/** Which of these clocks of one deal run longer than they did because people agreed so, by their names. Read from what moved them; nothing is kept twice. */
export async function listExtensions(tx: Tx, { rows }: { rows: readonly DeadlineRow[] }): Promise<Map<string, ShownExtension>> {
  const dealId = rows[0]?.dealId;
  if (!dealId) return new Map();
  const log = await tx
    .select({ type: events.type, occurredAt: events.occurredAt, payload: events.payload })
    .from(events)
    .where(and(eq(events.brokerageId, tx.brokerageId), eq(events.subjectKind, 'deal'), eq(events.subjectId, dealId), inArray(events.type, heard)))
    .orderBy(asc(events.seq));
  const known = new Map(clocksKnown(log).flatMap(({ clock, extended }) => (extended ? [[clock, extended] as const] : [])));
  if (known.size === 0) return new Map();
  const amendments = await listAmendments(tx, { dealId });
  return new Map(
    rows.flatMap((row) => {
      const extended = known.get(row.clock);
      return extended ? [[row.clock, shown(extended, row, amendments)] as const] : [];
    }),
  );
}

function shown({ cause, ...extension }: Extension, { byHand }: DeadlineRow, amendments: readonly Amendment[]): ShownExtension {
  if (cause.kind === 'hand') {
    const { at, reason = null, proof = null } = (byHand ?? {}) as Partial<ByHand>;
    const same = at === extension.at;
    return { ...extension, by: cause.id, cause: 'hand', amendmentNo: null, reason: same ? reason : null, proof: same ? proof : null };
  }
  const amendment = amendments.find(({ id }) => id === cause.id);
  const { amendmentNo = null, reason = null, by = 'unknown' } = amendment ?? {};
  return { ...extension, by, cause: 'amendment', amendmentNo, reason, proof: null };
}
