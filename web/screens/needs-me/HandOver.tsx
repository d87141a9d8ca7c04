import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import { type Role, roles } from '../../parts/roles.ts';
import type { NeedsMeLine } from './lines.ts';

/** Gives a task to another person, or to whoever stands for a role. */
export default function HandOver({ line, close }: { line: NeedsMeLine; close: () => void }) {
  const mayPeople = useMay('people:read');
  const people = useQuery({ ...apiQuery('/v1/people', { query: { limit: 200 } }), enabled: mayPeople });
  const [to, setTo] = useState<string | null>(null);
  const handOver = useAct('post', '/v1/tasks/{id}/hand-over');
  const receiver = to?.startsWith('role:') ? { role: to.slice(5) as Role } : { personId: to ?? '' };
  const active = (people.data?.items ?? []).filter(({ disabledAt }) => disabledAt === null);
  return (
    <ConfirmWithReason
      opened
      title={`Hand over “${line.title}”`}
      reasons={['Knows the client', 'I am away', 'Not mine to decide']}
      confirm="Hand over"
      missing={to === null ? 'Choose a person, or a role.' : null}
      pending={handOver.isPending}
      problem={handOver.error}
      onConfirm={(reason) => handOver.mutate({ path: { id: line.taskId! }, body: { ...receiver, reason } }, { onSuccess: close })}
      onClose={close}
    >
      <Select
        label="To"
        placeholder="A person, or a role"
        searchable
        data-autofocus
        data={[
          { group: 'Roles', items: roles.map((role) => ({ value: `role:${role}`, label: `Whoever is ${role}` })) },
          { group: 'People', items: active.map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })) },
        ]}
        value={to}
        onChange={setTo}
      />
    </ConfirmWithReason>
  );
}
