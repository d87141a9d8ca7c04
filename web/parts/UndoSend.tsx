import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { uuid } from '../api/intent.ts';
import { asProblem } from '../api/problem.ts';

const undoMs = 10_000;

export type Undoable = {
  /** What is about to happen: `The e-mail to Ann Walker is sent`. */
  what: string;
  commit: (leaving: boolean) => Promise<unknown>;
  /** Puts the screen back, after an undo or a refusal. */
  undone?: () => void;
  /** When the page is left before the time is up: an act that can be mended is done, a send to others is asked about. */
  onLeave: 'commit' | 'ask';
};

/**
 * Does something after ten seconds in which it can be undone; nothing has gone out until then.
 * A refusal is shown with its cause and next step.
 */
export function undoable({ what, commit, undone, onLeave }: Undoable): void {
  const id = uuid();
  const finish = (): void => {
    clearTimeout(timer);
    removeEventListener('beforeunload', leave);
    removeEventListener('pagehide', hide);
    notifications.hide(id);
  };
  const run = async (leaving = false): Promise<void> => {
    finish();
    try {
      await commit(leaving);
    } catch (error) {
      undone?.();
      showProblem(error);
    }
  };
  const leave = (event: BeforeUnloadEvent): void => event.preventDefault();
  const hide = (): void => void run(true);
  if (onLeave === 'ask') addEventListener('beforeunload', leave);
  else addEventListener('pagehide', hide);
  const timer = setTimeout(run, undoMs);
  notifications.show({
    id,
    autoClose: false,
    withCloseButton: false,
    message: (
      <Undo
        what={what}
        undo={() => {
          finish();
          undone?.();
        }}
      />
    ),
  });
}

function Undo({ what, undo }: { what: string; undo: () => void }) {
  const [left, setLeft] = useState(undoMs / 1000);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        {what} <span aria-hidden="true">in {left} s</span>
        <span className="visually-hidden">in ten seconds</span>
      </Text>
      <Button variant="default" size="compact-sm" onClick={undo}>
        Undo
      </Button>
    </Group>
  );
}

/** A refusal where the screen has no place for it. */
export function showProblem(error: unknown): void {
  const problem = asProblem(error);
  notifications.show({
    color: 'red',
    autoClose: false,
    title: problem.title,
    message: `${problem.message} ${problem.nextStep}`,
    role: 'alert',
  });
}
