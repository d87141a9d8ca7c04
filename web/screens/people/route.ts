import { IconUsers } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { type Role, roles } from '../../parts/roles.ts';
import { flag, oneOf } from '../../parts/search.ts';

export type PeopleSearch = { role?: Role; disabled?: true };

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => ({
    ...(oneOf(search.role, roles) ? { role: oneOf(search.role, roles)! } : {}),
    ...(flag(search.disabled) ? { disabled: true } : {}),
  }),
  staticData: { nav: { label: 'People', order: 80, aside: true, icon: IconUsers, scope: 'people:read' } },
  component: lazyRouteComponent(() => import('./People.tsx'), 'People'),
});
