import { Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { setSingleKeys, singleKeysOn, useBoundKeys } from '../parts/keys.ts';

const always: { keys: string[]; what: string }[] = [
  { keys: ['⌘ K', 'Ctrl K'], what: 'Go to a screen, a deal, a lead' },
  { keys: ['Esc'], what: 'Close what is open' },
];

/** The keys that work on this screen, and the switch that turns single keys off. */
export default function Help({ close }: { close: () => void }) {
  const bound = useBoundKeys();
  const [on, setOn] = useState(singleKeysOn());
  return (
    <Dialog opened onClose={close} title="Keys and what they do">
      <Table>
        <Table.Thead className="visually-hidden">
          <Table.Tr>
            <Table.Th>Key</Table.Th>
            <Table.Th>What it does</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...bound.map(({ key, what }) => ({ keys: [key], what })), ...always].map(({ keys, what }) => (
            <Table.Tr key={what}>
              <Table.Td w={130}>
                {keys.map((key) => (
                  <kbd key={key} style={{ marginInlineEnd: 6 }}>
                    {key}
                  </kbd>
                ))}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        mt="md"
        label="Single keys work"
        description="Turn them off where speech input or another keyboard gets in their way"
        checked={on}
        onChange={({ currentTarget }) => {
          setSingleKeys(currentTarget.checked);
          setOn(currentTarget.checked);
        }}
      />
    </Dialog>
  );
}
