import { ActionIcon, Button, Checkbox, Fieldset, Group, NumberInput, Select, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type PartyRole, partyRoles } from '../../../../domain/closing/parties.ts';
import { useAct } from '../../../api/act.ts';
import { ask, type Body } from '../../../api/client.ts';
import { uuid } from '../../../api/intent.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { type ContractView, useDeal } from '../use-deal.ts';
import { blankWords, roleWords, sentence } from '../words.ts';
import { closingNames } from './closing-names.ts';
import { Ripple, summaryOf } from './Ripple.tsx';

type Change = Omit<NonNullable<Body<'/v1/deals/{no}/changes', 'post'>>, 'reason'>;
type Coming = { id: string; role: PartyRole; name: string; email: string; phone: string };
type Filled = {
  price: number | string;
  effectiveOn: string;
  periods: Record<string, number | string>;
  dates: Record<string, string | boolean>;
  coming: Coming[];
  leaving: string[];
};

const filledBy = ({ priceCents, effectiveOn, periods, dates, blanks }: ContractView): Filled => {
  const closing =
    closingNames.find((name) => typeof dates[name] === 'string') ?? blanks.dates.find(({ name }) => closingNames.includes(name))?.name ?? 'closingDate';
  const dateNames = [...new Set([closing, ...blanks.dates.map(({ name }) => name), ...Object.keys(dates)])];
  return {
    price: priceCents / 100,
    effectiveOn,
    periods: Object.fromEntries(blanks.periods.map(({ name }) => [name, (periods[name] as number | undefined) ?? ''])),
    dates: Object.fromEntries(dateNames.map((name) => [name, (dates[name] as string | boolean | undefined) ?? ''])),
    coming: [],
    leaving: [],
  };
};

/** What of the form differs from the contract; null where nothing does. */
function changeOf(contract: ContractView, filled: Filled): Change | null {
  const was = filledBy(contract);
  const differing = <T,>(now: Record<string, T>, before: Record<string, T>): [string, T][] =>
    Object.entries(now).filter(([name, value]) => value !== before[name]);
  const periods = differing(filled.periods, was.periods).map(([name, value]) => [name, value === '' ? null : Number(value)]);
  const dates = differing(filled.dates, was.dates).map(([name, value]) => [name, value === '' ? null : value]);
  const add = filled.coming
    .filter(({ name }) => name.trim())
    .map(({ role, name, email, phone }) => ({
      role,
      name: name.trim(),
      ...(email.trim() ? { email: email.trim() } : {}),
      ...(phone.trim() ? { phone: phone.trim() } : {}),
    }));
  const cents = Math.round(Number(filled.price) * 100);
  const change: Change = {
    ...(cents > 0 && cents !== contract.priceCents ? { priceCents: cents } : {}),
    ...(filled.effectiveOn && filled.effectiveOn !== contract.effectiveOn ? { effectiveOn: filled.effectiveOn } : {}),
    ...(periods.length > 0 ? { periods: Object.fromEntries(periods) } : {}),
    ...(dates.length > 0 ? { dates: Object.fromEntries(dates) } : {}),
    ...(add.length + filled.leaving.length > 0 ? { parties: { add, leave: filled.leaving } } : {}),
  };
  return Object.keys(change).length > 0 ? change : null;
}

