import { ActionIcon } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMe } from '../api/me.ts';
import { LazyMenu } from '../parts/LazyMenu.tsx';

const load = () => import('./Account.menu.tsx');

/** Who is signed in, and behind it what lies beside the application, and the way out. */
export function Account() {
  const { person } = useMe();
  return (
    <LazyMenu
      target={
        <ActionIcon aria-label={`Account of ${person.name}`}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      }
      load={load}
      with={{}}
    />
  );
}
