import { ActionIcon, AppShell, Box, Burger, Button, Group, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useMe } from '../api/me.ts';
import { startLive } from '../live/live.ts';
import { useKeys } from '../parts/keys.ts';
import { Account } from './Account.tsx';
import { BusinessClock } from './BusinessClock.tsx';
import { LiveBadge } from './LiveBadge.tsx';
import { Navigation } from './Navigation.tsx';
import { usePaletteTyping } from './palette-typing.ts';

// Both are asked for by a key and need not come with the first page.
const Palette = lazy(() => import('./Palette.tsx'));
const Help = lazy(() => import('./Help.tsx'));

/** The frame of every screen: who, where to, how live it is, and the keys that work everywhere. */
export function Shell() {
  const me = useMe();
  const queries = useQueryClient();
  const [menu, { toggle, close }] = useDisclosure();
  const [palette, showPalette] = useDisclosure();
  const [typed, setTyped] = usePaletteTyping(palette);
  const [help, showHelp] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => startLive(queries), [queries]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when one has gone somewhere
  useEffect(close, [path]);
  useHotkeys([['mod+K', showPalette.toggle]], []);
  useKeys([{ key: '?', what: 'Keys and what they do', run: showHelp.open }]);
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 196, breakpoint: 'sm', collapsed: { mobile: !menu } }} padding={0}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Navigation" aria-expanded={menu} />
            <Text fw={650}>Keyturn</Text>
            <Text c="dimmed" size="sm" className="clip" visibleFrom="xs">
              {me.brokerage.name}
            </Text>
          </Group>
          <Group gap={6} wrap="nowrap">
            <BusinessClock />
            <LiveBadge />
            <Button variant="default" leftSection={<IconSearch size={15} aria-hidden />} onClick={showPalette.open} visibleFrom="sm">
              Go to … <kbd style={{ marginInlineStart: 8 }}>{mod} K</kbd>
            </Button>
            <ActionIcon aria-label="Go to …" onClick={showPalette.open} hiddenFrom="sm">
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon aria-label="Keys and what they do" onClick={showHelp.open} visibleFrom="sm">
              <IconKeyboard size={18} aria-hidden />
            </ActionIcon>
            <Account />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Main">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main className="main" id="main" tabIndex={-1}>
        <Box p={{ base: 'sm', sm: 'md' }} style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <Outlet />
        </Box>
      </AppShell.Main>
      <Suspense>
        {palette && <Palette query={typed} setQuery={setTyped} close={showPalette.close} />}
        {help && <Help close={showHelp.close} />}
      </Suspense>
    </AppShell>
  );
}

const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
