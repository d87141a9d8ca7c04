import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

export const signaturesRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'signatures',
  staticData: { dealTab: { label: 'Signatures' } },
  component: lazyRouteComponent(() => import('./Signatures.tsx'), 'Signatures'),
});
