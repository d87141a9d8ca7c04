import { Group, Stack } from '@mantine/core';
import { Dialog } from '../Dialog.tsx';
import { FileLinks } from './FileLinks.tsx';
import { FileView } from './FileView.tsx';

type Props = { src: string; mime?: string; title: string; download?: string; close: () => void };

/** A file over the screen that names it; with its keys. */
export function FileDialog({ src, mime = 'application/pdf', title, download = src, close }: Props) {
  return (
    <Dialog opened onClose={close} title={title} size="min(1000px, 100%)" classNames={{ body: 'file-dialog' }} padding="sm" yOffset="2dvh" xOffset="8px">
      <Stack gap={4} h="100%">
        <Group justify="flex-end">
          <FileLinks src={src} download={download} />
        </Group>
        <FileView src={src} mime={mime} title={title} />
      </Stack>
    </Dialog>
  );
}
