import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const partiesRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'parties',
  staticData: { dealTab: { label: 'Parties' } },
  component: lazyRouteComponent(() => import('./Parties.tsx'), 'Parties'),
});
