import { Menu } from '@mantine/core';
import { IconCalendarTime, IconHistory, IconPlayerTrackNext, IconProgress } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMe } from '../api/me.ts';
import { MenuFrame } from '../parts/MenuFrame.tsx';
import type { Clock, ClockWish } from './BusinessClock.tsx';

type Props = { target: ReactElement<object>; clock: Clock; mayMove: boolean; exact: string; wish: (wish: ClockWish) => void };

export default function BusinessClockMenu({ target, clock, mayMove, exact, wish }: Props) {
  const { brokerage } = useMe();
  return (
    <MenuFrame target={target} position="bottom-end">
      <Menu.Dropdown>
        <Menu.Label>
          {exact} ({brokerage.zone})
        </Menu.Label>
        {clock.moving ? (
          <Menu.Item leftSection={<IconProgress size={16} aria-hidden />} onClick={() => wish('look')}>
            It is being moved: how far it is
          </Menu.Item>
        ) : (
          mayMove && (
            <>
              <Menu.Item leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={() => wish({ days: 1 })}>
                Forward a day
              </Menu.Item>
              <Menu.Item leftSection={<IconPlayerTrackNext size={16} aria-hidden />} onClick={() => wish({ days: 7 })}>
                Forward a week
              </Menu.Item>
              <Menu.Item leftSection={<IconCalendarTime size={16} aria-hidden />} onClick={() => wish('ask')}>
                Forward to …
              </Menu.Item>
            </>
          )
        )}
        {!clock.moving && clock.last && (
          <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => wish('look')}>
            What happened in the last move
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </MenuFrame>
  );
}
