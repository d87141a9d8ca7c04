import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const messagesRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'messages',
  staticData: { dealTab: { label: 'Messages' } },
  component: lazyRouteComponent(() => import('./Messages.tsx'), 'Messages'),
});
