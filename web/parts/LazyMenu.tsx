import { type ComponentType, cloneElement, lazy, type ReactElement, Suspense, startTransition, useMemo, useState } from 'react';

type Target = ReactElement<{
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
}>;

type Props<P extends object> = {
  /** The button, as it stands closed. */
  target: Target;
  /** The menu behind it: a `MenuFrame` around the same button. Defined once, outside of what renders. */
  load: () => Promise<{ default: ComponentType<P & { target: Target }> }>;
  /** What that menu takes. */
  with: P;
};

/** A button with a menu that is fetched when one is about to open it, rather than with the page. */
export function LazyMenu<P extends object>({ target, load, with: props }: Props<P>) {
  const Opened = useMemo(() => lazy(load), [load]) as ComponentType<P & { target: Target }>;
  const [wanted, want] = useState(false);
  // A fetch that fails here is tried again, and told, by the click.
  const ahead = (): void => void load().catch(() => {});
  const closed = cloneElement(target, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => startTransition(() => want(true)),
    onPointerEnter: ahead,
    onFocus: ahead,
  });
  return <Suspense fallback={closed}>{wanted ? <Opened {...props} target={target} /> : closed}</Suspense>;
}
