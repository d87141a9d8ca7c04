import { Anchor, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords, sentence } from '../words.ts';
import { AddParty } from './AddParty.tsx';
import { addressesOf, EditContact } from './EditContact.tsx';
import { Leave } from './Leave.tsx';

export type Party = Answer<'/v1/deals/{no}/parties', 'get'>['items'][number];
type Asked = { what: 'add' } | { what: 'edit' | 'leave'; party: Party } | null;

/** Who takes part, how they are reached, and who has left. */
export function Parties() {
  const { no, mayAct } = useDeal();
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no }, query: { all: 'true' } }));
  const [asked, setAsked] = useState<Asked>(null);
  const close = (): void => setAsked(null);
  const add = mayAct && <Button onClick={() => setAsked({ what: 'add' })}>Add a party</Button>;
  return (
    <>
      <Shown query={parties} what="the parties">
        {({ items }) => {
          const [present, gone] = [items.filter(({ leftAt }) => leftAt === null), items.filter(({ leftAt }) => leftAt !== null)];
          if (items.length === 0)
            return (
              <EmptyState title="Nobody takes part yet" action={add}>
                Buyer, seller, lender, title company: who is named here gets the messages and reminders of their part, and can be asked to sign.
              </EmptyState>
            );
          return (
            <>
              <Group justify="flex-end" mb="xs" className="no-print">
                {add}
              </Group>
              <ul className="deal-list">
                {present.map((party) => (
                  <Present key={party.id} party={party} ask={setAsked} />
                ))}
                {gone.map(({ id, name, role, leftAt }) => (
                  <li key={id} className="card">
                    <Text c="dimmed">
                      {name}, {roleWords(role)}: left <Instant at={leftAt!} />
                    </Text>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Shown>
      {asked?.what === 'add' && <AddParty close={close} />}
      {asked?.what === 'edit' && <EditContact contactId={asked.party.contactId} close={close} />}
      {asked?.what === 'leave' && <Leave party={asked.party} close={close} />}
    </>
  );
}

function Present({ party, ask }: { party: Party; ask: (asked: Asked) => void }) {
  const { mayAct, zone } = useDeal();
  const { data } = useQuery(apiQuery('/v1/contacts/{id}', { path: { id: party.contactId } }));
  return (
    <li className="card" aria-label={`${party.name}, ${roleWords(party.role)}`}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600}>
            {party.name}{' '}
            <Text span fw={400} c="dimmed" inherit>
              {sentence(roleWords(party.role))}
            </Text>
          </Text>
          <Group gap={0} fz="sm" className="dotted">
            {addressesOf(data, 'email').map((email) => (
              <Anchor key={email} href={`mailto:${email}`} inherit>
                {email}
              </Anchor>
            ))}
            {addressesOf(data, 'phone').map((phone) => (
              <Anchor key={phone} href={`tel:${phone}`} inherit>
                {phone}
              </Anchor>
            ))}
            {data?.points.length === 0 && <span>no address: messages for them go to a person</span>}
            {data?.statedZone && <span>{data.statedZone.split('/').at(-1)?.replaceAll('_', ' ')} time</span>}
            <span className="dim">
              <Instant at={party.addedAt} zone={zone} lasting />
            </span>
          </Group>
        </div>
        {mayAct && (
          <Group gap={6} className="no-print">
            <Button variant="default" size="compact-sm" aria-label={`Edit ${party.name}`} onClick={() => ask({ what: 'edit', party })}>
              Edit
            </Button>
            <Button variant="default" size="compact-sm" aria-label={`${party.name} leaves`} onClick={() => ask({ what: 'leave', party })}>
              Leaves
            </Button>
          </Group>
        )}
      </Group>
    </li>
  );
}
