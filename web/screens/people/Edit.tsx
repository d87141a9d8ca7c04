import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { isBesideFields } from '../../parts/faults.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { roles } from '../../parts/roles.ts';
import { oneOf } from '../../parts/search.ts';
import type { Person } from './People.tsx';
import { type Fields, fieldCodes, fieldPaths, PersonFields } from './PersonFields.tsx';

/** Name, address, role and stand-in of a person. */
export default function Edit({ person, people, close }: { person: Person; people: readonly Person[]; close: () => void }) {
  const before: Fields = { name: person.name, email: person.email, role: person.role, standInId: person.standInId ?? '' };
  const [fields, setFields] = useState(before);
  const change = useAct('patch', '/v1/people/{id}');
  const differing = fieldPaths.filter((name) => fields[name] !== before[name]);
  return (
    <Dialog opened onClose={close} title={`Change ${person.name}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const role = oneOf(fields.role, roles);
          const given = { name: fields.name, email: fields.email, ...(role ? { role } : {}), standInId: fields.standInId || null };
          const body = Object.fromEntries(differing.map((name) => [name, given[name]]));
          change.mutate({ path: { id: person.id }, body }, { onSuccess: close });
        }}
      >
        <Stack gap="sm">
          <PersonFields fields={fields} set={(more) => setFields((all) => ({ ...all, ...more }))} people={people} self={person.id} problem={change.error} />
          {differing.includes('role') && <Text size="sm">They may do at once what a {fields.role} may, and no more. Their keys are narrowed with them.</Text>}
          {change.error && !isBesideFields(change.error, fieldPaths, fieldCodes) && <ProblemView error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending} disabled={differing.length === 0}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
