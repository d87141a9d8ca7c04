import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type PartyRole, partyRoles } from '../../../../domain/closing/parties.ts';
import { useAct } from '../../../api/act.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords, sentence } from '../words.ts';

/** Somebody new takes part. */
export function AddParty({ close }: { close: () => void }) {
  const { no } = useDeal();
  const [role, setRole] = useState<PartyRole>('buyer');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [phone, setPhone] = useState('');
  const act = useAct('post', '/v1/deals/{no}/parties');
  return (
    <Dialog opened onClose={close} title="Add a party">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            {
              path: { no },
              body: { role, name: name.trim(), ...(email.trim() ? { email: email.trim() } : {}), ...(phone.trim() ? { phone: phone.trim() } : {}) },
            },
            { onSuccess: close },
          );
        }}
      >
        <Stack gap="sm">
          <Select
            label="Role"
            allowDeselect={false}
            data={partyRoles.map((value) => ({ value, label: sentence(roleWords(value)) }))}
            value={role}
            onChange={(value) => setRole(value as PartyRole)}
          />
          <TextInput label="Name" required maxLength={200} data-autofocus value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
          <TextInput label="E-mail" type="email" value={email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
          <TextInput label="Phone" type="tel" value={phone} onChange={({ currentTarget }) => setPhone(currentTarget.value)} />
          {act.error && <ProblemView error={act.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={act.isPending}>
              Add
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
