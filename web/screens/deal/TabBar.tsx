import { Link, useNavigate } from '@tanstack/react-router';
import { useKeys } from '../../parts/keys.ts';
import { dealTabs } from './tabs.ts';
import { useDeal } from './use-deal.ts';

type Tab = { to: string; label: string };
const tabs: Tab[] = dealTabs.map(({ options }) => {
  const { path, staticData } = options as { path: string; staticData?: { dealTab?: { label: string } } };
  return { to: path === '/' ? '/deals/$no' : `/deals/$no/${path.replace(/^\//, '')}`, label: staticData?.dealTab?.label ?? path };
});

/** The tabs that exist, as links: each has its own address, and a figure as its key. */
export function TabBar() {
  const { no, asOf } = useDeal();
  const navigate = useNavigate();
  const params = { no: String(no) } as never;
  const search = (asOf ? { asOf } : {}) as never;
  useKeys(tabs.map(({ to, label }, at) => ({ key: String(at + 1), what: label, run: () => void navigate({ to, params, search }) })));
  return (
    <nav aria-label={`Deal ${no}`} className="deal-tabs">
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} params={params} search={search} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
