import { IconBell } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { type Role, roles } from '../../parts/roles.ts';
import { flag, oneOf } from '../../parts/search.ts';

export type NeedsMeSearch = { mine?: true; role?: Role };

export const needsMeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): NeedsMeSearch => ({
    ...(flag(search.mine) ? { mine: true } : {}),
    ...(oneOf(search.role, roles) ? { role: oneOf(search.role, roles)! } : {}),
  }),
  staticData: { nav: { label: 'Needs me now', order: 1, icon: IconBell, scope: 'tasks:read' } },
  component: lazyRouteComponent(() => import('./NeedsMe.tsx'), 'NeedsMe'),
});
