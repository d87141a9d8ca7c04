import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { type RejectReason, rejectReasonNames, rejectReasons } from '../../../domain/closing/documents.ts';
import { useKeys } from '../../parts/keys.ts';

type Props = {
  acceptAs: string | null;
  pending: boolean;
  accept: () => void;
  reject: (reason: RejectReason, note: string) => void;
  choose: (at: number) => void;
  proposed: number;
};
/** `1` to `9`, then `0`. */
const figureOf = (at: number): string => String((at + 1) % 10);

/** Accepts by `a`; `r` asks for the reason, a figure gives it. Until then figures say what the document is. */
export function Decide({ acceptAs, pending, accept, reject, choose, proposed }: Props) {
  const [rejecting, setRejecting] = useState(false);
  const [note, setNote] = useState('');
  useKeys(
    rejecting
      ? [
          ...rejectReasonNames.map((reason, at) => ({ key: figureOf(at), what: `Reject: ${rejectReasons[reason]}`, run: () => reject(reason, note) })),
          { key: 'Escape', what: 'Do not reject', run: () => setRejecting(false) },
        ]
      : [
          { key: 'a', what: 'Accept', run: () => void (pending || accept()) },
          { key: 'r', what: 'Reject, then the figure of a reason', run: () => setRejecting(true) },
          ...Array.from({ length: proposed }, (_, at) => ({ key: figureOf(at), what: `It is proposal ${at + 1}`, run: () => choose(at) })),
        ],
  );
  if (!rejecting)
    return (
      <Stack gap={6}>
        <Group gap="xs">
          <Button size="sm" loading={pending} onClick={accept} rightSection={<kbd aria-hidden>a</kbd>}>
            Accept
          </Button>
          <Button size="sm" variant="default" onClick={() => setRejecting(true)} rightSection={<kbd aria-hidden>r</kbd>}>
            Reject …
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {acceptAs ? `Accepting completes “${acceptAs}” on the checklist.` : 'Accepted as it is, it completes nothing on the checklist.'}
        </Text>
      </Stack>
    );
  return (
    <section aria-labelledby="why-rejected">
      <Title order={2} id="why-rejected">
        Why is it sent back?
      </Title>
      <ul className="review-list">
        {rejectReasonNames.map((reason, at) => (
          <li key={reason}>
            <button type="button" className="choice" disabled={pending} onClick={() => reject(reason, note)}>
              <kbd>{figureOf(at)}</kbd>
              <span>{rejectReasons[reason]}</span>
            </button>
          </li>
        ))}
      </ul>
      <Textarea
        mt={6}
        label="Note for whoever sends it again"
        description="Optional; written before the reason is chosen"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      <Button mt="xs" variant="default" onClick={() => setRejecting(false)}>
        Do not reject (Esc)
      </Button>
    </section>
  );
}
