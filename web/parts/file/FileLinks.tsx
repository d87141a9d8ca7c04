import { Anchor, Group } from '@mantine/core';

/** The file elsewhere: to keep, or in a tab of its own. */
export function FileLinks({ src, download }: { src: string; download: string }) {
  return (
    <Group gap="sm" wrap="nowrap" style={{ whiteSpace: 'nowrap' }}>
      <Anchor href={download} download size="sm">
        Download
      </Anchor>
      <Anchor href={src} target="_blank" rel="noreferrer" size="sm">
        Own tab
      </Anchor>
    </Group>
  );
}
