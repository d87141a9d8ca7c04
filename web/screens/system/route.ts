import { IconActivityHeartbeat } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';

export const systemRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/system',
  staticData: { nav: { label: 'System', order: 95, aside: true, icon: IconActivityHeartbeat, scope: 'system:read' } },
  component: lazyRouteComponent(() => import('./System.tsx'), 'System'),
});
