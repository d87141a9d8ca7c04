import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';

/** A file that asks for a password. It is used here and nowhere kept. */
export function Locked({ wrong, unlock }: { wrong: boolean; unlock: (password: string) => void }) {
  const [password, setPassword] = useState('');
  const open = (event: FormEvent): void => {
    event.preventDefault();
    unlock(password);
  };
  return (
    <Stack component="form" gap="xs" p="md" maw={420} onSubmit={open}>
      <Title order={2}>A password protects this file</Title>
      <Text size="sm">
        Whoever sent it knows the password. It stays in this page: it is neither sent nor kept. A file that everybody of the deal can read is better asked for
        again without one.
      </Text>
      <PasswordInput
        label="Password of the file"
        value={password}
        onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        error={wrong && 'This is not the password. Look at upper and lower case, or ask for the file without one.'}
        autoComplete="off"
        required
        withAsterisk={false}
      />
      <div>
        <Button type="submit">Open it</Button>
      </div>
    </Stack>
  );
}
