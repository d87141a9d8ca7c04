import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** The frame of a screen: heading, title of the window, its own actions. The heading takes the focus when one comes to the screen. */
export function Page({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Keyturn`;
  }, [title]);
  useEffect(() => {
    // Not at the first load, where the browser starts at the top anyway, and never out of a field.
    if (arrived && document.activeElement?.matches('input, textarea, [contenteditable]') !== true) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <>
      <Group justify="space-between" gap="sm" mb="sm">
        <Title order={1} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </>
  );
}
let arrived = false;
