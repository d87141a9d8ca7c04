import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const overviewRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: '/',
  staticData: { dealTab: { label: 'Overview', travels: true } },
  component: lazyRouteComponent(() => import('./Overview.tsx'), 'Overview'),
});
