import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay, useMe } from '../../api/me.ts';
import { apiPages, apiQuery } from '../../api/query.ts';
import { Body } from '../../parts/Body.tsx';
import { Confirm } from '../../parts/Confirm.tsx';
import type { Column } from '../../parts/DataTable.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { useKeys } from '../../parts/keys.ts';
import { More } from '../../parts/More.tsx';
import { Page } from '../../parts/Page.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { scopesWords } from './scopes.ts';

const NewKey = lazy(() => import('./NewKey.tsx'));
const route = getRouteApi('/shell/keys');
type Key = Item<'/v1/keys'>;

const hasEnded = ({ revokedAt, expiresAt }: Key): boolean => revokedAt !== null || (expiresAt !== null && Date.parse(expiresAt) <= Date.now());

/** Keys for programs: whose they are, what they may do, until when. */
export function Keys() {
  const { ended } = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const mayMake = useMay('keys:write');
  const mayRead = useMay('people:read');
  const query = useInfiniteQuery(apiPages('/v1/keys', { query: { limit: 200 } }));
  const people = useQuery({ ...apiQuery('/v1/people', { query: { limit: 200 } }), enabled: mayRead });
  const revoke = useAct('delete', '/v1/keys/{id}');
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Key | null>(null);
  useKeys(mayMake ? [{ key: 'n', what: 'Make a key', run: () => setMaking(true) }] : []);
  const nameOf = (id: string): string => (id === me.person.id ? 'You' : (people.data?.items.find((person) => person.id === id)?.name ?? 'A person'));
  const mayRevoke = (key: Key): boolean => mayMake && !hasEnded(key) && (me.person.role === 'broker' || key.personId === me.person.id);
  const columns: Column<Key>[] = [
    {
      id: 'name',
      header: 'Key',
      card: 'title',
      cell: ({ name, personId, createdAt }) => (
        <>
          <Text fw={600} size="sm">
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {nameOf(personId)}, made <Instant at={createdAt} machine />
          </Text>
        </>
      ),
    },
    { id: 'scopes', header: 'May', cell: ({ scopes }) => scopesWords(scopes) },
    {
      id: 'state',
      header: 'State',
      width: 190,
      cell: (key) =>
        key.revokedAt ? (
          <Status tone="neutral" icon="stopped">
            Revoked <Instant at={key.revokedAt} machine />
          </Status>
        ) : key.expiresAt === null ? (
          <Status tone="good">Works, without an end</Status>
        ) : hasEnded(key) ? (
          <Status tone="neutral" icon="stopped">
            Ended <Instant at={key.expiresAt} machine />
          </Status>
        ) : (
          <Status tone="good">
            Works, ends <Instant at={key.expiresAt} machine />
          </Status>
        ),
    },
    {
      id: 'acts',
      header: 'Do',
      width: 130,
      has: mayRevoke,
      cell: (key) =>
        mayRevoke(key) && (
          <Button variant="default" aria-label={`Revoke ${key.name}`} onClick={() => setRevoking(key)}>
            Revoke …
          </Button>
        ),
    },
  ];
  const close = (): void => {
    setRevoking(null);
    revoke.reset();
  };
  return (
    <Page
      title="API keys"
      aside={
        <Group gap="xs">
          <Checkbox
            size="xs"
            label="Ended too"
            checked={ended ?? false}
            onChange={({ currentTarget }) => void navigate({ search: currentTarget.checked ? { ended: true } : {}, replace: true })}
          />
          {mayMake && (
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setMaking(true)}>
              Make a key …
            </Button>
          )}
        </Group>
      }
    >
      <Body label="Keys for programs">
        <div style={{ maxWidth: 1100 }}>
          <Section
            title="Keys"
            about={
              <>
                A program sends one as <code>Authorization: Bearer</code>; it acts for its person and never does more than their role.{' '}
                <Anchor href="/docs" inherit underline="always">
                  API reference
                </Anchor>
              </>
            }
          >
            <Shown query={query} what="the keys">
              {({ pages }) => {
                const rows = pages.flatMap(({ items }) => items).filter((key) => ended || !hasEnded(key));
                return (
                  <>
                    <ShortTable
                      label="Keys"
                      rows={rows}
                      columns={columns}
                      idOf={({ id }) => id}
                      empty={
                        <EmptyState title="No key works" action={mayMake && <Button onClick={() => setMaking(true)}>Make a key …</Button>}>
                          Programs that work with Keyturn need one. People sign in instead.
                        </EmptyState>
                      }
                    />
                    <More query={query} />
                  </>
                );
              }}
            </Shown>
          </Section>
        </div>
      </Body>
      <Suspense>{making && <NewKey people={people.data?.items ?? []} close={() => setMaking(false)} />}</Suspense>
      {revoking && (
        <Confirm
          title={`Revoke “${revoking.name}”`}
          confirm="Revoke"
          danger
          pending={revoke.isPending}
          problem={revoke.error}
          onConfirm={() => revoke.mutate({ path: { id: revoking.id } }, { onSuccess: close })}
          onClose={close}
        >
          <Text size="sm">Whatever uses it is refused from now on, for good. What it did stays in the record under its name.</Text>
        </Confirm>
      )}
    </Page>
  );
}
