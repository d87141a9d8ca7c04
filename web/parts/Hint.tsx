import { cloneElement, type FocusEvent, lazy, type PointerEvent, type ReactElement, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';

const Shown = lazy(() => import('./Hint.shown.tsx'));
const delayMs = 250;

type Seen = {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: () => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: () => void;
};

/** A word more about what is pointed at or focused by key. What places it is fetched with the first one that is asked for. */
export function Hint({ label, children }: { label: ReactNode; children: ReactElement<Seen> }) {
  const [at, setAt] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = (): void => {
    clearTimeout(timer.current);
    setAt(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!at) return;
    const leave = ({ key }: KeyboardEvent): void => void (key === 'Escape' && setAt(null));
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [at]);
  const { onPointerEnter, onPointerLeave, onFocus, onBlur } = children.props;
  const target = cloneElement(children, {
    onPointerEnter: (event) => {
      onPointerEnter?.(event);
      if (event.pointerType === 'touch') return;
      const { currentTarget } = event;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setAt(currentTarget), delayMs);
    },
    onPointerLeave: () => {
      onPointerLeave?.();
      hide();
    },
    onFocus: (event) => {
      onFocus?.(event);
      if (event.currentTarget.matches(':focus-visible')) setAt(event.currentTarget);
    },
    onBlur: () => {
      onBlur?.();
      hide();
    },
  });
  return (
    <>
      {target}
      <Suspense>{at && <Shown target={at} label={label} />}</Suspense>
    </>
  );
}
