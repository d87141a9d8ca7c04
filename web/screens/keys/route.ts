import { IconKey } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { flag } from '../../parts/search.ts';

export type KeysSearch = { ended?: true };

export const keysRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/keys',
  validateSearch: (search: Record<string, unknown>): KeysSearch => (flag(search.ended) ? { ended: true } : {}),
  staticData: { nav: { label: 'API keys', order: 85, aside: true, icon: IconKey, scope: 'keys:read' } },
  component: lazyRouteComponent(() => import('./Keys.tsx'), 'Keys'),
});
