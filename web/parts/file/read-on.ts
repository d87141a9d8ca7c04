import type { RefObject } from 'react';
import { useKeys } from '../keys.ts';

/** `j` and `k` go through a file as they go through a list: most of a screen on, or back. */
export function useReadOn(scroller: RefObject<HTMLElement | null>, view: RefObject<HTMLElement | null>): void {
  const by = (share: number) => (): void => scroller.current?.scrollBy({ top: share * scroller.current.clientHeight });
  useKeys(
    [
      { key: 'j', what: 'Read on in the document', run: by(0.8) },
      { key: 'k', what: 'Read back', run: by(-0.8) },
    ],
    view,
  );
}
