import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconApi, IconExternalLink, IconInbox, IconLogout, IconUser, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMe } from '../api/me.ts';
import { useSignOut } from './signOut.ts';

/** Who is signed in, what lies beside the application, and the way out. */
export function Account() {
  const { person, sandbox, temporalUiUrl, namespace } = useMe();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
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
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
          Your account
        </Menu.Item>
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
