import { Anchor, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { apiQuery } from '../../api/query.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useBusinessNow } from '../../parts/Instant.tsx';
import { Page } from '../../parts/Page.tsx';
import { SavedViews } from '../../parts/SavedViews.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { oneOf } from '../../parts/search.ts';
import { count } from '../../parts/time.ts';
import { columns } from './columns.tsx';
import type { DealsSearch } from './route.ts';
import { type DealRow, fits, healths, readyViews, sides, silences, spans } from './rows.ts';

const route = getRouteApi('/shell/deals');
const idOf = ({ dealNo }: DealRow): string => String(dealNo);

/** A row per file: what is at risk, what is blocked, who must act today. */
export function Deals() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = useCallback(
    (change: Partial<DealsSearch>) =>
      void navigate({
        search: (before: DealsSearch) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as DealsSearch,
        replace: true,
      }),
    [navigate],
  );
  const query = useQuery(apiQuery('/v1/deals/board', { query: { open: search.which === 'ended' ? 'false' : 'true' } }));
  return (
    <Page title="Deals" aside={<Filters search={search} set={set} apply={(filters) => void navigate({ search: filters as DealsSearch, replace: true })} />}>
      <Shown query={query} what="the deals">
        {({ items, truncated }) => <Table rows={items} truncated={truncated} search={search} set={set} />}
      </Shown>
    </Page>
  );
}

type Set = { search: DealsSearch; set: (change: Partial<DealsSearch>) => void };

function Table({ rows: all, truncated, search, set }: Set & { rows: DealRow[]; truncated: boolean }) {
  const goTo = useNavigate();
  const open = useCallback(({ dealNo }: DealRow) => void goTo({ to: '/deals/$no', params: { no: String(dealNo) } }), [goTo]);
  const now = useBusinessNow()().getTime();
  // Two thousand rows are not looked through with every tick, only where silence is asked for, by the minute.
  const minute = search.silent ? Math.floor(now / 60_000) : 0;
  const rows = useMemo(() => all.filter((row) => fits(row, search, minute * 60_000)), [all, search, minute]);
  if (all.length === 0)
    return search.which === 'ended' ? (
      <EmptyState title="No deal has ended yet">Closed, declined and expired deals stay here with their whole record.</EmptyState>
    ) : (
      <EmptyState title="No open deals" action={<Anchor href="/docs#tag/deals/POST/v1/deals">How a deal is opened</Anchor>}>
        A deal opens by a rule when a lead qualifies, or by hand for a property. Import a list, or start with the sample brokerage: <code>npm start</code>.
      </EmptyState>
    );
  if (rows.length === 0)
    return (
      <EmptyState
        title="No deal fits"
        action={
          <Anchor component={Link} to="/deals">
            Show all {all.length}
          </Anchor>
        }
      >
        {count(all.length, 'deal')} {all.length === 1 ? 'is' : 'are'} there, none with these filters.
      </EmptyState>
    );
  return (
    <>
      {truncated && <Text size="sm">These are the first {all.length} files: narrow them down by side, or look at those that have ended apart.</Text>}
      <p role="status" className="visually-hidden">
        {count(rows.length, 'deal')} shown
      </p>
      <DataTable label="Deals" rows={rows} columns={columns} idOf={idOf} sort={search.sort ?? 'health'} onSort={(value) => set({ sort: value })} open={open} />
    </>
  );
}

function Filters({ search, set, apply }: Set & { apply: (filters: Record<string, unknown>) => void }) {
  const [words, setWords] = useState(search.q ?? '');
  const ask = useDebouncedCallback((q: string) => set({ q: q.trim() || undefined }), 150);
  return (
    <Group gap="xs">
      <SavedViews
        screen="deals"
        filters={search}
        ready={readyViews}
        apply={(filters) => {
          setWords(typeof filters.q === 'string' ? filters.q : '');
          apply(filters);
        }}
      />
      <TextInput
        size="xs"
        w={190}
        type="search"
        aria-label="Search deals"
        placeholder="Number, address, agent"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={({ currentTarget: { value } }) => {
          setWords(value);
          ask(value);
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Side"
        data={[{ value: '', label: 'Every side' }, ...sides]}
        value={search.side ?? ''}
        onChange={({ currentTarget }) => set({ side: oneOf(currentTarget.value, sides) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Health"
        data={[{ value: '', label: 'Every health' }, ...healths]}
        value={search.health ?? ''}
        onChange={({ currentTarget }) => set({ health: oneOf(currentTarget.value, healths) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Closing"
        data={[{ value: '', label: 'Every closing' }, ...spans.map((days) => ({ value: days, label: `Closes in ${days} days` }))]}
        value={search.closing ?? ''}
        onChange={({ currentTarget }) => set({ closing: oneOf(currentTarget.value, spans) })}
      />
      <NativeSelect
        size="xs"
        aria-label="Last contact"
        data={[{ value: '', label: 'Any contact' }, ...silences.map((days) => ({ value: days, label: `Silent for ${days} days` }))]}
        value={search.silent ?? ''}
        onChange={({ currentTarget }) => set({ silent: oneOf(currentTarget.value, silences) })}
      />
      <SegmentedControl
        size="xs"
        aria-label="Which"
        data={[
          { value: 'open', label: 'Open' },
          { value: 'ended', label: 'Ended' },
        ]}
        value={search.which ?? 'open'}
        onChange={(which) => set({ which: which === 'ended' ? 'ended' : undefined })}
      />
    </Group>
  );
}
