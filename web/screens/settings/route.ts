import { IconSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root.tsx';
import { oneOf } from '../../parts/search.ts';

export type SettingsSearch = { tab?: 'history' };

export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): SettingsSearch => (oneOf(search.tab, ['history']) ? { tab: 'history' } : {}),
  staticData: { nav: { label: 'Settings', order: 90, aside: true, icon: IconSettings, scope: 'settings:read' } },
  component: lazyRouteComponent(() => import('./Settings.tsx'), 'Settings'),
});
