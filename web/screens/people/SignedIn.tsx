import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { apiQuery } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { sessionColumns } from '../account/session-columns.tsx';
import type { Person } from './People.tsx';

/** Where somebody is signed in, for who lets people in: they end it where a machine is lost. */
export default function SignedIn({ person, close }: { person: Person; close: () => void }) {
  const query = useQuery(apiQuery('/v1/people/{id}/sessions', { path: { id: person.id } }));
  const end = useAct('delete', '/v1/people/{id}/sessions');
  const some = (query.data?.items.length ?? 0) > 0;
  return (
    <Dialog opened onClose={close} title={`Where ${person.name} is signed in`} size="xl">
      <Stack gap="sm">
        <Shown query={query} what="the sessions">
          {({ items }) => (
            <ShortTable
              label={`Sessions of ${person.name}`}
              rows={items}
              columns={sessionColumns}
              idOf={({ id }) => id}
              empty={<Text size="sm">Nowhere. A sign-in link or the password lets them in.</Text>}
            />
          )}
        </Shown>
        {some && <Text size="sm">Signed out, they may sign in again. To keep somebody out, disable them.</Text>}
        {end.error && <ProblemView error={end.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Close
          </Button>
          {some && (
            <Button color="red.9" loading={end.isPending} onClick={() => end.mutate({ path: { id: person.id } })}>
              Sign them out everywhere
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
