import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { pointWords } from '../../parts/phone.ts';
import type { Person } from './words.ts';

/** Records that somebody has consented to texts at a number, with the evidence: it is what a dispute asks for. */
export default function Consent({ person, phone, close }: { person: Person; phone: string; close: () => void }) {
  const [form, setForm] = useState<'written' | 'oral'>('written');
  const [evidence, setEvidence] = useState('');
  const [missing, setMissing] = useState(false);
  const record = useAct('post', '/v1/consents');
  return (
    <Dialog opened onClose={close} title={`Consent to texts at ${pointWords({ value: phone })}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(evidence.trim() === '');
          if (evidence.trim() !== '')
            record.mutate({ body: { contactId: person.id, channel: 'sms', address: phone, form, evidence: evidence.trim() } }, { onSuccess: close });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">Only what {person.name} has really said or written. An opt-out of theirs stays in force all the same.</Text>
          <Radio.Group label="How it was given" value={form} onChange={(value) => setForm(value as 'written')}>
            <Group gap="md" mt={4}>
              <Radio value="written" label="In writing" data-autofocus />
              <Radio value="oral" label="By word of mouth" />
            </Group>
          </Radio.Group>
          <Textarea
            label="Evidence"
            description="Where and how: the form and its date, the recording, the letter"
            value={evidence}
            onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
            maxLength={1000}
            autosize
            minRows={2}
            error={missing && evidence.trim() === '' ? 'Say where it can be found: without evidence a consent is worth nothing.' : undefined}
          />
          {record.error && <ProblemView error={record.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={record.isPending}>
              Record the consent
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
