import { Anchor, Button, Checkbox, Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useMay } from '../../api/me.ts';
import { apiPages, apiQuery } from '../../api/query.ts';
import { DataTable } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Page } from '../../parts/Page.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { oneOf } from '../../parts/search.ts';
import { count } from '../../parts/time.ts';
import { leadColumns, selectColumn } from './columns.tsx';
import { Jobs } from './Jobs.tsx';
import type { LeadsSearch } from './route.ts';
import { statuses } from './statuses.ts';
import { type LeadRow, nameOfLead } from './words.ts';

const Decide = lazy(() => import('./Decide.tsx'));
const Enrich = lazy(() => import('./Enrich.tsx'));
const OpenDeal = lazy(() => import('./OpenDeal.tsx'));
const route = getRouteApi('/shell/leads');
const idOf = ({ leadNo }: LeadRow): string => String(leadNo);

type Set = { search: LeadsSearch; set: (change: Partial<LeadsSearch>) => void };

/** Every property that may become a deal; `?status=review` is the queue of what people decide. */
export function Leads() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = useCallback(
    (change: Partial<LeadsSearch>) =>
      void navigate({
        search: (before: LeadsSearch) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)) as LeadsSearch,
        replace: true,
      }),
    [navigate],
  );
  const { status, hot, min, q, sort } = search;
  const filter = {
    ...(hot ? { hot: 'true' as const } : {}),
    ...(search.import ? { importNo: search.import } : {}),
    ...(min ? { minScore: min } : {}),
    ...(q && q.length > 1 ? { address: q } : {}),
  };
  const query = useInfiniteQuery(apiPages('/v1/leads', { query: { ...filter, ...(status ? { status } : {}), sort: sort ?? 'score', limit: 200 } }));
  const counts = useQuery(apiQuery('/v1/leads/counts', { query: filter }));
  const more = query.hasNextPage ? { pending: query.isFetchingNextPage, fetch: () => void query.fetchNextPage() } : null;
  return (
    <Page title="Leads" aside={<Filters search={search} set={set} />}>
      <Jobs />
      <Tabs search={search} set={set} counts={counts.data?.byStatus} total={counts.data?.total} />
      <Shown query={query} what="the leads">
        {({ pages }) => (
          <Table rows={pages.flatMap(({ items }) => items)} search={search} more={more} total={status ? counts.data?.byStatus[status] : counts.data?.total} />
        )}
      </Shown>
    </Page>
  );
}

const tabs = [
  { value: 'all', label: 'All' },
  { value: 'review', label: 'To review' },
  { value: 'new', label: 'New' },
  { value: 'qualified', label: 'Qualified' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'in-deal', label: 'In a deal' },
  { value: 'closed', label: 'Closed' },
];

function Tabs({ search, set, counts, total }: Set & { counts: Record<string, number> | undefined; total: number | undefined }) {
  const counted = (value: string): string => {
    const n = value === 'all' ? total : counts && (counts[value] ?? 0);
    return n === undefined ? '' : ` ${n.toLocaleString('en-US')}`;
  };
  return (
    <div className="tab-scroll">
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label="Status"
        data={tabs.map(({ value, label }) => ({ value, label: `${label}${counted(value)}` }))}
        value={search.status ?? 'all'}
        onChange={(value) => set({ status: oneOf(value, statuses) })}
      />
    </div>
  );
}

type TableProps = { rows: LeadRow[]; search: LeadsSearch; more: { pending: boolean; fetch: () => void } | null; total: number | undefined };
type Asked = { what: 'qualified' | 'rejected' | 'enrich' | 'deal'; leads: LeadRow[]; whole?: boolean };

