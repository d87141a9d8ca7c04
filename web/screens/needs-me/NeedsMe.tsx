import { Anchor, Badge, Button, Group, NativeSelect, SegmentedControl, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { type Bucket, buckets } from '../../../domain/closing/needs-me.ts';
import { useMay } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { useFollowCurrent, useListKeys } from '../../parts/keys.ts';
import { Page } from '../../parts/Page.tsx';
import { roles } from '../../parts/roles.ts';
import { Shown } from '../../parts/Shown.tsx';
import { oneOf } from '../../parts/search.ts';
import { count } from '../../parts/time.ts';
import { keysOnLine, useActsOnLine } from './acts.ts';
import { Line } from './Line.tsx';
import { idOf, type NeedsMeLine } from './lines.ts';
import type { NeedsMeSearch } from './route.ts';

const Snooze = lazy(() => import('./Snooze.tsx'));
const HandOver = lazy(() => import('./HandOver.tsx'));
const route = getRouteApi('/shell/');

const headings: Record<Bucket, string> = {
  overdue: 'Overdue',
  automation: 'Automation that needs a person',
  approval: 'To approve',
  review: 'To review',
  reply: 'To answer',
  today: 'Due today',
};

/** What asks for somebody now, over all files: why, whose it is, and one key or click to act. */
export function NeedsMe() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(
    apiPages('/v1/needs-me', { query: { limit: 100, ...(search.mine ? { mine: 'true' as const } : {}), ...(search.role ? { role: search.role } : {}) } }),
  );
  return (
    <Page
      title="Needs me now"
      aside={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Whose"
            data={[
              { value: 'all', label: 'Everybody’s' },
              { value: 'mine', label: 'Mine' },
            ]}
            value={search.mine ? 'mine' : 'all'}
            onChange={(value) =>
              void navigate({ search: ({ mine: _, ...rest }: NeedsMeSearch) => (value === 'mine' ? { ...rest, mine: true } : rest), replace: true })
            }
          />
          <NativeSelect
            size="xs"
            aria-label="Role"
            data={[{ value: '', label: 'Every role' }, ...roles]}
            value={search.role ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const role = oneOf(value, roles);
              void navigate({ search: ({ role: _, ...rest }: NeedsMeSearch) => (role ? { ...rest, role } : rest), replace: true });
            }}
          />
        </Group>
      }
    >
      <Shown query={query} what="what needs somebody">
        {({ pages }) => (
          <Lines
            lines={pages.flatMap(({ items }) => items)}
            filtered={search.mine === true || search.role !== undefined}
            more={query.hasNextPage ? { pending: query.isFetchingNextPage, fetch: () => void query.fetchNextPage() } : null}
          />
        )}
      </Shown>
    </Page>
  );
}

type LinesProps = { lines: NeedsMeLine[]; filtered: boolean; more: { pending: boolean; fetch: () => void } | null };

function Lines({ lines: all, filtered, more }: LinesProps) {
  const mayAct = useMay('tasks:write');
  const acts = useActsOnLine();
  const lines = useMemo(() => all.filter((line) => !acts.hidden.has(idOf(line))), [all, acts.hidden]);
  const [asked, setAsked] = useState<{ what: 'snooze' | 'hand-over'; line: NeedsMeLine } | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const list = useListKeys(lines, idOf, {
    open: acts.open,
    keys: mayAct ? keysOnLine(acts, { snooze: (line) => setAsked({ what: 'snooze', line }), handOver: (line) => setAsked({ what: 'hand-over', line }) }) : [],
  });
  useFollowCurrent(list.current, container);
  const first = lines[0] ? idOf(lines[0]) : null;

  // The lines that are not loaded yet go on where the last one stands.
  const isCut = (bucket: Bucket): boolean => more !== null && bucket === lines.at(-1)?.bucket;

  if (lines.length === 0 && !more)
    return filtered ? (
      <EmptyState
        title="Nothing of that kind needs anybody"
        action={
          <Anchor component={Link} to="/" search={{} as never}>
            Show everybody’s
          </Anchor>
        }
      >
        With these filters nothing is overdue, due today, to approve, to review or to answer.
      </EmptyState>
    ) : (
      <EmptyState
        title="Nothing needs anybody now"
        action={
          <Anchor component={Link} to="/deals">
            Look at the deals
          </Anchor>
        }
      >
        What becomes due, is to be approved, or fails, appears here by itself.
      </EmptyState>
    );
  return (
    <div className="scroll" ref={container}>
      {buckets.map((bucket) => {
        const own = lines.filter((line) => line.bucket === bucket);
        if (own.length === 0) return null;
        return (
          <section key={bucket} aria-labelledby={`bucket-${bucket}`}>
            <Group gap={8} px={14} pt="sm" pb={4}>
              <Title order={2} id={`bucket-${bucket}`}>
                {headings[bucket]}
              </Title>
              <Badge variant="default" tt="none" aria-label={`${isCut(bucket) ? 'more than ' : ''}${count(own.length, 'line')}`}>
                {own.length}
                {isCut(bucket) && '+'}
              </Badge>
            </Group>
            <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
              {own.map((line) => (
                <Line
                  key={idOf(line)}
                  line={line}
                  current={list.current === idOf(line)}
                  tabbable={list.current === null ? idOf(line) === first : list.current === idOf(line)}
                  onFocus={() => list.setCurrent(idOf(line))}
                  acts={
                    mayAct
                      ? { ...acts, snooze: (of) => setAsked({ what: 'snooze', line: of }), handOver: (of) => setAsked({ what: 'hand-over', line: of }) }
                      : null
                  }
                />
              ))}
            </ul>
          </section>
        );
      })}
      {more && (
        <Group justify="center" p="md">
          <Button variant="default" loading={more.pending} onClick={more.fetch}>
            Show more
          </Button>
        </Group>
      )}
      <Suspense>
        {asked?.what === 'snooze' && <Snooze line={asked.line} close={() => setAsked(null)} />}
        {asked?.what === 'hand-over' && <HandOver line={asked.line} close={() => setAsked(null)} />}
      </Suspense>
    </div>
  );
}
