import { type RefObject, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';

export type KeyBinding = { key: string; what: string; run: () => void };

/** What is bound now, for the help; newest first, so that a screen's keys stand before the application's. */
let bindings: { list: readonly KeyBinding[] }[] = [];
let shown: readonly KeyBinding[] = [];
const listeners = new Set<() => void>();
const changed = (): void => {
  shown = bindings.flatMap(({ list }) => list);
  for (const listener of listeners) listener();
};

const offKey = 'keyturn-single-keys';
/** Single keys can be turned off: they get in the way of speech input and of some keyboards. */
export const singleKeysOn = (): boolean => localStorage.getItem(offKey) !== 'off';
export function setSingleKeys(on: boolean): void {
  localStorage.setItem(offKey, on ? 'on' : 'off');
  changed();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
export const useBoundKeys = (): readonly KeyBinding[] => useSyncExternalStore(subscribe, () => shown);

/** Whether a key typed here is text, or belongs to a dialog or a menu that is open. */
function isTaken(event: KeyboardEvent, within?: Element | null): boolean {
  const { target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]')) return true;
  // Enter and space are how a focused control is pressed.
  if ((event.key === 'Enter' || event.key === ' ') && target.closest('a, button, [role="button"], summary')) return true;
  const dialog = target.closest('[role="dialog"]') ?? document.querySelector('[role="dialog"][aria-modal="true"]');
  return dialog !== null && !(within && dialog.contains(within));
}

/**
 * Inside a date the browser moves from month to day to year to the next field. A dialog's focus trap looks a moment later where that
 * led, and to somebody who tabs quickly it takes a field already passed for the right one. No date is first or last in a dialog,
 * so the trap need not hear of its Tab.
 */
export function datesTabThemselves(): void {
  document.body.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && event.target instanceof HTMLInputElement && event.target.type === 'date') event.stopPropagation();
  });
}

/** Single keys of a screen, listed in the help as long as it is shown. Those of something that a dialog shows, named by `within`, work in that dialog. */
export function useKeys(list: readonly KeyBinding[], within?: RefObject<Element | null>): void {
  const current = useRef(list);
  current.current = list;
  const names = list.map(({ key, what }) => `${key} ${what}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a key does is read when it is pressed; only the names are listed
  useEffect(() => {
    const entry = { list: current.current };
    bindings = [entry, ...bindings];
    changed();
    const onKey = (event: KeyboardEvent): void => {
      if (isTaken(event, within?.current) || !singleKeysOn()) return;
      const bound = current.current.find(({ key }) => key === event.key);
      if (!bound) return;
      event.preventDefault();
      bound.run();
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      bindings = bindings.filter((each) => each !== entry);
      changed();
    };
  }, [names, within]);
}

export type ListKeys<T> = {
  /** Id of the row the keys act on; null before one is chosen. */
  current: string | null;
  setCurrent: (id: string | null) => void;
  currentRow: T | undefined;
};

/**
 * A list that is worked through by keys: `j` and `k` (or the arrows on a focused row) go from row to row, `Enter` opens, `keys` act on
 * the current row. The current row is remembered by its id, so that live changes around it do not move it.
 */
export function useListKeys<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  { open, keys = [] }: { open?: (row: T) => void; keys?: { key: string; what: string; run: (row: T) => void }[] } = {},
): ListKeys<T> {
  const [current, setCurrent] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const at = current === null ? -1 : rows.findIndex((row) => idOf(row) === current);
  if (at >= 0) lastIndex.current = at;
  // What took the place of a row that is gone comes next.
  const place = at >= 0 ? at : current === null ? -1 : Math.min(lastIndex.current, rows.length - 1);
  const go = useCallback(
    (to: number) => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
      if (row !== undefined) setCurrent(idOf(row));
    },
    [rows, idOf],
  );
  const onRow = (run: (row: T) => void) => () => {
    const row = rows[place];
    if (row !== undefined) run(row);
  };
  useKeys([
    { key: 'j', what: 'Next line', run: () => go(at >= 0 ? at + 1 : Math.max(place, 0)) },
    { key: 'k', what: 'Line before', run: () => go(at >= 0 ? at - 1 : Math.max(place - 1, 0)) },
    ...(open ? [{ key: 'Enter', what: 'Open the line', run: onRow(open) }] : []),
    ...keys.map(({ key, what, run }) => ({ key, what, run: onRow(run) })),
  ]);
  return { current: at >= 0 ? current : null, setCurrent, currentRow: at >= 0 ? rows[at] : undefined };
}

/** Brings the current row (its `data-row` is the id) into view and gives it the focus, when the keys chose it. A live change leaves the scroll alone. */
export function useFollowCurrent(current: string | null, container: RefObject<HTMLElement | null>, scrollTo?: (current: string) => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change around the current one shall not scroll
  useEffect(() => {
    if (current === null) return;
    const find = (): HTMLElement | null => container.current?.querySelector(`[data-row="${CSS.escape(current)}"]`) ?? null;
    if (find()?.contains(document.activeElement)) return;
    scrollTo?.(current);
    const frame = requestAnimationFrame(() => {
      find()?.focus({ preventScroll: scrollTo !== undefined });
      find()?.scrollIntoView({ block: 'nearest' });
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
}
