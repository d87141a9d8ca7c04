import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** A tab of the deal page. `travels`: it can show the file as it was known on an earlier day. `apart`: no link among the tabs. */
    dealTab?: { label: string; travels?: true; apart?: true };
  }
}

/** `asOf`: the page shows the file as it was known at the end of that day. */
export type DealSearch = { asOf?: string };
const aDay = /^\d{4}-\d{2}-\d{2}$/;

export const dealRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deals/$no',
  validateSearch: ({ asOf }: Record<string, unknown>): DealSearch =>
    typeof asOf === 'string' && aDay.test(asOf) && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {},
  component: lazyRouteComponent(() => import('./Deal.tsx'), 'Deal'),
});
