import { IconMapPin } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { flag, oneOf, text } from '../../parts/search.ts';
import { statuses } from './statuses.ts';

export type LeadsSearch = { status?: (typeof statuses)[number]; hot?: true; import?: number; min?: number; q?: string; sort?: 'number' };

const whole = (value: unknown): number | undefined => {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) && number > 0 ? number : undefined;
};
const given = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const leadsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leads',
  validateSearch: (search: Record<string, unknown>): LeadsSearch =>
    given({
      status: oneOf(search.status, statuses),
      hot: flag(search.hot),
      import: whole(search.import),
      min: whole(search.min),
      q: text(search.q),
      sort: oneOf(search.sort, ['number']),
    }) as LeadsSearch,
  staticData: { nav: { label: 'Leads', order: 5, icon: IconMapPin, scope: 'sourcing:read' } },
  component: lazyRouteComponent(() => import('./Leads.tsx'), 'Leads'),
});

export const leadRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/leads/$no',
  component: lazyRouteComponent(() => import('./Lead.tsx'), 'Lead'),
});
