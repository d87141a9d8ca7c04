export type Place = { date: string; dueAt: string };
/** A clock that runs to a later instant than it had, because people agreed so: from where to where, when, and by what. ISO instants. */
export type Extension = { from: Place; to: Place; at: string; cause: { kind: 'amendment' | 'hand'; id: string } };

type Placed = { date: string | null; dueAt: string | null; status: string; extended: Extension | null };

/**
 * What a move makes of it. Only people extend, and only what still runs; what a fact or a rule moves is nobody's agreement. Moved back to where it
 * was or before, it is extended no more.
 */
export function extendedBy(
  before: Placed,
  { date, dueAt, status }: Omit<Placed, 'extended'>,
  { at, cause }: { at: string; cause: { kind: string; id: string } | undefined },
): Extension | null {
  const from = before.extended?.from ?? placeOf(before);
  const to = placeOf({ date, dueAt });
  if (!from || !to || to.dueAt <= from.dueAt) return null;
  const runs = status === 'pending' || status === 'tolled';
  const byPeople = cause?.kind === 'amendment' || cause?.kind === 'hand';
  if (runs && byPeople && to.dueAt > before.dueAt!) return { from, to, at, cause: { kind: cause.kind as 'amendment' | 'hand', id: cause.id } };
  return before.extended && { ...before.extended, to };
}

const placeOf = ({ date, dueAt }: Pick<Placed, 'date' | 'dueAt'>): Place | null => (date !== null && dueAt !== null ? { date, dueAt } : null);

/** "extended from 2026-12-10 to 2026-12-15 by amendment 1". */
export const extensionWords = ({ from, to, amendmentNo }: Pick<Extension, 'from' | 'to'> & { amendmentNo: number | null }): string => {
  const days = from.date === to.date ? `on ${to.date}` : `from ${from.date} to ${to.date}`;
  return `extended ${days} by ${amendmentNo === null ? 'hand' : `amendment ${amendmentNo}`}`;
};
