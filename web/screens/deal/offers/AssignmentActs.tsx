import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { useBusinessNow } from '../../../parts/Instant.tsx';
import { dateIn } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import { ActForm } from './ActForm.tsx';
import { DocumentInput } from './fields.tsx';
import { type AssignmentAnswer, Refusal, type Requirement } from './law.tsx';
import { isComplete, noWaiver, Waive, waiverBody } from './Waive.tsx';

type EffectiveProps = { no: number; assignment: NonNullable<AssignmentAnswer['assignment']>; law: Requirement[]; close: () => void };

/** The assignment took effect; refused with everything that the law asks and that is unmet. */
export function EffectiveForm({ no, assignment, law, close }: EffectiveProps) {
  const effective = useAct('post', '/v1/deals/{no}/assignment/effective');
  const { zone } = useDeal();
  const [on, setOn] = useState(assignment.effectiveOn);
  const [waiver, setWaiver] = useState(noWaiver);
  return (
    <ActForm
      title="The assignment took effect"
      confirm="Record it"
      pending={effective.isPending}
      problem={effective.error}
      refusal={effective.error && <Refusal problem={effective.error} zone={zone} />}
      disabled={!on || !isComplete(waiver)}
      onSubmit={() => effective.mutate({ path: { no }, body: { effectiveOn: on, ...waiverBody(waiver) } }, { onSuccess: close })}
      close={close}
    >
      <TextInput label="On" type="date" value={on} onChange={({ currentTarget }) => setOn(currentTarget.value)} required data-autofocus />
      <Waive law={law} value={waiver} onChange={setWaiver} />
    </ActForm>
  );
}

export function CancelForm({ no, close }: { no: number; close: () => void }) {
  const cancel = useAct('post', '/v1/deals/{no}/assignment/cancel');
  return (
    <ConfirmWithReason
      opened
      title="Cancel the assignment"
      reasons={['The assignee stepped back', 'Another assignee', 'We close ourselves']}
      confirm="Cancel the assignment"
      danger
      pending={cancel.isPending}
      problem={cancel.error}
      onConfirm={(reason) => cancel.mutate({ path: { no }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    />
  );
}

const ends = [
  { value: 'to-buyer', label: 'It goes back to the buyer' },
  { value: 'to-seller', label: 'It goes to the seller' },
  { value: 'split', label: 'It is split' },
  { value: 'disputed', label: 'It is disputed' },
  { value: 'none-paid', label: 'None was paid' },
] as const;
type EarnestMoney = (typeof ends)[number]['value'];

/** The seller used a right that the wholesaling law gives: the contract ends. */
export function SellerCancelledForm({ no, close }: { no: number; close: () => void }) {
  const cancelled = useAct('post', '/v1/deals/{no}/seller-cancellation');
  const { zone } = useDeal();
  const today = dateIn(useBusinessNow()(), zone);
  const [receivedOn, setReceivedOn] = useState(today);
  const [documentId, setDocumentId] = useState<string | null>(null);
  const [earnestMoney, setEarnestMoney] = useState<EarnestMoney>('to-buyer');
  return (
    <ActForm
      title="The seller cancelled by law"
      confirm="End the contract"
      danger
      pending={cancelled.isPending}
      problem={cancelled.error}
      refusal={cancelled.error && <Refusal problem={cancelled.error} zone={zone} />}
      disabled={!receivedOn}
      onSubmit={() => cancelled.mutate({ path: { no }, body: { receivedOn, earnestMoney, ...(documentId ? { documentId } : {}) } }, { onSuccess: close })}
      close={close}
    >
      <Text size="sm">
        Taken only where the law gave the seller that right on the day it came. The contract ends as fallen through, and its assignment with it.
      </Text>
      <TextInput
        label="It came on"
        type="date"
        max={today}
        value={receivedOn}
        onChange={({ currentTarget }) => setReceivedOn(currentTarget.value)}
        required
        data-autofocus
      />
      <NativeSelect
        label="Earnest money"
        data={[...ends]}
        value={earnestMoney}
        onChange={({ currentTarget }) => setEarnestMoney(currentTarget.value as EarnestMoney)}
      />
      <DocumentInput no={no} label="The written cancellation" value={documentId} onChange={setDocumentId} />
    </ActForm>
  );
}
