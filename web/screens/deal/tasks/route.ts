import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const tasksRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'tasks',
  staticData: { dealTab: { label: 'Tasks' } },
  component: lazyRouteComponent(() => import('./Tasks.tsx'), 'Tasks'),
});
