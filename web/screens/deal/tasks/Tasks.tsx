import { Anchor, SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Item } from '../../../api/client.ts';
import { useMay } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant, useBusinessNow } from '../../../parts/Instant.tsx';
import { useFollowCurrent, useListKeys } from '../../../parts/keys.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { keysOnLine, useActsOnLine } from '../../needs-me/acts.ts';
import { Line } from '../../needs-me/Line.tsx';
import { idOf, type NeedsMeLine } from '../../needs-me/lines.ts';
import { useDeal } from '../use-deal.ts';
import { usePersonName } from '../use-person.ts';
import { plain } from '../words.ts';

const Snooze = lazy(() => import('../../needs-me/Snooze.tsx'));
const HandOver = lazy(() => import('../../needs-me/HandOver.tsx'));
const route = getRouteApi('/shell/deals/$no/tasks');
type Task = Item<'/v1/tasks'>;

/** What people have to do for this deal, and what they did. */
export function Tasks() {
  const { no } = useDeal();
  const { done } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(apiQuery('/v1/tasks', { query: { deal: no, limit: 200, status: done ? 'done' : 'open', snoozed: 'true' } }));
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="sm"
        aria-label="Which tasks"
        className="no-print"
        data={[
          { value: 'open', label: 'To do' },
          { value: 'done', label: 'Done' },
        ]}
        value={done ? 'done' : 'open'}
        onChange={(value) =>
          void navigate({
            search: (({ done: _, ...rest }: Record<string, unknown>) => (value === 'done' ? { ...rest, done: true } : rest)) as never,
            replace: true,
          })
        }
      />
      <Shown query={query} what="the tasks">
        {({ items }) => (done ? <Done tasks={items} /> : <Open tasks={items} />)}
      </Shown>
    </>
  );
}

function Open({ tasks }: { tasks: readonly Task[] }) {
  const { no, deal, zone, asOf } = useDeal();
  const mayAct = useMay('tasks:write') && asOf === null;
  const personName = usePersonName();
  const now = useBusinessNow()().toISOString();
  const acts = useActsOnLine();
  const [asked, setAsked] = useState<{ what: 'snooze' | 'hand-over'; line: NeedsMeLine } | null>(null);
  const lines = useMemo(
    () =>
      tasks
        .map((task) => toLine(task, { no, now, zone, owner: task.ownerId ? personName(task.ownerId) : null }))
        .filter((line) => !acts.hidden.has(idOf(line))),
    [tasks, acts.hidden, personName, no, now, zone],
  );
  const container = useRef<HTMLUListElement>(null);
  const snooze = useCallback((line: NeedsMeLine) => setAsked({ what: 'snooze', line }), []);
  const handOver = useCallback((line: NeedsMeLine) => setAsked({ what: 'hand-over', line }), []);
  const list = useListKeys(lines, idOf, {
    open: acts.open,
    keys: mayAct ? keysOnLine(acts, { snooze, handOver }) : [],
  });
  useFollowCurrent(list.current, container);
  if (lines.length === 0)
    return (
      <EmptyState
        title="Nobody has anything to do here"
        action={
          <Anchor component={Link} to="/deals/$no/timeline" params={{ no: String(no) } as never}>
            See what lies ahead
          </Anchor>
        }
      >
        {deal.waitingFor ? `The deal waits for ${plain(deal.waitingFor, zone)}. ` : ''}What becomes due, is to be approved, or fails, appears here by itself.
      </EmptyState>
    );
  return (
    <>
      <ul className="deal-list" ref={container}>
        {lines.map((line, at) => (
          <Line
            key={idOf(line)}
            line={line}
            current={list.current === idOf(line)}
            tabbable={list.current === null ? at === 0 : list.current === idOf(line)}
            onFocus={() => list.setCurrent(idOf(line))}
            within
            acts={mayAct ? { ...acts, snooze, handOver } : null}
          />
        ))}
      </ul>
      <Suspense>
        {asked?.what === 'snooze' && <Snooze line={asked.line} close={() => setAsked(null)} />}
        {asked?.what === 'hand-over' && <HandOver line={asked.line} close={() => setAsked(null)} />}
      </Suspense>
    </>
  );
}

/** A task as the list of what needs somebody has it. */
const toLine = (
  { id, kind, title, reason, role, ownerId, dueAt, snoozedUntil, note, aboutId }: Task,
  { no, now, zone, owner }: { no: number; now: string; zone: string; owner: string | null },
): NeedsMeLine => ({
  ...{ taskId: id, parkedId: null, kind, title, role, ownerId, owner, dueAt, dealNo: no, leadNo: null, aboutId, property: null, contactId: null },
  reason: snoozedUntil && snoozedUntil > now ? `Put off${note ? `: ${note}` : ''}. ${plain(reason, zone)}` : plain(reason, zone),
  bucket: dueAt < now ? 'overdue' : 'today',
});

function Done({ tasks }: { tasks: readonly Task[] }) {
  const personName = usePersonName();
  if (tasks.length === 0) return <EmptyState title="Nothing has been done yet">What people finish for this deal stays here with what came of it.</EmptyState>;
  return (
    <ul className="deal-list">
      {tasks.map(({ id, title, outcome, doneAt, doneBy }) => (
        <li key={id} className="card">
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {outcome ?? 'Done'} · {doneBy ? personName(doneBy) : 'by itself'}
            {doneAt && (
              <>
                {', '}
                <Instant at={doneAt} />
              </>
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}
