import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { apiQuery } from '../../api/query.ts';
import { useSignOut } from '../../app/signOut.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { nameOf, type Session, sessionColumns } from './session-columns.tsx';

/** Where one is signed in, and the way to end that: a machine one no longer has, or all but this one. */
export function Sessions() {
  const query = useQuery(apiQuery('/v1/sessions'));
  const signOut = useSignOut();
  const end = useAct('delete', '/v1/sessions/{id}');
  const endOthers = useAct('delete', '/v1/sessions');
  const others = query.data?.items.filter(({ current }) => !current).length ?? 0;
  const columns: Column<Session>[] = [
    ...sessionColumns,
    {
      id: 'acts',
      header: 'Do',
      width: 130,
      cell: (session) => (
        <Button
          variant="default"
          aria-label={session.current ? 'Sign out here' : `End it: ${nameOf(session)}`}
          loading={end.isPending && end.variables.path.id === session.id}
          onClick={() => (session.current ? void signOut() : end.mutate({ path: { id: session.id } }))}
        >
          {session.current ? 'Sign out' : 'End it'}
        </Button>
      ),
    },
  ];
  return (
    <Section
      title="Where you are signed in"
      about="A session ends after a week unused, or after 30 days. One that you do not know: end it, and choose another password."
      aside={
        others > 0 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            End all others
          </Button>
        )
      }
    >
      {(end.error ?? endOthers.error) && <ProblemView error={end.error ?? endOthers.error} />}
      <Shown query={query} what="where you are signed in">
        {({ items }) => (
          <ShortTable label="Your sessions" rows={items.toSorted((a, b) => Number(b.current) - Number(a.current))} columns={columns} idOf={({ id }) => id} />
        )}
      </Shown>
    </Section>
  );
}
