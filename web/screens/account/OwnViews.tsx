import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Item } from '../../api/client.ts';
import { apiQuery } from '../../api/query.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { RemoveView, RenameView } from '../../parts/SavedViews.dialogs.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';

type View = Item<'/v1/views'>;

/** The saved views of the person, over all screens. */
export function OwnViews() {
  const query = useQuery(apiQuery('/v1/views'));
  const [asked, setAsked] = useState<{ what: 'rename' | 'remove'; view: View } | null>(null);
  const close = (): void => setAsked(null);
  const columns: Column<View>[] = [
    {
      id: 'name',
      header: 'View',
      card: 'title',
      cell: ({ name, screen, filters }) => (
        <Anchor component={Link} to={`/${screen}` as never} search={filters as never} inherit underline="always">
          {name}
        </Anchor>
      ),
    },
    { id: 'screen', header: 'Screen', width: 120, cell: ({ screen }) => screen.replaceAll('-', ' ') },
    { id: 'shared', header: 'Seen by', width: 120, cell: ({ shared }) => (shared ? 'everybody' : 'you alone') },
    {
      id: 'acts',
      header: 'Do',
      width: 220,
      cell: (view) => (
        <Group gap={6}>
          <Button variant="default" aria-label={`Rename ${view.name}`} onClick={() => setAsked({ what: 'rename', view })}>
            Rename …
          </Button>
          <Button variant="default" aria-label={`Delete ${view.name}`} onClick={() => setAsked({ what: 'remove', view })}>
            Delete …
          </Button>
        </Group>
      ),
    },
  ];
  return (
    <Section title="Saved views" about="Yours. A list is saved with its filters on its own screen, under “Views”.">
      <Shown query={query} what="your saved views">
        {({ items }) => (
          <ShortTable
            label="Your saved views"
            rows={items.filter(({ mine }) => mine)}
            columns={columns}
            idOf={({ id }) => id}
            empty={
              <Text size="sm">
                None yet.{' '}
                <Anchor component={Link} to="/deals" inherit underline="always">
                  Filter the deals
                </Anchor>{' '}
                and save how you look at them.
              </Text>
            }
          />
        )}
      </Shown>
      {asked?.what === 'rename' && <RenameView view={asked.view} close={close} />}
      {asked?.what === 'remove' && <RemoveView view={asked.view} close={close} />}
    </Section>
  );
}