function Table({ rows, search, more, total }: TableProps) {
  const goTo = useNavigate();
  const [mayDecide, mayOpen] = [useMay('sourcing:write'), useMay('closing:write')];
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const filters = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected under other filters is out of sight
  useEffect(() => setSelected(new Set()), [filters]);
  const toggle = useCallback((leadNo: number) => {
    setSelected((before) => (before.has(leadNo) ? new Set([...before].filter((each) => each !== leadNo)) : new Set(before).add(leadNo)));
  }, []);
  const chosen = useMemo(() => rows.filter(({ leadNo }) => selected.has(leadNo)), [rows, selected]);
  const columns = useMemo(() => (mayDecide ? [selectColumn(selected, toggle), ...leadColumns] : leadColumns), [mayDecide, selected, toggle]);
  const open = useCallback(({ leadNo }: LeadRow) => void goTo({ to: '/leads/$no', params: { no: String(leadNo) } as never }), [goTo]);
  /** What is selected, or else the current line. */
  const on = (what: Asked['what']) => (row: LeadRow) => setAsked({ what, leads: chosen.length > 0 ? chosen : [row] });
  const keys = [
    ...(mayDecide
      ? [
          { key: 'x', what: 'Select or leave out the line', run: ({ leadNo }: LeadRow) => toggle(leadNo) },
          { key: 'q', what: 'Qualify what is selected', run: on('qualified') },
          { key: 'r', what: 'Reject what is selected', run: on('rejected') },
          { key: 'l', what: 'Look up what is selected', run: on('enrich') },
        ]
      : []),
    ...(mayOpen ? [{ key: 'o', what: 'Open a deal', run: (row: LeadRow) => setAsked({ what: 'deal', leads: [row] }) }] : []),
  ];
  const close = (done: boolean): void => {
    setAsked(null);
    if (done) setSelected(new Set());
  };
  if (rows.length === 0) return <Nothing search={search} />;
  const all = rows.every(({ leadNo }) => selected.has(leadNo));
  // The API takes a whole queue by status and list; with other filters what is shown is what can be meant.
  const queue = search.status === 'review' && more && total && !search.q && !search.min && !search.hot ? { count: total, importNo: search.import } : undefined;
  return (
    <>
      {mayDecide && (
        <Group gap="xs" mb="xs" mih={30} role="toolbar" aria-label="What is selected">
          <Checkbox
            size="xs"
            label={selected.size === 0 ? `Select the ${count(rows.length, 'line')} shown` : `${selected.size} selected`}
            checked={all}
            indeterminate={!all && selected.size > 0}
            onChange={() => setSelected(all ? new Set() : new Set(rows.map(({ leadNo }) => leadNo)))}
          />
          {chosen.length > 0 && (
            <>
              <Button onClick={() => setAsked({ what: 'qualified', leads: chosen })}>
                Qualify <kbd className="in-button">q</kbd>
              </Button>
              <Button variant="default" onClick={() => setAsked({ what: 'rejected', leads: chosen })}>
                Reject <kbd className="in-button">r</kbd>
              </Button>
              <Button variant="default" onClick={() => setAsked({ what: 'enrich', leads: chosen })}>
                Look up <kbd className="in-button">l</kbd>
              </Button>
            </>
          )}
          {queue && all && (
            <Button variant="default" onClick={() => setAsked({ what: 'rejected', leads: [], whole: true })}>
              Reject all {queue.count.toLocaleString('en-US')} in the queue
            </Button>
          )}
          {queue && all && (
            <Button variant="default" onClick={() => setAsked({ what: 'qualified', leads: [], whole: true })}>
              Qualify all {queue.count.toLocaleString('en-US')}
            </Button>
          )}
        </Group>
      )}
      <p role="status" className="visually-hidden">
        {count(total ?? rows.length, 'lead')} fit, {rows.length} shown, {selected.size} selected
      </p>
      <DataTable label="Leads" rows={rows} columns={columns} idOf={idOf} open={open} keys={keys} />
      {more && (
        <Group justify="center" pt="xs" gap="sm">
          <Text size="sm" c="dimmed">
            {rows.length.toLocaleString('en-US')} of {(total ?? rows.length).toLocaleString('en-US')} shown
          </Text>
          <Button variant="default" loading={more.pending} onClick={more.fetch}>
            Show more
          </Button>
        </Group>
      )}
      <Suspense>
        {(asked?.what === 'qualified' || asked?.what === 'rejected') && (
          <Decide outcome={asked.what} leads={asked.leads} queue={asked.whole ? queue : undefined} close={close} />
        )}
        {asked?.what === 'enrich' && <Enrich leadNos={asked.leads.map(({ leadNo }) => leadNo)} close={close} />}
        {asked?.what === 'deal' && <OpenDeal leadNo={asked.leads[0]!.leadNo} name={nameOfLead(asked.leads[0]!)} close={() => setAsked(null)} />}
      </Suspense>
    </>
  );
}

