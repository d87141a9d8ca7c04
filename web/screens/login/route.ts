import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root.tsx';
import { text } from '../../parts/search.ts';

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } => (text(from) ? { from: text(from)! } : {}),
  component: lazyRouteComponent(() => import('./Login.tsx'), 'Login'),
});