/** An amendment: what changes on the left, what that moves on the right, live; then one act with the reason. */
export default function Amend({ close }: { close: () => void }) {
  const { no, contract: now } = useDeal();
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false });
  // What is amended is the contract as it stood when the dialog was opened; the server refuses what no longer fits.
  const [contract] = useState(now!);
  const [filled, setFilled] = useState(() => filledBy(contract));
  const [reason, setReason] = useState('');
  const change = changeOf(contract, filled);
  const [asked] = useDebouncedValue(JSON.stringify(change), 250);
  const act = useAct('post', '/v1/deals/{no}/changes');
  const dryRun = useQuery({
    queryKey: ['/v1/deals/{no}/changes', { path: { no } }, asked] as const,
    queryFn: ({ signal }) =>
      ask('post', '/v1/deals/{no}/changes', {
        params: { path: { no }, query: { dryRun: 'true' } },
        body: { ...(JSON.parse(asked) as Change), reason: 'dry run' },
        idempotencyKey: uuid(),
        signal,
      }),
    // Once made, the contract says so already: nothing is left to try.
    enabled: asked !== 'null' && !act.isPending && !act.isSuccess,
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const isShown = change !== null && JSON.stringify(change) === asked && dryRun.data !== undefined && !dryRun.isPlaceholderData && !dryRun.error;

  if (act.data)
    return (
      <Dialog opened onClose={close} size="lg" title={`Amendment ${act.data.amendmentNo} is made`}>
        <Stack gap="sm">
          <Ripple ripple={act.data} />
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <Dialog opened onClose={close} size={980} fullScreen={narrow} title="Amend the contract">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (change && isShown) act.mutate({ path: { no }, body: { ...change, reason: reason.trim() } });
        }}
      >
        <div className="amend">
          <Fields contract={contract} filled={filled} set={(part) => setFilled((before) => ({ ...before, ...part }))} />
          <section aria-label="What it moves" className="amend-ripple">
            {change === null ? (
              <Text c="dimmed">Change something: what it moves is shown here before anything happens.</Text>
            ) : dryRun.error ? (
              <ProblemView error={dryRun.error} retry={dryRun.refetch} />
            ) : dryRun.data ? (
              <div style={{ opacity: isShown ? 1 : 0.6 }}>
                <Ripple ripple={dryRun.data} />
              </div>
            ) : (
              <Loading what="what it moves" />
            )}
          </section>
        </div>
        <Stack gap="sm" mt="md" className="amend-foot">
          <Textarea
            label="Reason"
            description="As the amendment says it; it becomes part of the record"
            required
            maxLength={500}
            autosize
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {act.error && <ProblemView error={act.error} />}
          <Group justify="flex-end">
            <Text size="sm" role="status" mr="auto">
              {isShown ? summaryOf(dryRun.data) : change ? 'Working it out …' : 'Nothing is changed yet'}
            </Text>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={act.isPending} disabled={!isShown || !reason.trim()}>
              Make this change
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type FieldsProps = { contract: ContractView; filled: Filled; set: (part: Partial<Filled>) => void };

function Fields({ contract, filled, set }: FieldsProps) {
  const was = filledBy(contract);
  const titleOf = (name: string): string => {
    const clocks = contract.blanks.periods.filter((blank) => blank.name === name).map(({ title }) => title);
    return clocks[0] ?? blankWords(name);
  };
  const changed = (isChanged: boolean) => (isChanged ? { 'data-changed': true } : {});
  return (
    <Stack gap="sm">
      <Fieldset legend="Dates">
        <Stack gap="xs">
          {Object.entries(filled.dates)
            .filter(([, value]) => typeof value === 'string')
            .map(([name, value], at) => (
              <TextInput
                key={name}
                type={value === '' || /^\d{4}-/.test(String(value)) || closingNames.includes(name) || name.endsWith('Date') ? 'date' : 'text'}
                label={blankWords(name)}
                data-autofocus={at === 0 || undefined}
                value={String(value)}
                {...changed(value !== was.dates[name])}
                onChange={({ currentTarget: { value: next } }) => set({ dates: { ...filled.dates, [name]: next } })}
              />
            ))}
          <TextInput
            type="date"
            label="Effective date"
            value={filled.effectiveOn}
            {...changed(filled.effectiveOn !== was.effectiveOn)}
            onChange={({ currentTarget: { value } }) => set({ effectiveOn: value })}
          />
          {Object.entries(filled.dates)
            .filter(([, value]) => typeof value === 'boolean')
            .map(([name, value]) => (
              <Switch
                key={name}
                label={name === 'financed' ? 'A lender finances the purchase' : blankWords(name)}
                checked={value === true}
                onChange={({ currentTarget: { checked } }) => set({ dates: { ...filled.dates, [name]: checked } })}
              />
            ))}
        </Stack>
      </Fieldset>
      {contract.blanks.periods.length > 0 && (
        <Fieldset legend="Periods, in days">
          <div className="amend-periods">
            {contract.blanks.periods.map(({ name, days }) => (
              <NumberInput
                key={name}
                label={titleOf(name)}
                min={0}
                max={3660}
                hideControls
                allowDecimal={false}
                placeholder={days === null ? 'none' : `${days} by the form`}
                value={filled.periods[name] ?? ''}
                {...changed(filled.periods[name] !== was.periods[name])}
                onChange={(value) => set({ periods: { ...filled.periods, [name]: value } })}
              />
            ))}
          </div>
        </Fieldset>
      )}
      <NumberInput
        label="Price"
        prefix="$"
        thousandSeparator=","
        decimalScale={2}
        min={0}
        hideControls
        value={filled.price}
        {...changed(Number(filled.price) !== was.price)}
        onChange={(price) => set({ price })}
      />
      <PartiesFields filled={filled} set={set} />
    </Stack>
  );
}

function PartiesFields({ filled, set }: Pick<FieldsProps, 'filled' | 'set'>) {
  const { no } = useDeal();
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no } }));
  const change = (id: string, part: Partial<Coming>) => set({ coming: filled.coming.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  return (
    <Fieldset legend="Parties">
      <Stack gap="xs">
        <Checkbox.Group label="Who leaves" value={filled.leaving} onChange={(leaving) => set({ leaving })}>
          <Stack gap={4} mt={4}>
            {parties.data?.items.map(({ id, name, role }) => (
              <Checkbox key={id} size="xs" value={id} label={`${name}, ${roleWords(role)}`} />
            ))}
          </Stack>
        </Checkbox.Group>
        {filled.coming.map(({ id, role, name, email, phone }, at) => (
          <Stack key={id} gap={6} role="group" aria-label={`New party ${at + 1}`}>
            <Group gap={6} wrap="nowrap" align="flex-end">
              <Select
                label="Role"
                w={130}
                allowDeselect={false}
                data={partyRoles.map((value) => ({ value, label: sentence(roleWords(value)) }))}
                value={role}
                onChange={(value) => change(id, { role: value as PartyRole })}
              />
              <TextInput label="Name" flex={1} value={name} onChange={({ currentTarget }) => change(id, { name: currentTarget.value })} />
              <ActionIcon aria-label={`Leave out new party ${at + 1}`} mb={4} onClick={() => set({ coming: filled.coming.filter((each) => each.id !== id) })}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <Group gap={6} grow>
              <TextInput label="E-mail" type="email" value={email} onChange={({ currentTarget }) => change(id, { email: currentTarget.value })} />
              <TextInput label="Phone" type="tel" value={phone} onChange={({ currentTarget }) => change(id, { phone: currentTarget.value })} />
            </Group>
          </Stack>
        ))}
        <Button
          variant="default"
          style={{ alignSelf: 'start' }}
          onClick={() => set({ coming: [...filled.coming, { id: uuid(), role: 'buyer', name: '', email: '', phone: '' }] })}
        >
          Somebody joins
        </Button>
      </Stack>
    </Fieldset>
  );
}
