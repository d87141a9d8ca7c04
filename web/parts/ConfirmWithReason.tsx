import { Button, Chip, Group, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import { Dialog } from './Dialog.tsx';
import { ProblemView } from './ProblemView.tsx';

type Props = {
  opened: boolean;
  title: string;
  /** What will happen. */
  children?: ReactNode;
  /** Reasons to pick from; own words are always possible. */
  reasons: readonly string[];
  confirm: string;
  danger?: boolean;
  /** It cannot be done as things stand; what is written beside it says why. */
  disabled?: boolean;
  /** What is still to be filled in, in words: said when somebody goes on without it. */
  missing?: string | null;
  pending?: boolean;
  problem?: Problem | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks before an act that needs a reason: one from the list, or in own words. The reason becomes part of the record. */
export function ConfirmWithReason({ opened, title, children, reasons, confirm, danger, disabled, missing, pending, problem, onConfirm, onClose }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <Form {...{ children, reasons, confirm, danger, disabled, missing, pending, problem, onConfirm, onClose }} />
    </Dialog>
  );
}

function Form({ children, reasons, confirm, danger, disabled, missing, pending, problem, onConfirm, onClose }: Omit<Props, 'opened' | 'title'>) {
  const [picked, setPicked] = useState(reasons[0] ?? '');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const label = useId();
  const reason = words.trim() || picked;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason && !missing && !disabled) onConfirm(reason);
      }}
    >
      <Stack gap="sm">
        {children}
        {reasons.length > 0 && (
          <div>
            <Text id={label} size="sm" fw={600} mb={4}>
              Reason
            </Text>
            <Chip.Group value={words.trim() ? '' : picked} onChange={(value) => setPicked(String(value))}>
              <Group gap={6} role="radiogroup" aria-labelledby={label}>
                {reasons.map((each) => (
                  <Chip key={each} value={each} size="xs" name={label}>
                    {each}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </div>
        )}
        <Textarea
          label={reasons.length > 0 ? 'Or in your own words' : 'Reason'}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          error={tried && !reason ? 'Say why: it becomes part of the record.' : undefined}
        />
        {tried && missing && (
          <Text size="sm" role="alert" style={{ color: 'var(--tone-bad)' }}>
            {missing}
          </Text>
        )}
        {problem && <ProblemView error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color={danger ? 'red.9' : undefined} loading={pending} disabled={disabled}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
