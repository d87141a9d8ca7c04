import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { ActForm } from './ActForm.tsx';
import { type Contingency, ContingencyInput, DocumentInput, type Financing, FinancingInput, MoneyInput } from './fields.tsx';

/** An offer as it came in. */
export function RecordOffer({ no, close }: { no: number; close: () => void }) {
  const record = useAct('post', '/v1/deals/{no}/offers-received');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [price, setPrice] = useState<number | null>(null);
  const [earnest, setEarnest] = useState<number | null>(null);
  const [financing, setFinancing] = useState<Financing>('conventional');
  const [closingOn, setClosingOn] = useState('');
  const [contingencies, setContingencies] = useState<Contingency[]>([]);
  const [expiresAt, setExpiresAt] = useState('');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const submit = (): void =>
    record.mutate(
      {
        path: { no },
        body: {
          buyer: { name: name.trim(), ...(email.trim() ? { email: email.trim() } : {}) },
          ...{ priceCents: price!, earnestMoneyCents: earnest, financing, closingOn: closingOn || null, contingencies },
          ...(expiresAt ? { expiresAt } : {}),
          ...(documentId ? { documentId } : {}),
        },
      },
      { onSuccess: close },
    );
  return (
    <ActForm
      title="Record an offer"
      confirm="Record"
      pending={record.isPending}
      problem={record.error}
      disabled={!name.trim() || price === null}
      onSubmit={submit}
      close={close}
    >
      <TextInput label="Buyer" value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} maxLength={200} required data-autofocus />
      <TextInput label="E-mail of the buyer" type="email" value={email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
      <MoneyInput label="Price" cents={price} onChange={setPrice} required />
      <MoneyInput label="Earnest money" cents={earnest} onChange={setEarnest} />
      <FinancingInput value={financing} onChange={setFinancing} />
      <TextInput label="Closing on" type="date" value={closingOn} onChange={({ currentTarget }) => setClosingOn(currentTarget.value)} />
      <ContingencyInput value={contingencies} onChange={setContingencies} />
      <TextInput
        label="To be answered by"
        description="Where the property is. It is watched, and the offer expires by the clock."
        type="datetime-local"
        value={expiresAt}
        onChange={({ currentTarget }) => setExpiresAt(currentTarget.value)}
      />
      <DocumentInput no={no} label="Its document" value={documentId} onChange={setDocumentId} />
    </ActForm>
  );
}
