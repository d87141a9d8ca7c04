import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const documentsRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'documents',
  staticData: { dealTab: { label: 'Documents' } },
  component: lazyRouteComponent(() => import('./Documents.tsx'), 'Documents'),
});
