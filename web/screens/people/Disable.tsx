import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import { count } from '../../parts/time.ts';
import type { Person } from './People.tsx';

/** Takes somebody's access away, or gives it back: says what ends with it. */
export default function Disable({ person, close }: { person: Person; close: () => void }) {
  const change = useAct('patch', '/v1/people/{id}');
  const [mayKeys, mayTasks] = [useMay('keys:read'), useMay('tasks:read')];
  const disabled = person.disabledAt !== null;
  const keys = useQuery({ ...apiQuery('/v1/keys', { query: { limit: 200 } }), enabled: mayKeys && !disabled });
  const tasks = useQuery({ ...apiQuery('/v1/tasks', { query: { limit: 200, snoozed: 'true' } }), enabled: mayTasks && !disabled });
  if (disabled)
    return (
      <Confirm
        title={`Enable ${person.name}`}
        confirm="Enable"
        pending={change.isPending}
        problem={change.error}
        onConfirm={() => change.mutate({ path: { id: person.id }, body: { disabled: false } }, { onSuccess: close })}
        onClose={close}
      >
        <Text size="sm">
          They may be let in again as {person.role}. What ended when they were disabled stays ended: make them a new sign-in link, and new keys where they need
          some.
        </Text>
      </Confirm>
    );
  const ownKeys = keys.data?.items.filter(({ personId, revokedAt }) => personId === person.id && revokedAt === null).length;
  const ownTasks = tasks.data?.items.filter(({ ownerId }) => ownerId === person.id).length;
  return (
    <ConfirmWithReason
      opened
      title={`Disable ${person.name}`}
      reasons={['Left the brokerage', 'On leave', 'Their access may be in wrong hands']}
      confirm="Disable"
      danger
      pending={change.isPending}
      problem={change.error}
      onConfirm={(reason) => change.mutate({ path: { id: person.id }, body: { disabled: true, reason } }, { onSuccess: close })}
      onClose={close}
    >
      <div>
        <Text size="sm">At once, and for good:</Text>
        <List size="sm">
          <List.Item>they are signed out everywhere, and their sign-in link is void</List.Item>
          <List.Item>
            {ownKeys === undefined
              ? 'their API keys are revoked'
              : ownKeys === 0
                ? 'they have no API key'
                : `${count(ownKeys, 'API key')} of theirs ${ownKeys === 1 ? 'is' : 'are'} revoked`}
          </List.Item>
        </List>
        <Text size="sm" mt={4}>
          {ownTasks ? `${count(ownTasks, 'open task')} of theirs ${ownTasks === 1 ? 'stays' : 'stay'} open: hand them over in “Needs me now”. ` : ''}
          What they did stays in the record under their name.
        </Text>
      </div>
    </ConfirmWithReason>
  );
}
