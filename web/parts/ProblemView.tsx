import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { asProblem } from '../api/problem.ts';

/** What went wrong, why, and what to do next; with the way to try again where that may help. */
export function ProblemView({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const problem = asProblem(error);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed let go of the focus while its answer was awaited: one goes on from the refusal, not from the top of the page.
    if (document.activeElement === document.body && view.current?.closest('form, [role="dialog"]')) view.current.focus();
  }, []);
  return (
    <Paper ref={view} withBorder p="md" role="alert" maw={640} tabIndex={-1} style={{ outline: 'none' }}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <IconCircleX size={20} color="var(--tone-bad)" aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <div>
          <Title order={2}>{problem.title}</Title>
          <Text mt={4}>{problem.message}</Text>
          {problem.errors.length > 0 && (
            <List size="sm" mt={4}>
              {problem.errors.map((fault) => (
                <List.Item key={JSON.stringify(fault)}>{[fault.path, fault.message].filter(Boolean).join(': ') || JSON.stringify(fault)}</List.Item>
              ))}
            </List>
          )}
          <Text mt={4} fw={600}>
            {problem.nextStep}
          </Text>
          {problem.requestId && (
            <Text size="sm" c="dimmed" mt={4}>
              Request {problem.requestId}
            </Text>
          )}
          {retry && (
            <Button mt="sm" variant="default" onClick={() => retry()}>
              Try again
            </Button>
          )}
        </div>
      </Group>
    </Paper>
  );
}
