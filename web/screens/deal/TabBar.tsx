import { Link, useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useKeys } from '../../parts/keys.ts';
import { useDeal } from './use-deal.ts';

type Tab = { to: string; label: string };
type ChildRoute = { options: { path: string; staticData?: { dealTab?: { label: string; apart?: true } } } };

/** Read from the routes themselves, in the order in which `tabs.ts` has them. */
function useTabs(): Tab[] {
  const { routesById } = useRouter();
  const children = (routesById['/shell/deals/$no'] as unknown as { children: ChildRoute[] }).children;
  return useMemo(
    () =>
      Object.values(children).flatMap(({ options: { path, staticData } }) =>
        staticData?.dealTab && !staticData.dealTab.apart
          ? [{ to: path === '/' ? '/deals/$no' : `/deals/$no/${path.replace(/^\//, '')}`, label: staticData.dealTab.label }]
          : [],
      ),
    [children],
  );
}

/** The tabs that exist, as links: each has its own address, and a figure as its key. */
export function TabBar() {
  const { no, asOf } = useDeal();
  const tabs = useTabs();
  const navigate = useNavigate();
  const params = { no: String(no) } as never;
  const search = (asOf ? { asOf } : {}) as never;
  useKeys(tabs.map(({ to, label }, at) => ({ key: String(at + 1), what: label, run: () => void navigate({ to, params, search }) })));
  // On a narrow screen the bar scrolls: the tab one is on stays in sight.
  const bar = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path makes another tab the current one
  useEffect(() => {
    const [nav, tab] = [bar.current, bar.current?.querySelector<HTMLElement>('[aria-current="page"]')];
    if (nav && tab) nav.scrollTo({ left: tab.offsetLeft - nav.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2 });
  }, [path]);
  return (
    <nav ref={bar} aria-label={`Deal ${no}`} className="deal-tabs">
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} params={params} search={search} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
