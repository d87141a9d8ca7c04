import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconApi, IconExternalLink, IconInbox, IconLogout, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { endLive } from '../live/live.ts';
import { showProblem } from '../parts/UndoSend.tsx';

/** Who is signed in, what lies beside the application, and the way out. */
export function Account() {
  const { person, sandbox, temporalUiUrl, namespace } = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await ask('delete', '/v1/session');
      endLive();
      queries.clear();
      await navigate({ to: '/login' });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={`Account of ${person.name}`}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} size="sm" c="var(--mantine-color-text)">
            {person.name}
          </Text>
          <Text size="sm">{person.role}</Text>
        </Menu.Label>
        {sandbox && (
          <Menu.Item component="a" href="/outbox" leftSection={<IconInbox size={16} aria-hidden />}>
            Outbox of the sandbox
          </Menu.Item>
        )}
        {temporalUiUrl && (
          <Menu.Item component="a" href={`${temporalUiUrl}/namespaces/${namespace}/workflows`} leftSection={<IconExternalLink size={16} aria-hidden />}>
            Runs in the Temporal Web UI
          </Menu.Item>
        )}
        <Menu.Item component="a" href="/docs" leftSection={<IconApi size={16} aria-hidden />}>
          API reference
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
