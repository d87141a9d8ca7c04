import { Menu } from '@mantine/core';
import { cloneElement, type ReactElement, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react';

type Props = { target: ReactElement<{ ref?: Ref<HTMLButtonElement> }>; position: 'bottom-start' | 'bottom-end'; children: ReactNode };

/** A menu that opens as soon as it is there: its button was pressed to bring it. The focus the old button had goes on to the new one. */
export function MenuFrame({ target, position, children }: Props) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    button.current?.focus({ preventScroll: true });
    setOpened(true);
  }, []);
  return (
    <Menu opened={opened} onChange={setOpened} position={position} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>{cloneElement(target, { ref: button })}</Menu.Target>
      {children}
    </Menu>
  );
}
