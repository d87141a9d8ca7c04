import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Answer } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';
import { roleWords } from '../words.ts';
import { useTouchParties } from './use-touch-parties.ts';

type Contact = Answer<'/v1/contacts/{id}', 'get'>;
/** Best first. */
export const addressesOf = (contact: Contact | undefined, kind: 'email' | 'phone'): string[] =>
  contact?.points.flatMap((point) => (point.kind === kind ? [point.value] : [])) ?? [];

/** Contact data in its one place, with everything a change reaches said beforehand. */
export function EditContact({ contactId, close }: { contactId: string; close: () => void }) {
  const contact = useQuery(apiQuery('/v1/contacts/{id}', { path: { id: contactId } }));
  return (
    <Dialog opened onClose={close} title="Contact data">
      <Shown query={contact} what="the contact">
        {(data) => <Form contact={data} close={close} />}
      </Shown>
    </Dialog>
  );
}

function Form({ contact, close }: { contact: Contact; close: () => void }) {
  const { no } = useDeal();
  const [bestEmail] = addressesOf(contact, 'email');
  const [bestPhone] = addressesOf(contact, 'phone');
  const [name, setName] = useState(contact.name);
  const [email, setEmail] = useState(bestEmail ?? '');
  const [phone, setPhone] = useState(bestPhone ?? '');
  const touchParties = useTouchParties(no);
  const act = useAct('post', '/v1/contacts/{id}');
  const body = {
    ...(name.trim() !== contact.name ? { name: name.trim() } : {}),
    ...(email.trim() && email.trim() !== bestEmail ? { email: email.trim() } : {}),
    ...(phone.trim() && phone.trim() !== bestPhone ? { phone: phone.trim() } : {}),
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(
          { path: { id: contact.id }, body },
          {
            onSuccess: () => {
              touchParties();
              close();
            },
          },
        );
      }}
    >
      <Stack gap="sm">
        <TextInput label="Name" required maxLength={200} data-autofocus value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <TextInput label="E-mail" type="email" value={email} onChange={({ currentTarget }) => setEmail(currentTarget.value)} />
        <TextInput label="Phone" type="tel" value={phone} onChange={({ currentTarget }) => setPhone(currentTarget.value)} />
        <Alert variant="light" py="xs">
          A change goes to{' '}
          {contact.parties
            .filter(({ left }) => !left)
            .map(({ dealNo, role }) => `deal ${dealNo} (${roleWords(role)})`)
            .join(', ')}
          ; to messages that are drafted and not yet sent, which are readdressed; and to every later message and request for a signature. What was sent stays as
          it was.
        </Alert>
        {act.error && <ProblemView error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={act.isPending} disabled={Object.keys(body).length === 0}>
            Change it everywhere
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
