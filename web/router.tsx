import { createRouter } from '@tanstack/react-router';
import { rootRoute, shellRoute } from './app/root.tsx';
import { Loading } from './parts/Loading.tsx';
import { queries } from './queries.ts';
import { accountRoute } from './screens/account/route.ts';
import { conversationRoute, conversationsRoute, unmatchedRoute } from './screens/conversations/route.ts';
import { printRoute } from './screens/deal/print/route.ts';
import { dealRoute } from './screens/deal/route.ts';
import { dealTabs } from './screens/deal/tabs.ts';
import { dealsRoute } from './screens/deals/route.ts';
import { importRoute, importsRoute } from './screens/imports/route.ts';
import { keysRoute } from './screens/keys/route.ts';
import { leadRoute, leadsRoute } from './screens/leads/route.ts';
import { loginRoute } from './screens/login/route.ts';
import { needsMeRoute } from './screens/needs-me/route.ts';
import { peopleRoute } from './screens/people/route.ts';
import { reviewRoute } from './screens/review/route.ts';
import { settingsRoute } from './screens/settings/route.ts';
import { systemRoute } from './screens/system/route.ts';

/** Every screen; one line each. docs/web.md says how to add one. */
const routes = rootRoute.addChildren([
  loginRoute,
  shellRoute.addChildren([
    ...[needsMeRoute, reviewRoute, conversationsRoute, conversationRoute, unmatchedRoute, dealsRoute, dealRoute.addChildren([...dealTabs, printRoute])],
    ...[leadsRoute, leadRoute, importsRoute, importRoute],
    ...[peopleRoute, keysRoute, settingsRoute, systemRoute, accountRoute],
  ]),
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
