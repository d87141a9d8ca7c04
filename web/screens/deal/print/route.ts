import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dealRoute } from '../route.ts';

/** The whole file in one piece, for paper. No tab: the head leads to it. */
export const printRoute = createRoute({
  getParentRoute: () => dealRoute,
  path: 'print',
  staticData: { dealTab: { label: 'The file', travels: true, apart: true } },
  component: lazyRouteComponent(() => import('./PrintedFile.tsx'), 'PrintedFile'),
});
