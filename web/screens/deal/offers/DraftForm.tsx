import { Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { apiQuery } from '../../../api/query.ts';
import { useBusinessNow } from '../../../parts/Instant.tsx';
import { dateIn } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import { roleWords } from '../words.ts';
import { ActForm } from './ActForm.tsx';
import { DocumentInput, MoneyInput } from './fields.tsx';
import { type AssignmentAnswer, type Fact, Refusal, type Requirement, statements } from './law.tsx';
import { isComplete, noWaiver, Waive, waiverBody } from './Waive.tsx';

type Props = { no: number; assignment: NonNullable<AssignmentAnswer['assignment']> | null; law: Requirement[]; close: () => void };

/** To whom, for how much, from when; and the statements made so far with their days. */
export function DraftForm({ no, assignment, law, close }: Props) {
  const draft = useAct('post', '/v1/deals/{no}/assignment');
  const { zone } = useDeal();
  const today = dateIn(useBusinessNow()(), zone);
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no } }));
  const [assignee, setAssignee] = useState<string | null>(assignment?.assigneePartyId ?? null);
  const [fee, setFee] = useState<number | null>(assignment?.feeCents ?? null);
  const [effectiveOn, setEffectiveOn] = useState(assignment?.effectiveOn ?? '');
  const [documentId, setDocumentId] = useState<string | null>(assignment?.documentId ?? null);
  const [days, setDays] = useState<Partial<Record<Fact, string>>>({});
  const [waiver, setWaiver] = useState(noWaiver);
  // Only what this state asks for, and is not on record yet.
  const asked = [
    ...new Set(law.filter(({ state }) => state !== 'met').flatMap(({ evidence }) => (evidence && evidence in statements ? [evidence as Fact] : []))),
  ];
  const submit = (): void =>
    draft.mutate(
      {
        path: { no },
        body: {
          ...{ assigneePartyId: assignee!, feeCents: fee!, effectiveOn },
          ...(documentId ? { documentId } : {}),
          disclosures: asked.flatMap((fact) => (days[fact] ? [{ fact, on: days[fact] }] : [])),
          ...waiverBody(waiver),
        },
      },
      { onSuccess: close },
    );
  return (
    <ActForm
      title={assignment ? 'Change the draft of the assignment' : 'Draft the assignment'}
      confirm={assignment ? 'Change the draft' : 'Draft it'}
      pending={draft.isPending}
      problem={draft.error}
      refusal={draft.error && <Refusal problem={draft.error} zone={zone} />}
      disabled={!assignee || fee === null || !effectiveOn || !isComplete(waiver)}
      onSubmit={submit}
      close={close}
    >
      <Select
        label="Assignee"
        description="A party of the deal; add them on the tab Parties first"
        value={assignee}
        onChange={setAssignee}
        searchable
        data={(parties.data?.items ?? []).map(({ id, name, role }) => ({ value: id, label: `${name}, ${roleWords(role)}` }))}
      />
      <MoneyInput label="Fee" cents={fee} onChange={setFee} required />
      <TextInput label="To take effect on" type="date" value={effectiveOn} onChange={({ currentTarget }) => setEffectiveOn(currentTarget.value)} required />
      <DocumentInput no={no} label="The written assignment" value={documentId} onChange={setDocumentId} />
      {asked.length > 0 && (
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={600}>
            Statements made so far
          </Text>
          {asked.map((fact) => (
            <TextInput
              key={fact}
              mt={6}
              label={`${statements[fact]}, on`}
              type="date"
              max={today}
              value={days[fact] ?? ''}
              onChange={({ currentTarget: { value } }) => setDays((before) => ({ ...before, [fact]: value }))}
            />
          ))}
        </fieldset>
      )}
      <Waive law={law} value={waiver} onChange={setWaiver} />
    </ActForm>
  );
}
