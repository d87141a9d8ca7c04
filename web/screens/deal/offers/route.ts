import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const offersRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'offers',
  staticData: { dealTab: { label: 'Offers' } },
  component: lazyRouteComponent(() => import('./Offers.tsx'), 'Offers'),
});
