import { IconHome2 } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { oneOf, sortBy, text } from '../../parts/search.ts';
import { type DealFilter, healths, sides, silences, sortable, spans } from './rows.ts';

export type DealsSearch = DealFilter & { which?: 'ended'; sort?: string };

const given = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const dealsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deals',
  validateSearch: ({ q, side, health, closing, silent, which, sort }: Record<string, unknown>): DealsSearch =>
    given({
      q: text(q),
      side: oneOf(side, sides),
      health: oneOf(health, healths),
      closing: oneOf(String(closing), spans),
      silent: oneOf(String(silent), silences),
      which: oneOf(which, ['ended']),
      sort: sortBy(sort, sortable),
    }),
  staticData: { nav: { label: 'Deals', order: 2, icon: IconHome2, scope: 'closing:read' } },
  component: lazyRouteComponent(() => import('./Deals.tsx'), 'Deals'),
});
