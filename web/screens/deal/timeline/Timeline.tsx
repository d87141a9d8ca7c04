import './timeline.css';
import { Anchor, Button, Chip, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { useFollowCurrent, useListKeys } from '../../../parts/keys.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { count } from '../../../parts/time.ts';
import { dayWithYear } from '../days.ts';
import { type Deadline, useDeadlines, useDeal } from '../use-deal.ts';
import { DeadlineCard } from './DeadlineCard.tsx';
import { EventEntry } from './EventEntry.tsx';
import { byDay, type Entry, entriesOf, type Item } from './entries.ts';
import { type Kind, kindNames, kinds } from './kinds.ts';

const route = getRouteApi('/shell/deals/$no/timeline');
const clockOf = ({ clock }: Deadline): string => clock;

/** Past, now, and the computed future on one line, by days of the property. */
export function Timeline() {
  const { no, asOf } = useDeal();
  const timeline = useQuery(apiQuery('/v1/deals/{no}/timeline', { path: { no }, query: asOf ? { asOf } : {} }));
  const deadlines = useDeadlines(no);
  return (
    <Shown query={timeline} what="the timeline">
      {({ items }) => (
        <Shown query={deadlines} what="the deadlines">
          {(rows) => <Line items={items} deadlines={rows.items} />}
        </Shown>
      )}
    </Shown>
  );
}

function Line({ items, deadlines }: { items: readonly Item[]; deadlines: readonly Deadline[] }) {
  const { zone, asOf, contract, mayAct } = useDeal();
  const { show, clock: open } = route.useSearch();
  const navigate = route.useNavigate();
  const titleOf = useCallback((clock: string) => deadlines.find((each) => each.clock === clock)?.title ?? clock.replaceAll('-', ' '), [deadlines]);
  // On an earlier day only what was known then: the deadlines of today stay out.
  const standing = asOf ? none : deadlines;
  const entries = useMemo(() => entriesOf(items, standing, zone, titleOf), [items, standing, zone, titleOf]);
  const filtered = useMemo(() => (show ? entries.filter((entry) => entry.is === 'now' || entry.kind === show) : entries), [entries, show]);
  const rows = useMemo(() => filtered.flatMap((entry) => (entry.is === 'deadline' ? [entry.deadline] : [])), [filtered]);
  const undated = show === undefined || show === 'deadlines' ? standing.filter(({ dueAt }) => dueAt === null) : [];
  const ordered = useMemo(() => [...rows, ...undated], [rows, undated]);
  const container = useRef<HTMLDivElement>(null);
  const toggle = useCallback(
    (clock: string) =>
      void navigate({
        search: (before: Record<string, unknown>) => ({ ...before, clock: before.clock === clock ? undefined : clock }) as never,
        replace: true,
      }),
    [navigate],
  );
  const list = useListKeys(ordered, clockOf, { open: ({ clock }) => toggle(clock) });
  useFollowCurrent(list.current, container);
  useStart(container, open);
  const amendmentReason = (amendmentNo: number | undefined) => contract?.amendments.find((each) => each.amendmentNo === amendmentNo)?.reason;
  const card = (deadline: Deadline) => (
    <DeadlineCard
      key={deadline.clock}
      deadline={deadline}
      opened={open === deadline.clock}
      current={list.current === deadline.clock}
      toggle={() => toggle(deadline.clock)}
      onFocus={() => list.setCurrent(deadline.clock)}
      moves={items.filter(({ type, clock }) => type === 'Deadline.Moved' && clock === deadline.clock)}
      amendmentReason={amendmentReason}
      mayAct={mayAct}
    />
  );
  const counts = useMemo(() => new Map(kinds.map((kind) => [kind, entries.filter((entry) => entry.is !== 'now' && entry.kind === kind).length])), [entries]);

  return (
    <section aria-labelledby="timeline" ref={container}>
      <Title order={2} id="timeline" className="visually-hidden">
        Past, now and ahead
      </Title>
      <Filters show={show} counts={counts} />
      {filtered.length <= 1 && undated.length === 0 ? (
        <EmptyState
          title={show ? `Nothing of that kind: ${kindNames[show].toLowerCase()}` : 'Nothing has happened yet'}
          action={
            show ? (
              <Anchor component={Link} to="." search={(({ show: _, ...rest }: Record<string, unknown>) => rest) as never}>
                Show everything
              </Anchor>
            ) : (
              <Anchor component={Link} to="/deals">
                All deals
              </Anchor>
            )
          }
        >
          {show ? 'The timeline has entries of other kinds.' : 'Its run is about to start.'}
        </EmptyState>
      ) : (
        <>
          <ol className="line">
            {byDay(filtered).map(({ day, entries: own }) => (
              <li key={day} className="line-day">
                <Title order={3}>{dayWithYear(day)}</Title>
                <ul>
                  {own.map((entry) => (
                    <EntryOf key={entry.id} entry={entry} card={card} amendmentReason={amendmentReason} />
                  ))}
                </ul>
              </li>
            ))}
          </ol>
          {undated.length > 0 && (
            <div className="line-day">
              <Title order={3}>No date yet</Title>
              <ul>{undated.map(card)}</ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}
const none: readonly Deadline[] = [];

type EntryProps = { entry: Entry; card: (deadline: Deadline) => React.ReactNode; amendmentReason: (no: number | undefined) => string | undefined };
function EntryOf({ entry, card, amendmentReason }: EntryProps) {
  const { asOf } = useDeal();
  if (entry.is === 'deadline') return card(entry.deadline);
  if (entry.is === 'now')
    return (
      <li className="line-now" id="now">
        <span>{asOf ? 'As far as was known then' : 'Now'}</span>
      </li>
    );
  if (entry.is === 'opened') return <Opened titles={entry.titles} />;
  return <EventEntry entry={entry} reason={amendmentReason(entry.item.amendmentNo)} />;
}

function Opened({ titles }: { titles: string[] }) {
  const [open, setOpen] = useState(false);
  if (titles.length === 1) return <li className="line-entry">{titles[0]} is watched from now on</li>;
  return (
    <li className="line-entry">
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{count(titles.length, 'deadline')} computed</summary>
        <Text size="sm">{titles.join(', ')}</Text>
      </details>
    </li>
  );
}

/** Begins where the eye wants to be: at the deadline that the address names, or at now. */
function useStart(container: React.RefObject<HTMLDivElement | null>, clock: string | undefined): void {
  const first = useRef(clock);
  useEffect(() => {
    const row = first.current && container.current?.querySelector(`[data-row="${CSS.escape(first.current)}"]`);
    (row || container.current?.querySelector('#now'))?.scrollIntoView({ block: 'center' });
  }, [container]);
}

function Filters({ show, counts }: { show: Kind | undefined; counts: ReadonlyMap<Kind, number> }) {
  const navigate = route.useNavigate();
  return (
    <Group gap={6} mb="sm" className="no-print line-filters" justify="space-between">
      <Chip.Group
        value={show ?? 'all'}
        onChange={(value) =>
          void navigate({
            search: (({ show: _, ...rest }: Record<string, unknown>) => (value === 'all' ? rest : { ...rest, show: value })) as never,
            replace: true,
          })
        }
      >
        <Group gap={6} role="radiogroup" aria-label="What is shown">
          <Chip size="xs" value="all">
            Everything
          </Chip>
          {kinds
            .filter((kind) => show === kind || counts.get(kind))
            .map((kind) => (
              <Chip key={kind} size="xs" value={kind}>
                {kindNames[kind]} {counts.get(kind)}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      <Button variant="default" size="compact-sm" onClick={() => document.getElementById('now')?.scrollIntoView({ block: 'center' })}>
        Go to now
      </Button>
    </Group>
  );
}
