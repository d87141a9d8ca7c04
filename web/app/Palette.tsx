import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconHome, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Item } from '../api/client.ts';
import { useMay } from '../api/me.ts';
import { apiQuery } from '../api/query.ts';
import { placeWords } from '../parts/place.ts';
import { useScreens } from './screens.ts';

const [store, spotlight] = createSpotlight();

/** One field to everywhere: screens, deals by number or address, leads by number or address. */
export default function Palette({ query, setQuery, close }: { query: string; setQuery: (query: string) => void; close: () => void }) {
  const screens = useScreens();
  const navigate = useNavigate();
  const { routesByPath } = useRouter();
  const paths: Record<string, unknown> = routesByPath;
  const [mayDeals, mayLeads] = [useMay('closing:read'), useMay('sourcing:read')];
  const deals = useQuery({ ...apiQuery('/v1/deals', { query: { limit: 200 } }), enabled: mayDeals && '/deals/$no' in paths, staleTime: 30_000 });
  const leads = useQuery({ ...apiQuery('/v1/leads', { query: { limit: 200 } }), enabled: mayLeads && '/leads/$no' in paths, staleTime: 30_000 });
  // The library's own state would survive the closing of this component.
  useEffect(() => {
    spotlight.open();
    return spotlight.close;
  }, []);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const groups: SpotlightActionGroupData[] = [
    {
      group: 'Screens',
      actions: screens
        .filter(({ label }) => fits(label))
        .map(
          ({ to, label, icon: Icon }): SpotlightActionData => ({
            id: to,
            label,
            leftSection: <Icon size={18} aria-hidden />,
            onClick: () => void navigate({ to }),
          }),
        ),
    },
    {
      group: 'Deals',
      actions: (words.length > 0 ? (deals.data?.items ?? []) : [])
        .filter(({ dealNo, property }) => fits(`deal ${dealNo} ${property ?? ''}`))
        .slice(0, 12)
        .map(({ dealNo, property, stage, side }) => ({
          id: `deal ${dealNo}`,
          label: property ? placeWords(property) : `Deal ${dealNo}`,
          description: `Deal ${dealNo} · ${side} · ${stage.replaceAll('-', ' ')}`,
          leftSection: <IconHome size={18} aria-hidden />,
          onClick: () => void navigate({ to: `/deals/${dealNo}` }),
        })),
    },
    {
      group: 'Leads',
      actions: (words.length > 0 ? (leads.data?.items ?? []) : [])
        .filter((lead) => fits(`lead ${lead.leadNo} ${addressOf(lead)}`))
        .slice(0, 12)
        .map((lead) => ({
          id: `lead ${lead.leadNo}`,
          label: placeWords(addressOf(lead)) || `Lead ${lead.leadNo}`,
          description: `Lead ${lead.leadNo} · ${lead.status.replaceAll('-', ' ')}`,
          leftSection: <IconUser size={18} aria-hidden />,
          onClick: () => void navigate({ to: `/leads/${lead.leadNo}` }),
        })),
    },
  ].filter(({ actions }) => actions.length > 0);
  // The library selects the first one when a letter is typed; what is read from the API comes later, and Enter would do nothing.
  const found = groups.flatMap(({ actions }) => actions.map(({ id }) => id)).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first is selected again whenever others are found
  useEffect(() => {
    if (query) selectFirst();
  }, [found, query]);
  return (
    <Spotlight
      store={store}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, actions) => actions}
      shortcut={null}
      onSpotlightClose={close}
      nothingFound={deals.isLoading || leads.isLoading ? 'Reading deals and leads …' : 'Nothing of that name: try the number, or a part of the address'}
      searchProps={{ placeholder: 'Screen, deal number, address …', 'aria-label': 'Go to' }}
      attributes={{ content: { 'aria-label': 'Go to' } }}
      scrollable
      maxHeight={420}
    />
  );
}

/** As the library does it after a letter; it does not export the function. */
function selectFirst(): void {
  const actions = document.querySelectorAll('[role="dialog"] [data-action]');
  for (const action of actions) action.toggleAttribute('data-selected', action === actions[0]);
  store.updateState((state) => ({ ...state, selected: 0 }));
}

const addressOf = ({ address: { line, unit, city, state, zip } }: Item<'/v1/leads'>): string =>
  [[line, unit], [city], [state, zip]]
    .map((part) => part.filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
