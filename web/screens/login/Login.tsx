import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect } from 'react';
import { ask } from '../../api/client.ts';
import type { Problem } from '../../api/problem.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';

const route = getRouteApi('/login');

/** Signs in with e-mail and password. Password managers may fill and paste: nothing is to be remembered or solved. */
export function Login() {
  const { from } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  useEffect(() => {
    document.title = 'Sign in · Keyturn';
  }, []);
  const signIn = useMutation<unknown, Problem, { email: string; password: string }>({
    mutationFn: (body) => ask('post', '/v1/session', { body }),
    onSuccess: async () => {
      queries.clear();
      // Only addresses of our own: what stands in the URL may have been put there by somebody else.
      await router.navigate({ to: from && /^\/(?![/\\])/.test(from) ? from : '/' });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <main style={{ maxWidth: 400, margin: '0 auto', padding: '12vh 16px 16px' }}>
      <Paper withBorder p="lg">
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Title order={1}>Sign in to Keyturn</Title>
            <TextInput name="email" type="email" label="E-mail" autoComplete="username" required withAsterisk={false} />
            <PasswordInput
              name="password"
              label="Password"
              autoComplete="current-password"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0, 'aria-hidden': false }}
            />
            {signIn.error && <ProblemView error={signIn.error} />}
            <Button type="submit" size="sm" loading={signIn.isPending}>
              Sign in
            </Button>
            <Text size="sm" c="dimmed">
              On your own machine, <code>npm start</code> prints a link that signs you in. No account yet, or the password forgotten: your broker sends you a
              link.
            </Text>
          </Stack>
        </form>
      </Paper>
    </main>
  );
}
