import type { Icon } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { type Me, useMe } from '../api/me.ts';

export type Screen = { to: string; label: string; icon: Icon; aside: boolean };

/** The screens with a place in the navigation that the person may see, in order. They say so themselves, in their route. */
export function useScreens(): Screen[] {
  const { may } = useMe();
  const { routesByPath } = useRouter();
  return Object.entries(
    routesByPath as Record<
      string,
      { options: { staticData?: { nav?: { label: string; order: number; aside?: true; icon: Icon; scope: Me['may'][number] } } } }
    >,
  )
    .flatMap(([to, { options }]) => (options.staticData?.nav ? [{ to, ...options.staticData.nav }] : []))
    .filter(({ scope }) => may.includes(scope))
    .sort((a, b) => a.order - b.order)
    .map(({ to, label, icon, aside = false }) => ({ to, label, icon, aside }));
}
