import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const pagesOf = (scroller: HTMLElement): HTMLElement[] => [...scroller.querySelectorAll<HTMLElement>('[data-page]')];
/** Where a page stands within what scrolls. */
const topOf = (page: HTMLElement, scroller: HTMLElement): number =>
  page.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

/** The page that takes the middle of what is seen. */
function pageAt(scroller: HTMLElement): number {
  const middle = scroller.scrollTop + scroller.clientHeight / 2;
  const before = pagesOf(scroller).filter((page) => topOf(page, scroller) <= middle);
  return Math.max(1, before.length);
}

/** Which page is looked at, which are near it, and how one comes to another or to a place on one. */
export function usePages(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const [current, setCurrent] = useState(1);
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([1]));
  useEffect(() => {
    const root = scroller.current;
    if (!root || count === 0) return;
    const seen = new Set<number>();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) seen[isIntersecting ? 'add' : 'delete'](Number((target as HTMLElement).dataset.page));
        setNear(new Set(seen));
      },
      { root, rootMargin: '100% 0px' },
    );
    for (const page of pagesOf(root)) watch.observe(page);
    return () => watch.disconnect();
  }, [scroller, count]);
  const look = useCallback(() => void (scroller.current && setCurrent(pageAt(scroller.current))), [scroller]);
  const go = (by: number): void => {
    const root = scroller.current;
    if (!root) return;
    const pages = pagesOf(root);
    const to = pages[Math.max(0, Math.min(pages.length - 1, pageAt(root) - 1 + by))];
    if (to) root.scrollTop = topOf(to, root) - 8;
  };
  const show = useCallback(
    (no: number, x: number, y: number): void => {
      const root = scroller.current;
      const page = root?.querySelector<HTMLElement>(`[data-page="${no}"]`);
      if (!root || !page) return;
      // Below the upper edge, so that the words before it are seen as well.
      root.scrollTop = topOf(page, root) + y - root.clientHeight / 3;
      root.scrollLeft = Math.max(0, x - root.clientWidth / 2);
    },
    [scroller],
  );
  return { current, near, look, go, show };
}

/** The room that a page has from side to side, and a zoom above it that keeps the place where one reads. */
export function useZoom(scroller: RefObject<HTMLDivElement | null>) {
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState(1);
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const measure = (): void => setRoom(root.clientWidth - 16);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(root);
    return () => watch.disconnect();
  }, [scroller]);
  const share = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the size of the pages has changed
  useLayoutEffect(() => {
    const root = scroller.current;
    if (root && share.current !== null) root.scrollTop = share.current * root.scrollHeight;
    share.current = null;
  }, [room, zoom]);
  const change = (to: number): void => {
    const root = scroller.current;
    if (root) share.current = root.scrollTop / root.scrollHeight;
    setZoom(to);
  };
  return {
    room,
    zoom,
    larger: () => change(steps.find((step) => step > zoom) ?? zoom),
    smaller: () => change(steps.findLast((step) => step < zoom) ?? zoom),
    fit: () => change(1),
    mayGrow: zoom < steps.at(-1)!,
    mayShrink: zoom > steps[0]!,
  };
}
const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