function Nothing({ search }: { search: LeadsSearch }) {
  const { sort: _, ...filters } = search;
  if (search.status === 'review' && Object.keys(filters).length === 1)
    return (
      <EmptyState
        title="Nothing to review"
        action={
          <Anchor component={Link} to="/leads" search={{} as never}>
            Show all leads
          </Anchor>
        }
      >
        Leads that the rules can neither qualify nor reject come here by themselves, with what is missing.
      </EmptyState>
    );
  if (Object.keys(filters).length > 0)
    return (
      <EmptyState
        title="No lead fits"
        action={
          <Anchor component={Link} to="/leads" search={{} as never}>
            Show all leads
          </Anchor>
        }
      >
        There are none with these filters.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No leads yet"
      action={
        <Button component={Link} to="/imports">
          Import a list
        </Button>
      }
    >
      A lead is a property that may become a deal. They come from lists: county rolls, exports of PropStream, DealMachine or BatchLeads, or your own
      spreadsheet.
    </EmptyState>
  );
}

function Filters({ search, set }: Set) {
  const [words, setWords] = useState(search.q ?? '');
  const ask = useDebouncedCallback((q: string) => set({ q: q.trim() || undefined }), 200);
  const imports = useQuery(apiQuery('/v1/imports', { query: { limit: 100 } }));
  const lists = imports.data?.items ?? [];
  const known = search.import === undefined || lists.some(({ importNo }) => importNo === search.import);
  return (
    <Group gap="xs">
      <TextInput
        size="xs"
        w={170}
        type="search"
        aria-label="Search leads by street"
        placeholder="Street"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={({ currentTarget: { value } }) => {
          setWords(value);
          ask(value);
        }}
      />
      <NativeSelect
        size="xs"
        maw={190}
        aria-label="List"
        data={[
          { value: '', label: 'Every list' },
          ...(known ? [] : [{ value: String(search.import), label: `Import ${search.import}` }]),
          ...lists.map(({ importNo, list }) => ({ value: String(importNo), label: `${list} (import ${importNo})` })),
        ]}
        value={search.import === undefined ? '' : String(search.import)}
        onChange={({ currentTarget: { value } }) => set({ import: value ? Number(value) : undefined })}
      />
      <NativeSelect
        size="xs"
        aria-label="Score"
        data={[
          { value: '', label: 'Every score' },
          ...[25, 50, 75, 90].map((min) => ({ value: String(min), label: `${min} or more` })),
          ...(search.min && ![25, 50, 75, 90].includes(search.min) ? [{ value: String(search.min), label: `${search.min} or more` }] : []),
        ]}
        value={search.min ? String(search.min) : ''}
        onChange={({ currentTarget: { value } }) => set({ min: value ? Number(value) : undefined })}
      />
      <NativeSelect
        size="xs"
        aria-label="Order"
        data={[
          { value: 'score', label: 'Best score first' },
          { value: 'number', label: 'Newest first' },
        ]}
        value={search.sort ?? 'score'}
        onChange={({ currentTarget: { value } }) => set({ sort: value === 'number' ? 'number' : undefined })}
      />
      <Checkbox size="xs" label="Hot only" checked={search.hot ?? false} onChange={({ currentTarget: { checked } }) => set({ hot: checked || undefined })} />
    </Group>
  );
}
