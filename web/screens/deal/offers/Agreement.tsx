import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Item } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Status } from '../../../parts/Status.tsx';
import { dayWithYear } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { ActForm } from './ActForm.tsx';
import { MoneyInput } from './fields.tsx';

type Agreement = Item<'/v1/deals/{no}/listing-agreement'>;
type Exclusivity = 'exclusive-right-to-sell' | 'exclusive-agency' | 'open';
const exclusivities: { value: Exclusivity; label: string }[] = [
  { value: 'exclusive-right-to-sell', label: 'Exclusive right to sell' },
  { value: 'exclusive-agency', label: 'Exclusive agency' },
  { value: 'open', label: 'Open listing' },
];

/** The agreement with the seller: its term is watched. */
export function Agreement() {
  const { no, mayAct, zone } = useDeal();
  const agreements = useQuery(apiQuery('/v1/deals/{no}/listing-agreement', { path: { no } }));
  const [doing, setDoing] = useState<'record' | 'change' | 'end' | null>(null);
  const last = agreements.data?.items[0];
  const inForce = last?.status === 'in-force';
  const record = mayAct && !inForce ? <Button onClick={() => setDoing('record')}>Record the agreement …</Button> : undefined;
  return (
    <Section title="Listing agreement" aside={record}>
      <Shown query={agreements} what="the agreement">
        {() =>
          last ? (
            <>
              <Group justify="space-between" gap="sm" align="flex-start">
                <div>
                  <Status tone={inForce ? 'good' : 'neutral'}>{inForce ? 'in force' : last.status}</Status>
                  <Text>
                    {dayWithYear(last.fromOn)} to {dayWithYear(last.toOn)}
                    {inForce && (
                      <Text span c="dimmed" inherit>
                        {' '}
                        ends <Instant at={last.endsAt} zone={zone} />
                      </Text>
                    )}
                  </Text>
                  <Text size="sm">
                    {exclusivities.find(({ value }) => value === last.exclusivity)?.label ?? last.exclusivity} · commission{' '}
                    {last.commissionBps === null ? <Money cents={last.commissionCents} /> : `${last.commissionBps / 100} %`} · list price{' '}
                    <Money cents={last.listPriceCents} />
                  </Text>
                  <RunLink workflowId={last.workflowId} of="the listing agreement" />
                  {last.endedReason && <Text size="sm">{last.endedReason}</Text>}
                </div>
                {mayAct && inForce && (
                  <Group gap={6} className="no-print">
                    <Button variant="default" onClick={() => setDoing('change')}>
                      Change …
                    </Button>
                    <Button variant="default" onClick={() => setDoing('end')}>
                      End …
                    </Button>
                  </Group>
                )}
              </Group>
              {doing === 'change' && <Change no={no} agreement={last} close={() => setDoing(null)} />}
              {doing === 'end' && <End no={no} close={() => setDoing(null)} />}
            </>
          ) : (
            <EmptyState title="No listing agreement yet">Record it once it is signed. Its last day is watched from then on.</EmptyState>
          )
        }
      </Shown>
      {doing === 'record' && <Record no={no} close={() => setDoing(null)} />}
    </Section>
  );
}

function Record({ no, close }: { no: number; close: () => void }) {
  const record = useAct('post', '/v1/deals/{no}/listing-agreement');
  const [fromOn, setFromOn] = useState('');
  const [toOn, setToOn] = useState('');
  const [exclusivity, setExclusivity] = useState<Exclusivity>('exclusive-right-to-sell');
  const [percent, setPercent] = useState<number | string>('');
  const [price, setPrice] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const submit = (): void =>
    record.mutate(
      {
        path: { no },
        body: {
          ...{ fromOn, toOn, exclusivity, commissionBps: Math.round(Number(percent) * 100), evidence: { note: note.trim() } },
          ...(price === null ? {} : { listPriceCents: price }),
        },
      },
      { onSuccess: close },
    );
  return (
    <ActForm
      title="Record the listing agreement"
      confirm="Record"
      pending={record.isPending}
      problem={record.error}
      disabled={!fromOn || !toOn || percent === '' || !note.trim()}
      onSubmit={submit}
      close={close}
    >
      <TextInput label="First day" type="date" value={fromOn} onChange={({ currentTarget }) => setFromOn(currentTarget.value)} required />
      <TextInput label="Last day" type="date" value={toOn} onChange={({ currentTarget }) => setToOn(currentTarget.value)} required />
      <NativeSelect
        label="Kind"
        data={exclusivities}
        value={exclusivity}
        onChange={({ currentTarget }) => setExclusivity(currentTarget.value as Exclusivity)}
      />
      <NumberInput label="Commission in percent" suffix=" %" decimalScale={2} min={0} max={100} hideControls value={percent} onChange={setPercent} required />
      <MoneyInput label="List price" cents={price} onChange={setPrice} />
      <TextInput
        label="What shows it"
        description="Where the signed agreement is"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={500}
        required
      />
    </ActForm>
  );
}

function Change({ no, agreement, close }: { no: number; agreement: Agreement; close: () => void }) {
  const change = useAct('post', '/v1/deals/{no}/listing-agreement/changes');
  const [toOn, setToOn] = useState(agreement.toOn);
  const [price, setPrice] = useState(agreement.listPriceCents);
  const changes = { ...(toOn !== agreement.toOn ? { toOn } : {}), ...(price !== null && price !== agreement.listPriceCents ? { listPriceCents: price } : {}) };
  return (
    <ConfirmWithReason
      opened
      title="Change the listing agreement"
      reasons={['Agreed with the seller in writing', 'Price reduction', 'Longer term']}
      confirm="Change"
      disabled={Object.keys(changes).length === 0}
      pending={change.isPending}
      problem={change.error}
      onConfirm={(reason) => change.mutate({ path: { no }, body: { reason, ...changes } }, { onSuccess: close })}
      onClose={close}
    >
      <TextInput label="Last day" type="date" value={toOn} onChange={({ currentTarget }) => setToOn(currentTarget.value)} data-autofocus />
      <MoneyInput label="List price" cents={price} onChange={setPrice} />
    </ConfirmWithReason>
  );
}

function End({ no, close }: { no: number; close: () => void }) {
  const end = useAct('post', '/v1/deals/{no}/listing-agreement/end');
  return (
    <ConfirmWithReason
      opened
      title="End the listing agreement"
      reasons={['The seller withdraws the listing', 'Agreed with the seller']}
      confirm="End it"
      danger
      pending={end.isPending}
      problem={end.error}
      onConfirm={(reason) => end.mutate({ path: { no }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    />
  );
}
