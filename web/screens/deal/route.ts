import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';

export const dealRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deals/$no',
  component: lazyRouteComponent(() => import('./Deal.tsx'), 'Deal'),
});
