import { IconFileImport } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';

export const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  staticData: { nav: { label: 'Imports', order: 6, icon: IconFileImport, scope: 'sourcing:read' } },
  component: lazyRouteComponent(() => import('./Imports.tsx'), 'Imports'),
});

export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$no',
  component: lazyRouteComponent(() => import('./Import.tsx'), 'Import'),
});
