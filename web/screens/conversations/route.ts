import { IconMessages } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';

export const conversationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conversations',
  staticData: { nav: { label: 'Conversations', order: 4, icon: IconMessages, scope: 'outreach:read' } },
  component: lazyRouteComponent(() => import('./Conversations.tsx'), 'Conversations'),
});

export const unmatchedRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unmatched',
  component: lazyRouteComponent(() => import('./Unmatched.tsx'), 'Unmatched'),
});

export const conversationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/conversations/$contactId',
  component: lazyRouteComponent(() => import('./Conversations.tsx'), 'Conversation'),
});
