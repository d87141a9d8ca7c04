import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { act } from '../../api/act.ts';
import { showProblem, undoable } from '../../parts/UndoSend.tsx';
import { idOf, type NeedsMeLine } from './Line.tsx';

/** What can be done with a line at once. A line that is done leaves the list, and comes back when that is undone or refused. */
export function useActsOnLine() {
  const queries = useQueryClient();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const done = useCallback(
    (line: NeedsMeLine) => {
      const id = idOf(line);
      setHidden((before) => new Set(before).add(id));
      undoable({
        what: `“${line.title}” is closed as done`,
        commit: (leaving) => act(queries, 'post', '/v1/tasks/{id}/done', { path: { id }, body: { outcome: 'Done' } }, { keepalive: leaving }),
        undone: () => setHidden((before) => new Set([...before].filter((each) => each !== id))),
        onLeave: 'commit',
      });
    },
    [queries],
  );
  const claim = useCallback(
    (line: NeedsMeLine) => void act(queries, 'post', '/v1/tasks/{id}/claim', { path: { id: idOf(line) }, body: {} }).catch(showProblem),
    [queries],
  );
  const retry = useCallback(
    (line: NeedsMeLine) => void act(queries, 'post', '/v1/parked/{id}/retry', { path: { id: idOf(line) } }).catch(showProblem),
    [queries],
  );
  return useMemo(() => ({ hidden, done, claim, retry }), [hidden, done, claim, retry]);
}
