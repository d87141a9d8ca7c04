import { Anchor, Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Item } from '../../api/client.ts';
import { useMay, useMe } from '../../api/me.ts';
import { apiPages } from '../../api/query.ts';
import { Body } from '../../parts/Body.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { useKeys } from '../../parts/keys.ts';
import { More } from '../../parts/More.tsx';
import { Page } from '../../parts/Page.tsx';
import { roles } from '../../parts/roles.ts';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { oneOf } from '../../parts/search.ts';
import { RoleTable } from './RoleTable.tsx';
import type { PeopleSearch } from './route.ts';

const Invite = lazy(() => import('./Invite.tsx'));
const Edit = lazy(() => import('./Edit.tsx'));
const Disable = lazy(() => import('./Disable.tsx'));
const NewLink = lazy(() => import('./NewLink.tsx'));
const SignedIn = lazy(() => import('./SignedIn.tsx'));
const route = getRouteApi('/shell/people');

export type Person = Item<'/v1/people'>;
type Asked = { what: 'invite' } | { what: 'edit' | 'disable' | 'enable' | 'link' | 'sessions'; person: Person };

/** Who works here, in which role, who stands in for whom; and what each role may do. */
export function People() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(apiPages('/v1/people', { query: { limit: 200 } }));
  const may = useMay('people:write');
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = (): void => setAsked(null);
  useKeys(may ? [{ key: 'i', what: 'Invite a person', run: () => setAsked({ what: 'invite' }) }] : []);
  const set = (change: PeopleSearch, without: keyof PeopleSearch): void =>
    void navigate({ search: ({ [without]: _, ...rest }: PeopleSearch) => ({ ...rest, ...change }), replace: true });
  return (
    <Page
      title="People and roles"
      aside={
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label="Role"
            data={[{ value: '', label: 'Every role' }, ...roles]}
            value={search.role ?? ''}
            onChange={({ currentTarget }) => {
              const role = oneOf(currentTarget.value, roles);
              set(role ? { role } : {}, 'role');
            }}
          />
          <Checkbox
            size="xs"
            label="Disabled too"
            checked={search.disabled ?? false}
            onChange={({ currentTarget }) => set(currentTarget.checked ? { disabled: true } : {}, 'disabled')}
          />
          {may && (
            <Button leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setAsked({ what: 'invite' })}>
              Invite …
            </Button>
          )}
        </Group>
      }
    >
      <Body label="People, and what each role may do">
        <Stack gap="md" maw={1100}>
          <Section title="People">
            <Shown query={query} what="the people">
              {({ pages }) => (
                <>
                  <List people={pages.flatMap(({ items }) => items)} search={search} ask={may ? setAsked : null} />
                  <More query={query} />
                </>
              )}
            </Shown>
          </Section>
          <Section title="What each role may do" about="A key narrows it further and never widens it.">
            <RoleTable />
          </Section>
        </Stack>
      </Body>
      <Suspense>
        {asked?.what === 'invite' && <Invite people={query.data?.pages.flatMap(({ items }) => items) ?? []} close={close} />}
        {asked?.what === 'edit' && <Edit person={asked.person} people={query.data?.pages.flatMap(({ items }) => items) ?? []} close={close} />}
        {asked?.what === 'sessions' && <SignedIn person={asked.person} close={close} />}
        {asked?.what === 'link' && <NewLink person={asked.person} close={close} />}
        {(asked?.what === 'disable' || asked?.what === 'enable') && <Disable person={asked.person} close={close} />}
      </Suspense>
    </Page>
  );
}

type ListProps = { people: Person[]; search: PeopleSearch; ask: ((asked: Asked) => void) | null };

function List({ people, search: { role, disabled }, ask }: ListProps) {
  const me = useMe().person;
  const shown = people
    .filter((person) => (!role || person.role === role) && (disabled || person.disabledAt === null))
    .toSorted((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null) || a.name.localeCompare(b.name));
  const nameOf = (id: string | null): string | undefined => people.find((person) => person.id === id)?.name;
  const columns: Column<Person>[] = [
    {
      id: 'name',
      header: 'Name',
      card: 'title',
      cell: ({ name, email, id }) => (
        <>
          <Text fw={600} size="sm">
            {name}
            {id === me.id && ' (you)'}
          </Text>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
        </>
      ),
    },
    { id: 'role', header: 'Role', width: 120, cell: (person) => person.role },
    { id: 'standIn', header: 'Stand-in', width: 130, cell: ({ standInId }) => nameOf(standInId) ?? 'nobody' },
    {
      id: 'state',
      header: 'State',
      width: 170,
      cell: ({ disabledAt, disabledReason }) =>
        disabledAt ? (
          <>
            <Status tone="neutral" icon="stopped">
              Disabled <Instant at={disabledAt} />
            </Status>
            {disabledReason && (
              <Text size="xs" c="dimmed">
                {disabledReason}
              </Text>
            )}
          </>
        ) : (
          <Status tone="good">May sign in</Status>
        ),
    },
    {
      id: 'acts',
      header: 'Do',
      width: 420,
      has: () => ask !== null,
      cell: (person) =>
        ask && (
          <Group gap={6}>
            <Button variant="default" aria-label={`Change ${person.name}`} onClick={() => ask({ what: 'edit', person })}>
              Change …
            </Button>
            {person.disabledAt === null && (
              <>
                <Button variant="default" aria-label={`New sign-in link for ${person.name}`} onClick={() => ask({ what: 'link', person })}>
                  Link …
                </Button>
                <Button variant="default" aria-label={`Sessions of ${person.name}`} onClick={() => ask({ what: 'sessions', person })}>
                  Sessions …
                </Button>
              </>
            )}
            <Button
              variant="default"
              aria-label={`${person.disabledAt ? 'Enable' : 'Disable'} ${person.name}`}
              onClick={() => ask({ what: person.disabledAt ? 'enable' : 'disable', person })}
            >
              {person.disabledAt ? 'Enable …' : 'Disable …'}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <ShortTable
      label="People"
      rows={shown}
      columns={ask ? columns : columns.filter(({ id }) => id !== 'acts')}
      idOf={({ id }) => id}
      empty={
        <EmptyState
          title="Nobody of that kind"
          action={
            <Anchor component={Link} to="/people" search={{} as never}>
              Show everybody
            </Anchor>
          }
        >
          {people.length === 0 ? 'The brokerage has no people yet.' : 'With these filters nobody is left.'}
        </EmptyState>
      }
    />
  );
}
