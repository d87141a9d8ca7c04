import type { Icon } from '@tabler/icons-react';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { type Me, meQuery } from '../api/me.ts';
import { asProblem } from '../api/problem.ts';
import { Fault, Missing } from './Fault.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Shows the screen in the navigation and in the palette, to those whose role has the scope. `aside`: below the work of the day, among what sets the place up. */
    nav?: { label: string; order: number; aside?: true; icon: Icon; scope: Me['may'][number] };
  }
}

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ errorComponent: Fault, notFoundComponent: Missing });

/** Every screen of somebody signed in hangs below it: it knows who that is, and brings the frame. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(meQuery);
    } catch (error) {
      if (asProblem(error).status === 401) throw redirect({ to: '/login', search: { from: location.href } });
      throw error;
    }
  },
  component: lazyRouteComponent(() => import('./Shell.tsx'), 'Shell'),
  errorComponent: Fault,
  notFoundComponent: Missing,
});
