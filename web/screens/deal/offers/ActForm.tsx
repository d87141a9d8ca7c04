import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../../../api/problem.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';

type Props = {
  title: string;
  confirm: string;
  pending: boolean;
  problem: Problem | null;
  /** In place of the plain words of a refusal. */
  refusal?: ReactNode;
  disabled?: boolean;
  danger?: boolean;
  onSubmit: () => void;
  close: () => void;
  children: ReactNode;
};

/** A dialog with what has to be filled in before an act; a refusal is shown above its buttons. */
export function ActForm({ title, confirm, pending, problem, refusal, disabled, danger, onSubmit, close, children }: Props) {
  return (
    <Dialog opened onClose={close} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!disabled) onSubmit();
        }}
      >
        <Stack gap="sm">
          {children}
          {problem && (refusal ?? <ProblemView error={problem} />)}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} {...(disabled ? { disabled } : {})} {...(danger ? { color: 'red.9' } : {})}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
