import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { isBesideFields } from '../../parts/faults.ts';
import { Instant } from '../../parts/Instant.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { roles } from '../../parts/roles.ts';
import { ShownOnce } from '../../parts/ShownOnce.tsx';
import { oneOf } from '../../parts/search.ts';
import type { Person } from './People.tsx';
import { type Fields, fieldCodes, fieldPaths, PersonFields } from './PersonFields.tsx';

/** Adds a person and shows their one-time link, which the broker passes on by whatever way is theirs. */
export default function Invite({ people, close }: { people: readonly Person[]; close: () => void }) {
  const [fields, setFields] = useState<Fields>({ name: '', email: '', role: 'coordinator', standInId: '' });
  const invite = useAct('post', '/v1/people');
  const { data, error } = invite;
  return (
    <Dialog opened onClose={close} title={data ? `${data.name} is invited` : 'Invite a person'} closeOnClickOutside={!data}>
      {data ? (
        <Stack gap="sm">
          {data.signInLink ? (
            <ShownOnce what="The sign-in link" value={data.signInLink.url}>
              <Text size="sm">
                Send it to {data.email}. It lets them in once, until <Instant at={data.signInLink.expiresAt} absolute machine />; they choose a password then.
                Whoever has it is let in, so use a way only they read.
              </Text>
            </ShownOnce>
          ) : (
            <Text size="sm">They are on the list. A broker makes their sign-in link.</Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Done
            </Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const { standInId, role, ...rest } = fields;
            invite.mutate({ body: { ...rest, role: oneOf(role, roles)!, ...(standInId ? { standInId } : {}) } });
          }}
        >
          <Stack gap="sm">
            <PersonFields fields={fields} set={(change) => setFields((before) => ({ ...before, ...change }))} people={people} problem={error} />
            {error && !isBesideFields(error, fieldPaths, fieldCodes) && <ProblemView error={error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={invite.isPending}>
                Invite
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
