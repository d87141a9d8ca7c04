import { Alert, Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Item } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { roleWords } from '../words.ts';
import { type Envelope, withoutGaps } from './words.ts';

type Party = Item<'/v1/deals/{no}/parties'>;
type Document = Item<'/v1/deals/{no}/documents'>;

/** Which document, who signs and in which order. With `like`, as it was sent before, in the newest version. */
export default function SendForm({ no, like, close }: { no: number; like: Envelope | null; close: () => void }) {
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no } }));
  const documents = useQuery(apiQuery('/v1/deals/{no}/documents', { path: { no } }));
  return (
    <Dialog opened onClose={close} title={like ? `Send “${like.subject}” again` : 'Send for signature'} size="lg">
      <Shown query={documents} what="the documents">
        {({ items }) => (
          <Shown query={parties} what="the parties">
            {(people) => <Form no={no} like={like} close={close} documents={items} parties={people.items} />}
          </Shown>
        )}
      </Shown>
    </Dialog>
  );
}

type FormProps = { no: number; like: Envelope | null; close: () => void; documents: Document[]; parties: Party[] };

function Form({ no, like, close, documents, parties }: FormProps) {
  const [documentId, setDocumentId] = useState<string | null>(like?.documentId ?? documents.at(-1)?.id ?? null);
  const [subject, setSubject] = useState<string | null>(like?.subject ?? null);
  const [message, setMessage] = useState('');
  const [orders, setOrders] = useState<Record<string, number>>(Object.fromEntries((like?.signers ?? []).map((each) => [each.partyId, each.routingOrder])));
  const send = useAct('post', '/v1/deals/{no}/envelopes');
  const document = documents.find(({ id }) => id === documentId);
  const signing = parties.filter(({ id }) => orders[id] !== undefined);
  const words = subject ?? (document ? `Please sign: ${document.title}`.slice(0, 100) : '');
  if (documents.length === 0 || parties.length === 0)
    return (
      <Alert color="yellow" variant="light" role="note" title={documents.length === 0 ? 'The file has no document yet' : 'Nobody takes part in the deal yet'}>
        {documents.length === 0 ? 'Add the document on the tab Documents first.' : 'Add whoever signs on the tab Parties first.'}
      </Alert>
    );
  const submit = (): void => {
    const routing = withoutGaps(signing.map(({ id }) => orders[id]!));
    send.mutate(
      {
        path: { no },
        body: {
          documentId: documentId!,
          subject: words,
          ...(message.trim() ? { message: message.trim() } : {}),
          signers: signing.map(({ id }, at) => ({ partyId: id, routingOrder: routing[at]! })),
        },
      },
      { onSuccess: close },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Select
          label="Document"
          searchable
          allowDeselect={false}
          value={documentId}
          onChange={setDocumentId}
          data={documents.map(({ id, title, version, status }) => ({
            value: id,
            label: `${title}, version ${version}${status === 'rejected' ? ' (rejected)' : ''}`,
          }))}
        />
        <TextInput
          label="Subject"
          description="What signers see first"
          value={words}
          onChange={({ currentTarget }) => setSubject(currentTarget.value)}
          maxLength={100}
          required
        />
        <Textarea
          label="Message to the signers"
          description="Optional"
          value={message}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" size="sm" fw={600}>
            Who signs
          </Text>
          <Text size="sm" c="dimmed">
            Whoever has a higher number is asked once those before have signed; the same number signs side by side.
          </Text>
          <Stack gap={6} mt={6}>
            {parties.map(({ id, name, role }) => (
              <Group key={id} gap="sm" justify="space-between" wrap="nowrap">
                <Checkbox
                  label={`${name}, ${roleWords(role)}`}
                  checked={orders[id] !== undefined}
                  onChange={({ currentTarget: { checked } }) =>
                    setOrders(({ [id]: _, ...rest }) => (checked ? { ...rest, [id]: Math.max(0, ...Object.values(rest)) + 1 } : rest))
                  }
                />
                <NumberInput
                  size="xs"
                  w={84}
                  aria-label={`Place of ${name}`}
                  disabled={orders[id] === undefined}
                  min={1}
                  max={50}
                  allowDecimal={false}
                  value={orders[id] ?? ''}
                  onChange={(value) => typeof value === 'number' && setOrders((before) => ({ ...before, [id]: value }))}
                />
              </Group>
            ))}
          </Stack>
        </fieldset>
        {send.error && <ProblemView error={send.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={send.isPending} disabled={!documentId || signing.length === 0 || !words.trim()}>
            Send to {signing.length === 1 ? '1 signer' : `${signing.length} signers`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
