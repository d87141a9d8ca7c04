import { Button, Group, Stack, Text } from '@mantine/core';
import { useAct } from '../../api/act.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { ShownOnce } from '../../parts/ShownOnce.tsx';
import type { Person } from './People.tsx';

/** A one-time link for who has lost theirs or forgot the password. */
export default function NewLink({ person, close }: { person: Person; close: () => void }) {
  const make = useAct('post', '/v1/people/{id}/sign-in-links');
  return (
    <Dialog opened onClose={close} title={`Sign-in link for ${person.name}`} closeOnClickOutside={!make.data}>
      <Stack gap="sm">
        {make.data ? (
          <ShownOnce what="The sign-in link" value={make.data.url}>
            <Text size="sm">
              Good once, until <Instant at={make.data.expiresAt} absolute machine />.
            </Text>
          </ShownOnce>
        ) : (
          <Text size="sm">It lets them in once and lets them choose a new password. The link they had, if any, ends with it.</Text>
        )}
        {make.error && <ProblemView error={make.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {make.data ? 'Done' : 'Cancel'}
          </Button>
          {!make.data && (
            <Button loading={make.isPending} onClick={() => make.mutate({ path: { id: person.id } })} data-autofocus>
              Make the link
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
