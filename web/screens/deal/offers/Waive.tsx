import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useMe } from '../../../api/me.ts';
import { holdsUp, type Requirement } from './law.tsx';

export type Waiver = { requirements: string[]; reason: string };
export const noWaiver: Waiver = { requirements: [], reason: '' };
/** As the API takes it; nothing where nothing is waived. */
export const waiverBody = ({ requirements, reason }: Waiver) => (requirements.length > 0 ? { override: { requirements, reason: reason.trim() } } : {});
export const isComplete = ({ requirements, reason }: Waiver): boolean => requirements.length === 0 || reason.trim() !== '';

/** A broker goes on without what the law lets a broker take on, with the reason. Nobody else is offered it. */
export function Waive({ law, value, onChange }: { law: Requirement[]; value: Waiver; onChange: (waiver: Waiver) => void }) {
  const isBroker = useMe().person.role === 'broker';
  const open = law.filter((demand) => holdsUp(demand) && demand.overridable);
  if (!isBroker || open.length === 0) return null;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Text component="legend" size="sm" fw={600}>
        Go on without, as the broker
      </Text>
      <Stack gap={6}>
        {open.map(({ id, what }) => (
          <Checkbox
            key={id}
            label={what}
            checked={value.requirements.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...value, requirements: checked ? [...value.requirements, id] : value.requirements.filter((each) => each !== id) })
            }
          />
        ))}
        {value.requirements.length > 0 && (
          <TextInput
            label="Why"
            value={value.reason}
            onChange={({ currentTarget }) => onChange({ ...value, reason: currentTarget.value })}
            maxLength={500}
            required
          />
        )}
      </Stack>
    </fieldset>
  );
}
