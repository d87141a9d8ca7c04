import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flag } from '../../../parts/search.ts';
import { dealRoute } from '../route.ts';

export const tasksRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'tasks',
  validateSearch: ({ done }: Record<string, unknown>): { done?: true } => (flag(done) ? { done: true } : {}),
  staticData: { dealTab: { label: 'Tasks' } },
  component: lazyRouteComponent(() => import('./Tasks.tsx'), 'Tasks'),
});
