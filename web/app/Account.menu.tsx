import { Menu, Text } from '@mantine/core';
import { IconApi, IconExternalLink, IconInbox, IconLogout, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useMe } from '../api/me.ts';
import { MenuFrame } from '../parts/MenuFrame.tsx';
import { useSignOut } from './signOut.ts';

export default function AccountMenu({ target }: { target: ReactElement<object> }) {
  const { person, sandbox, temporalUiUrl, namespace } = useMe();
  const signOut = useSignOut();
  return (
    <MenuFrame target={target} position="bottom-end">
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
    </MenuFrame>
  );
}
