import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, text } from '../../../parts/search.ts';
import { dealRoute } from '../route.ts';
import { kinds } from './kinds.ts';

/** `show`: one kind of entry; `clock`: the deadline whose working is open. */
export type TimelineSearch = { show?: (typeof kinds)[number]; clock?: string };

export const timelineRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'timeline',
  validateSearch: ({ show, clock }: Record<string, unknown>): TimelineSearch => {
    const [kind, open] = [oneOf(show, kinds), text(clock)];
    return { ...(kind ? { show: kind } : {}), ...(open ? { clock: open } : {}) };
  },
  staticData: { dealTab: { label: 'Timeline', travels: true } },
  component: lazyRouteComponent(() => import('./Timeline.tsx'), 'Timeline'),
});
