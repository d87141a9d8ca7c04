import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Problem, problemOf, unreachable } from '../../api/problem.ts';
import { touch } from '../../live/affects.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { pointWords } from '../../parts/phone.ts';
import type { Person } from './words.ts';

/** In the sandbox nobody answers by themselves: here one answers as the seller would, to see what the brokerage makes of it. */
export function AsSeller({ person }: { person: Person }) {
  const queries = useQueryClient();
  const points = person.points.filter(({ wrong }) => !wrong);
  const [from, setFrom] = useState(points.find(({ last }) => last)?.value ?? points[0]?.value ?? '');
  const [body, setBody] = useState('');
  const answer = useMutation<unknown, Problem>({
    mutationFn: async () => {
      const channel = from.startsWith('+') ? 'text' : 'email';
      const response = await fetch('/outbox/reply', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ channel, address: from, body: body.trim() }),
      }).catch(() => {
        throw unreachable();
      });
      const told: unknown = await response.json().catch(() => null);
      if (!response.ok) throw problemOf(response.status, told);
    },
    onSuccess: () => {
      setBody('');
      void touch(queries, [{ under: '/v1/contacts' }, { under: '/v1/conversations' }]);
    },
  });
  if (points.length === 0) return null;
  return (
    <details className="composer no-print" style={{ borderStyle: 'dashed', borderTop: '1px dashed var(--line)' }}>
      <summary>
        <Text span size="sm" fw={600}>
          Sandbox: answer as {person.name}
        </Text>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (body.trim() !== '') answer.mutate();
        }}
      >
        <Text size="sm" c="dimmed" my={4}>
          Only in the sandbox: it arrives as if {person.name} had written it. They can answer where something of yours has arrived.
        </Text>
        <Group gap="xs" align="flex-end">
          <NativeSelect
            size="xs"
            aria-label="Answer from"
            data={points.map((each) => ({ value: each.value, label: pointWords(each) }))}
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
          <Textarea
            style={{ flex: 1, minWidth: 180 }}
            aria-label={`Words of ${person.name}`}
            value={body}
            onChange={({ currentTarget }) => setBody(currentTarget.value)}
            autosize
            minRows={1}
            maxRows={4}
          />
          <Button type="submit" variant="default" loading={answer.isPending} disabled={body.trim() === ''}>
            Answer as the seller
          </Button>
        </Group>
      </form>
      {answer.error && <ProblemView error={answer.error} />}
    </details>
  );
}
