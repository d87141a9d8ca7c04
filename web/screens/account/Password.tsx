import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Me } from '../../api/me.ts';
import { meQuery, useMe } from '../../api/me.ts';
import { faultOf, isBesideFields } from '../../parts/faults.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';

const toggle = { 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false } as const;
const leastLength = 12;

/** Chooses a password. Password managers may fill and paste. */
export function Password({ session }: { session: NonNullable<Me['session']> }) {
  const { email } = useMe().person;
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const change = useAct('post', '/v1/session/password');
  const { error } = change;
  const short = wanted.length > 0 && wanted.length < leastLength;
  return (
    <Section
      title={session.hasPassword ? 'Password' : 'Choose a password'}
      about={session.hasPassword ? 'Every other session of yours ends with a new one.' : 'So that you can sign in without a link.'}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(
            { body: { newPassword: wanted, ...(session.needsCurrentPassword ? { currentPassword: current } : {}) } },
            {
              onSuccess: () => {
                setCurrent('');
                setWanted('');
                void queries.invalidateQueries({ queryKey: meQuery.queryKey });
              },
            },
          );
        }}
      >
        <Stack gap="sm" maw={420}>
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          {session.needsCurrentPassword && (
            <PasswordInput
              label="Present password"
              autoComplete="current-password"
              value={current}
              onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
              error={faultOf(error, 'currentPassword', ['wrong-password'])}
              visibilityToggleButtonProps={toggle}
              required
              withAsterisk={false}
            />
          )}
          <PasswordInput
            label="New password"
            description={`At least ${leastLength} characters, and not your address. A few words in a row are easy to keep.`}
            autoComplete="new-password"
            value={wanted}
            onChange={({ currentTarget }) => setWanted(currentTarget.value)}
            error={short ? `${leastLength - wanted.length} more characters.` : faultOf(error, 'newPassword', ['password-unfit'])}
            visibilityToggleButtonProps={toggle}
            required
            withAsterisk={false}
          />
          {error && !isBesideFields(error, ['currentPassword', 'newPassword'], ['wrong-password', 'password-unfit']) && <ProblemView error={error} />}
          <Group gap="sm">
            <Button type="submit" loading={change.isPending} disabled={wanted.length < leastLength}>
              {session.hasPassword ? 'Change the password' : 'Set the password'}
            </Button>
            <Text size="sm" role="status">
              {change.isSuccess && wanted === '' ? 'It is set; every other session has ended.' : ''}
            </Text>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
