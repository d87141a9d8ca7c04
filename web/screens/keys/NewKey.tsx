import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { areas, roleMay, type Scope } from '../../../domain/agents/access.ts';
import { instantOf } from '../../../domain/time/zoned.ts';
import { useAct } from '../../api/act.ts';
import type { Item } from '../../api/client.ts';
import { useMay, useMe } from '../../api/me.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { faultOf, isBesideFields } from '../../parts/faults.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { ShownOnce } from '../../parts/ShownOnce.tsx';
import { dateIn } from '../../parts/time.ts';
import { areaWords } from '../people/RoleTable.tsx';

const dayMs = 86_400_000;
const paths = ['name', 'personId', 'scopes', 'expiresAt'];

/** Makes a key, narrowed to what its program needs, and shows it once. */
export default function NewKey({ people, close }: { people: readonly Item<'/v1/people'>[]; close: () => void }) {
  const me = useMe();
  const mayAsk = useMay('keys:write');
  const [name, setName] = useState('');
  const [personId, setPersonId] = useState(me.person.id);
  const [narrow, setNarrow] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<Scope>>(new Set());
  const [until, setUntil] = useState('90');
  const [date, setDate] = useState(dateIn(new Date(Date.now() + 30 * dayMs), me.brokerage.zone));
  const [missing, setMissing] = useState(false);
  const make = useAct('post', '/v1/keys');
  const { data, error } = make;
  const isBroker = me.person.role === 'broker';
  const role = people.find(({ id }) => id === personId)?.role ?? me.person.role;
  // A key does no more than its person may, and its maker gives no more than they have.
  const offered = (scope: Scope): boolean => roleMay(role, scope) && me.may.includes(scope);
  const scopes = narrow ? [...chosen].filter(offered) : (['*'] as const);
  const toggle = (scope: Scope, on: boolean): void => setChosen((before) => new Set(on ? [...before, scope] : [...before].filter((each) => each !== scope)));
  // Credentials live by the machine's clock.
  const expiresAt = until === '' ? undefined : until === 'date' ? instantOf(date, 1439, me.brokerage.zone) : new Date(Date.now() + Number(until) * dayMs);
  if (!mayAsk) return null;
  return (
    <Dialog opened onClose={close} title={data ? `“${data.name}” is made` : 'Make a key'} size="lg" closeOnClickOutside={!data}>
      {data ? (
        <Stack gap="sm">
          <ShownOnce what="The key" value={data.key}>
            <Text size="sm">Keep it where its program reads secrets. Lost, it is replaced: revoke it and make another.</Text>
          </ShownOnce>
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
            setMissing(scopes.length === 0);
            if (scopes.length === 0) return;
            make.mutate({
              body: { name, scopes: [...scopes], ...(isBroker ? { personId } : {}), ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) },
            });
          }}
        >
          <Stack gap="sm">
            <TextInput
              label="Name"
              description="What uses it; it stands beside everything the key does."
              placeholder="Nightly export"
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              error={faultOf(error, 'name')}
              required
              withAsterisk={false}
              data-autofocus
            />
            {isBroker && people.length > 0 && (
              <NativeSelect
                label="Acts for"
                data={people
                  .filter(({ disabledAt }) => disabledAt === null)
                  .map((person) => ({ value: person.id, label: `${person.name}, ${person.role}${person.id === me.person.id ? ' (you)' : ''}` }))}
                value={personId}
                onChange={({ currentTarget }) => setPersonId(currentTarget.value)}
                error={faultOf(error, 'personId', ['person-disabled', 'no-such-person'])}
              />
            )}
            <Radio.Group label="May do" value={narrow ? 'narrow' : 'all'} onChange={(value) => setNarrow(value === 'narrow')} error={faultOf(error, 'scopes')}>
              <Stack gap={6} mt={4}>
                <Radio value="narrow" label="Only what is ticked here" />
                <Radio value="all" label="Everything its person may, now and later" />
              </Stack>
            </Radio.Group>
            {narrow && (
              <fieldset className="scopes" aria-label="Scopes">
                {areas
                  .filter((area) => offered(`${area}:read`) || offered(`${area}:write`))
                  .map((area) => (
                    <div key={area} className="scope">
                      <Text size="sm">{areaWords[area]}</Text>
                      <Group gap="md" wrap="nowrap">
                        {(['read', 'write'] as const).map((what) => {
                          const scope = `${area}:${what}` as const;
                          const word = what === 'read' ? 'read' : 'change';
                          return (
                            <Checkbox
                              key={what}
                              size="xs"
                              label={word}
                              aria-label={`${areaWords[area]}: ${word}`}
                              disabled={!offered(scope)}
                              checked={chosen.has(scope) && offered(scope)}
                              onChange={({ currentTarget }) => toggle(scope, currentTarget.checked)}
                            />
                          );
                        })}
                      </Group>
                    </div>
                  ))}
              </fieldset>
            )}
            {missing && scopes.length === 0 && (
              <Text size="sm" c="var(--tone-bad)" role="alert">
                Tick what it may do, at least one.
              </Text>
            )}
            <Group gap="sm" align="flex-end">
              <NativeSelect
                label="Ends"
                data={[
                  { value: '30', label: 'in 30 days' },
                  { value: '90', label: 'in 90 days' },
                  { value: '365', label: 'in a year' },
                  { value: 'date', label: 'on a date …' },
                  { value: '', label: 'never' },
                ]}
                value={until}
                onChange={({ currentTarget }) => setUntil(currentTarget.value)}
                error={faultOf(error, 'expiresAt')}
              />
              {until === 'date' && (
                <TextInput
                  type="date"
                  label="Last day"
                  min={dateIn(new Date(), me.brokerage.zone)}
                  value={date}
                  onChange={({ currentTarget }) => setDate(currentTarget.value)}
                  required
                  withAsterisk={false}
                />
              )}
            </Group>
            {error && !isBesideFields(error, paths, ['person-disabled', 'no-such-person']) && <ProblemView error={error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={make.isPending}>
                Make the key
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
