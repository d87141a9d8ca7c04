import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const timelineRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'timeline',
  staticData: { dealTab: { label: 'Timeline', travels: true } },
  component: lazyRouteComponent(() => import('./Timeline.tsx'), 'Timeline'),
});
