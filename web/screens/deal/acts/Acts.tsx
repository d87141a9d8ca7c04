import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useRef } from 'react';
import { useKeys } from '../../../parts/keys.ts';
import { type Asked, useAsk } from './asked.ts';
import { useOffered } from './may.ts';

/** What can be done with the deal now: the likeliest two as buttons, the rest in a menu. */
export function Acts() {
  const acts = useOffered();
  const ask = useAsk();
  const more = useRef<HTMLButtonElement>(null);
  useKeys(acts.flatMap(({ asked, label, key }) => (key ? [{ key, what: label.replace(' …', ''), run: () => ask(asked) }] : [])));
  const first = acts.filter(({ danger }) => !danger).slice(0, 2);
  const rest = acts.filter((act) => !first.includes(act));
  // A dialog gives the focus back to what had it, and the line of the menu is gone by then.
  const fromMenu = (asked: Asked): void => {
    more.current?.focus();
    ask(asked);
  };
  if (acts.length === 0) return null;
  return (
    <Group gap={6} className="no-print">
      {first.map(({ asked, label }, at) => (
        <Button key={label} variant={at === 0 ? 'filled' : 'default'} onClick={() => ask(asked)}>
          {label}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon ref={more} variant="default" size={30} aria-label="More to do with this deal">
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ asked, label, danger }) => (
              <Menu.Item key={label} {...(danger ? { c: 'var(--tone-bad)' } : {})} onClick={() => fromMenu(asked)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
