import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';

/** A secret that is answered once: to be copied now, because nobody can look it up later. */
export function ShownOnce({ what, value, children }: { what: string; value: string; children?: React.ReactNode }) {
  const text = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('Copied');
    } catch {
      // Outside of https and localhost there is no clipboard for pages: what is selected can be copied by key.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setSaid('Selected: copy it with Ctrl C or ⌘ C');
    }
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>{what} is shown this once. Copy it now.</Text>
      <Code block ref={text} data-secret style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {value}
      </Code>
      <Group gap="sm">
        <Button leftSection={said === 'Copied' ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />} onClick={copy} data-autofocus>
          Copy
        </Button>
        <Text size="sm" role="status">
          {said}
        </Text>
      </Group>
      {children}
    </Stack>
  );
}
