import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { act } from '../../api/act.ts';
import { useMay } from '../../api/me.ts';
import { showProblem, type Undoable, undoable } from '../../parts/UndoSend.tsx';
import { idOf, type NeedsMeLine } from './lines.ts';
import { elsewhereOf, oneActOf, placeOf } from './place.ts';
import { titleOf } from './words.ts';

/** The act of a line: its word, the sign it goes by, and the doing. */
export type MainAct = { label: string; sign: 'done' | 'approve' | 'send' | 'retry' | 'go'; run: () => void };

/**
 * What can be done with a line at once. A line that is done leaves the list, and comes back when that is undone or refused.
 * `mainOf` is its one act; what a role may not do, or cannot truly say, is a way to the place instead.
 */
export function useActsOnLine() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [mayApprove, mayRelease, maySystem] = [useMay('offers:write'), useMay('closing:write'), useMay('system:read')];
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const open = useCallback(
    (line: NeedsMeLine) => {
      const place = placeOf(line, maySystem);
      if (place) void navigate(place as never);
    },
    [navigate, maySystem],
  );
  const inTenSeconds = useCallback((line: NeedsMeLine, given: Omit<Undoable, 'undone'>) => {
    const id = idOf(line);
    setHidden((before) => new Set(before).add(id));
    undoable({ ...given, undone: () => setHidden((before) => new Set([...before].filter((each) => each !== id))) });
  }, []);
  const done = useCallback(
    (line: NeedsMeLine, label: string): MainAct => {
      const commit = (leaving: boolean) =>
        act(queries, 'post', '/v1/tasks/{id}/done', { path: { id: idOf(line) }, body: { outcome: label } }, { keepalive: leaving });
      return { label, sign: 'done', run: () => inTenSeconds(line, { what: `“${titleOf(line)}” is closed as done`, commit, onLeave: 'commit' }) };
    },
    [queries, inTenSeconds],
  );
  const elsewhere = useCallback(
    (line: NeedsMeLine): MainAct | null => {
      const words = elsewhereOf(line);
      return words === null ? null : done(line, words);
    },
    [done],
  );
  const mainOf = useCallback(
    (line: NeedsMeLine): MainAct => {
      const one = oneActOf(line);
      const look: MainAct = { label: 'Look', sign: 'go', run: () => open(line) };
      if (typeof one === 'object') return { ...look, label: one.go };
      switch (one) {
        case 'approve': {
          const no = line.dealNo;
          if (!mayApprove || no === null) return look;
          const commit = () => act(queries, 'post', '/v1/deals/{no}/approve', { path: { no } });
          return { label: 'Approve', sign: 'approve', run: () => inTenSeconds(line, { what: `The offer of deal ${no} is approved`, commit, onLeave: 'ask' }) };
        }
        case 'send': {
          const id = line.aboutId;
          if (!mayRelease || id === null) return look;
          const commit = () => act(queries, 'post', '/v1/party-messages/{id}/release', { path: { id } });
          return { label: 'Send', sign: 'send', run: () => inTenSeconds(line, { what: 'The message is sent as it is', commit, onLeave: 'ask' }) };
        }
        case 'retry': {
          const commit = () => void act(queries, 'post', '/v1/parked/{id}/retry', { path: { id: idOf(line) } }).catch(showProblem);
          return { label: 'Take it in again', sign: 'retry', run: commit };
        }
        case 'done':
          return done(line, 'Done');
        default:
          return one satisfies never;
      }
    },
    [queries, mayApprove, mayRelease, inTenSeconds, open, done],
  );
  const claim = useCallback(
    (line: NeedsMeLine) => void act(queries, 'post', '/v1/tasks/{id}/claim', { path: { id: idOf(line) }, body: {} }).catch(showProblem),
    [queries],
  );
  return useMemo(() => ({ hidden, open, mainOf, elsewhere, claim }), [hidden, open, mainOf, elsewhere, claim]);
}

type Asking = { snooze: (line: NeedsMeLine) => void; handOver: (line: NeedsMeLine) => void };
/** The keys of a list of lines. Snoozing and handing over are for tasks alone. */
export function keysOnLine(acts: ReturnType<typeof useActsOnLine>, { snooze, handOver }: Asking) {
  const ifTask = (run: (line: NeedsMeLine) => void) => (line: NeedsMeLine) => void (line.taskId && run(line));
  return [
    { key: 'e', what: 'What the line offers: approve, send, done …', run: (line: NeedsMeLine) => acts.mainOf(line).run() },
    { key: 'd', what: 'It was done elsewhere', run: (line: NeedsMeLine) => acts.elsewhere(line)?.run() },
    { key: 's', what: 'Put off', run: ifTask(snooze) },
    { key: 'h', what: 'Hand over', run: ifTask(handOver) },
    { key: 'c', what: 'Make it mine', run: ifTask(acts.claim) },
  ];
}
