import { NativeSelect, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.ts';
import { faultOf } from '../../parts/faults.ts';
import { roles } from '../../parts/roles.ts';
import type { Person } from './People.tsx';

export type Fields = { name: string; email: string; role: string; standInId: string };
export const fieldPaths = ['name', 'email', 'role', 'standInId'] as const;
/** Refusals that stand beside their field. */
export const fieldCodes = ['person-exists', 'own-stand-in', 'no-such-person'] as const;

type Props = { fields: Fields; set: (change: Partial<Fields>) => void; people: readonly Person[]; self?: string; problem: Problem | null };

export const PersonFields = ({ fields, set, people, self, problem }: Props) => (
  <>
    <TextInput
      label="Name"
      autoComplete="off"
      value={fields.name}
      onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      error={faultOf(problem, 'name')}
      required
      withAsterisk={false}
      data-autofocus
    />
    <TextInput
      type="email"
      label="E-mail"
      description="They sign in with it."
      autoComplete="off"
      value={fields.email}
      onChange={({ currentTarget }) => set({ email: currentTarget.value })}
      error={faultOf(problem, 'email', ['person-exists'])}
      required
      withAsterisk={false}
    />
    <NativeSelect
      label="Role"
      description="What they may do; the table on this page lists it."
      data={[...roles]}
      value={fields.role}
      onChange={({ currentTarget }) => set({ role: currentTarget.value })}
      error={faultOf(problem, 'role')}
    />
    <NativeSelect
      label="Stand-in"
      description="Approvals and tasks that wait too long go to them."
      data={[
        { value: '', label: 'Nobody' },
        ...people.filter(({ id, disabledAt }) => id !== self && disabledAt === null).map(({ id, name, role }) => ({ value: id, label: `${name}, ${role}` })),
      ]}
      value={fields.standInId}
      onChange={({ currentTarget }) => set({ standInId: currentTarget.value })}
      error={faultOf(problem, 'standInId', ['own-stand-in', 'no-such-person'])}
    />
  </>
);
