import type { ReactNode } from 'react';

/** What scrolls below the heading of a screen; reached by key, so that it can be scrolled while nothing in it can be. */
export const Body = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by key
  <section className="body" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
