import { Button, Group, NativeSelect, Popover, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { headerKey } from '../../../domain/sourcing/columns.ts';
import type { MappingChoice } from '../../../domain/sourcing/imports.schemas.ts';
import { useAct } from '../../api/act.ts';
import type { Answer, Body } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';

export type Seen = Answer<'/v1/imports/preview', 'post'>;
/** What the columns are read by before somebody corrects them: a known kind of list, or a way of reading saved here. */
export type Base = { name: string; choice: MappingChoice };
type Props = { seen: Seen; base: Base | null; set: (base: Base) => void };
const savedAs = (name: string): string => `saved/${name}`;

/** By what the columns are read: kinds of lists that we know, and those the brokerage saved. */
export function ReadAs({ seen, base, set }: Props) {
  const saved = useQuery(apiQuery('/v1/import-mappings')).data?.items ?? [];
  const presets = seen.presets.map(({ name, title }) => ({ value: name, label: title }));
  return (
    <NativeSelect
      size="xs"
      label="Read as"
      data={
        saved.length === 0
          ? presets
          : [
              { group: 'Saved here', items: saved.map(({ name }) => ({ value: savedAs(name), label: name })) },
              { group: 'Known lists', items: presets },
            ]
      }
      value={base?.name ?? seen.preset}
      onChange={({ currentTarget: { value } }) => {
        const known = saved.find(({ name }) => savedAs(name) === value);
        set({ name: value, choice: known ? fitting(known.mapping as MappingChoice, seen) : ({ preset: value } as MappingChoice) });
      }}
    />
  );
}

/** A list of today may lack a column that was there when the reading was saved. */
function fitting({ columns, ...rest }: MappingChoice, { columns: here }: Seen): MappingChoice {
  const headers = new Set(here.map(({ header }) => headerKey(header)));
  return { ...rest, columns: Object.fromEntries(Object.entries(columns ?? {}).filter(([header]) => headers.has(headerKey(header)))) };
}

/** Keeps how the columns are read now under a name, for the next list of this kind. */
export function SaveReading({ seen, set }: Pick<Props, 'seen' | 'set'>) {
  const [opened, open] = useState(false);
  const [name, setName] = useState('');
  const save = useAct('put', '/v1/import-mappings/{name}');
  if (!useMay('sourcing:write')) return null;
  const wanted = name.trim();
  const send = (): void => {
    const columns = Object.fromEntries(seen.columns.filter(({ header }) => header !== '').map(({ header, field }) => [header, field]));
    const choice = { preset: seen.preset, dateOrder: seen.dateOrder, nameOrder: seen.nameOrder, defaults: seen.defaults, columns } as Body<
      '/v1/import-mappings/{name}',
      'put'
    >;
    save.mutate(
      { path: { name: wanted }, body: choice },
      {
        onSuccess: () => {
          open(false);
          set({ name: savedAs(wanted), choice: choice as MappingChoice });
          notifications.show({ message: `“${wanted}” is offered under “Read as” from now on.` });
        },
      },
    );
  };
  return (
    <Popover opened={opened} onChange={open} trapFocus position="bottom-end" width={300} withArrow>
      <Popover.Target>
        <Button variant="default" onClick={() => open(!opened)}>
          Save this reading …
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted) send();
          }}
        >
          <TextInput
            label="Name"
            description="One that is taken is saved anew"
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus
          />
          {save.error && <ProblemView error={save.error} />}
          <Group justify="space-between" mt="xs" wrap="nowrap">
            <Text size="xs" c="dimmed">
              For the next list of this kind
            </Text>
            <Button type="submit" loading={save.isPending} disabled={!wanted}>
              Save
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
