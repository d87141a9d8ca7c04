import { IconFileCheck } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { text } from '../../parts/search.ts';

/** `deal`: the documents of one file only. `doc`: the one that is looked at. */
export type ReviewSearch = { deal?: number; doc?: string };

export const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review',
  validateSearch: ({ deal, doc }: Record<string, unknown>): ReviewSearch => {
    const no = Number(deal);
    const id = text(doc);
    return { ...(Number.isInteger(no) && no > 0 && no < 2 ** 31 ? { deal: no } : {}), ...(id ? { doc: id } : {}) };
  },
  staticData: { nav: { label: 'Review', order: 3, icon: IconFileCheck, scope: 'closing:read' } },
  component: lazyRouteComponent(() => import('./Review.tsx'), 'Review'),
});
