/** The order in which documents are looked at. Pure. */
export type Waiting = { id: string; dealNo: number };

/** File by file, whichever file waits longest first; `waiting` comes with whoever waits longest first. */
export function byFile<T extends Waiting>(waiting: readonly T[]): T[] {
  const files = new Map<number, T[]>();
  for (const each of waiting) files.set(each.dealNo, [...(files.get(each.dealNo) ?? []), each]);
  return [...files.values()].flat();
}

/** What comes after `current`, round to the start; null when nothing else waits. With `file`, the first of another file. */
export function after<T extends Waiting>(queue: readonly T[], current: Waiting | null, { file = false } = {}): T | null {
  const at = queue.findIndex(({ id }) => id === current?.id);
  // What was decided has left the queue: its file goes on, if anything of it waits.
  const from =
    at >= 0
      ? at + 1
      : Math.max(
          0,
          queue.findIndex(({ dealNo }) => dealNo === current?.dealNo),
        );
  const round = [...queue.slice(from), ...queue.slice(0, from)];
  return round.find(({ id, dealNo }) => id !== current?.id && (!file || dealNo !== current?.dealNo)) ?? null;
}
