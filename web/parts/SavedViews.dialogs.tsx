import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../api/act.ts';
import type { Item } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { Confirm } from './Confirm.tsx';
import { Dialog } from './Dialog.tsx';
import { faultOf, isBesideFields } from './faults.ts';
import { ProblemView } from './ProblemView.tsx';

type View = Item<'/v1/views'>;
type Filters = Record<string, string | number | boolean | string[]>;

/** Keeps how one looks at a screen under a name. */
export function SaveView({ screen, filters, close }: { screen: string; filters: object; close: () => void }) {
  const save = useAct('post', '/v1/views');
  return (
    <ViewForm
      title="Save this view"
      name=""
      shared={false}
      pending={save.isPending}
      problem={save.error}
      submit={(name, shared) => save.mutate({ body: { name, shared, screen, filters: filters as Filters } }, { onSuccess: close })}
      close={close}
    />
  );
}

export function RenameView({ view, close }: { view: View; close: () => void }) {
  const change = useAct('patch', '/v1/views/{id}');
  return (
    <ViewForm
      title={`Rename “${view.name}”`}
      name={view.name}
      shared={view.shared}
      pending={change.isPending}
      problem={change.error}
      submit={(name, shared) => change.mutate({ path: { id: view.id }, body: { name, shared } }, { onSuccess: close })}
      close={close}
    />
  );
}

export function RemoveView({ view, close }: { view: View; close: () => void }) {
  const remove = useAct('delete', '/v1/views/{id}');
  return (
    <Confirm
      title={`Delete “${view.name}”`}
      confirm="Delete"
      danger
      pending={remove.isPending}
      problem={remove.error}
      onConfirm={() => remove.mutate({ path: { id: view.id } }, { onSuccess: close })}
      onClose={close}
    >
      <Text size="sm">{view.shared ? 'It disappears for everybody; what it shows stays.' : 'The view disappears; what it shows stays.'}</Text>
    </Confirm>
  );
}

type FormProps = {
  title: string;
  name: string;
  shared: boolean;
  pending: boolean;
  problem: Problem | null;
  submit: (name: string, shared: boolean) => void;
  close: () => void;
};

function ViewForm({ title, name: before, shared: sharedBefore, pending, problem, submit, close }: FormProps) {
  const [name, setName] = useState(before);
  const [shared, setShared] = useState(sharedBefore);
  return (
    <Dialog opened onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit(name.trim(), shared);
        }}
      >
        <Stack gap="sm">
          <TextInput
            label="Name"
            placeholder="This week’s closings"
            value={name}
            maxLength={80}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={faultOf(problem, 'name', ['view-exists'])}
            required
            withAsterisk={false}
            data-autofocus
          />
          <Checkbox label="Everybody at the brokerage sees it" checked={shared} onChange={({ currentTarget }) => setShared(currentTarget.checked)} />
          {problem && !isBesideFields(problem, ['name'], ['view-exists']) && <ProblemView error={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!name.trim()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
