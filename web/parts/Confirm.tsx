import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.ts';
import { Dialog } from './Dialog.tsx';
import { ProblemView } from './ProblemView.tsx';

type Props = {
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  pending?: boolean;
  problem?: Problem | null;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before an act that cannot be undone and needs no reason. */
export function Confirm({ title, children, confirm, danger, pending, problem, onConfirm, onClose }: Props) {
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Stack gap="sm">
        {children}
        {problem && <ProblemView error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button color={danger ? 'red.9' : undefined} loading={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
