import { createRouter } from '@tanstack/react-router';
import { rootRoute, shellRoute } from './app/root.tsx';
import { Loading } from './parts/Loading.tsx';
import { queries } from './queries.ts';
import { conversationRoute, conversationsRoute } from './screens/conversations/route.ts';
import { dealRoute } from './screens/deal/route.ts';
import { dealsRoute } from './screens/deals/route.ts';
import { importRoute, importsRoute } from './screens/imports/route.ts';
import { leadRoute, leadsRoute } from './screens/leads/route.ts';
import { loginRoute } from './screens/login/route.ts';
import { needsMeRoute } from './screens/needs-me/route.ts';

/** Every screen; one line each. docs/web.md says how to add one. */
const routes = rootRoute.addChildren([
  loginRoute,
  shellRoute.addChildren([needsMeRoute, dealsRoute, dealRoute, leadsRoute, leadRoute, importsRoute, importRoute, conversationsRoute, conversationRoute]),
]);

export const router = createRouter({
  routeTree: routes,
  context: { queries },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingComponent: () => <Loading what="the screen" />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
