import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { roleWords } from '../words.ts';
import type { Message } from './lines.ts';

type Props = {
  message: Message;
  to: string;
  current: boolean;
  tabbable: boolean;
  editing: boolean;
  /** Said to be sent, and within the seconds in which that can be undone. */
  going: boolean;
  onFocus: () => void;
  acts: { edit: () => void; send: () => void; skip: () => void } | null;
  close: () => void;
};

/** A message that waits for a person: to whom, why, when it would go, its words. */
export function Draft({ message, to, current, tabbable, editing, going, onFocus, acts, close }: Props) {
  const { id, role, recipient, recipientProblem, why, subject, body, createdAt } = message;
  return (
    <li className="card" data-row={id} data-current={current} tabIndex={tabbable ? 0 : -1} onFocus={onFocus} aria-label={`To ${to}: ${subject}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Text fw={600}>
            {to}, {roleWords(role)}
          </Text>
          <Text size="sm" c="dimmed">
            {why} · drafted <Instant at={createdAt} /> · {recipient ? `goes to ${recipient} as soon as it is sent` : 'has no address it could go to'}
          </Text>
          {recipientProblem && (
            <Text size="sm" style={{ color: 'var(--tone-bad)' }}>
              {recipientProblem}. Give the party an e-mail address, or leave this out and tell them another way.
            </Text>
          )}
        </div>
        {acts && !editing && (
          <Group gap={6} className="no-print">
            {going ? (
              <Text size="sm" fw={600}>
                Goes out in a few seconds
              </Text>
            ) : (
              <>
                <Button onClick={acts.send} disabled={!recipient} aria-label={`Send now: ${subject}, to ${to}`}>
                  Send now
                </Button>
                <Button variant="default" onClick={acts.edit} aria-label={`Edit: ${subject}, to ${to}`}>
                  Edit
                </Button>
                <Button variant="default" onClick={acts.skip} aria-label={`Leave out: ${subject}, to ${to}`}>
                  Leave out
                </Button>
              </>
            )}
          </Group>
        )}
      </Group>
      {editing ? <Edit message={message} close={close} /> : <p className="message-body">{`${subject}\n\n${body}`}</p>}
    </li>
  );
}

function Edit({ message, close }: { message: Message; close: () => void }) {
  const [subject, setSubject] = useState(message.subject);
  const [body, setBody] = useState(message.body);
  const edit = useAct('post', '/v1/party-messages/{id}/edit');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ path: { id: message.id }, body: { subject, body } }, { onSuccess: close });
      }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Stack gap="xs" mt="xs">
        <TextInput
          label="Subject"
          value={subject}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          maxLength={200}
          required
          data-autofocus
          autoFocus
        />
        <Textarea
          label="Message"
          value={body}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
          maxLength={10_000}
          required
          autosize
          minRows={6}
          maxRows={20}
        />
        {edit.error && <ProblemView error={edit.error} />}
        <Group gap="xs">
          <Button type="submit" loading={edit.isPending}>
            Save
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
