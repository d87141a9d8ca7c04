import { Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import type { For, useUpload } from './use-upload.ts';

type Uploading = ReturnType<typeof useUpload>;
const accept = 'application/pdf,image/png,image/jpeg';

/** Takes files that are dropped anywhere on it. */
export function DropArea({ add, children }: { add: (files: Iterable<File>) => void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the buttons do the same
    <div
      className="drop-area"
      data-over={over}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer.files);
      }}
    >
      {children}
    </div>
  );
}

type ButtonProps = { label: string; name?: string; target?: For; add: Uploading['add']; quiet?: boolean };

export function UploadButton({ label, name, target, add, quiet = false }: ButtonProps) {
  return (
    <FileButton accept={accept} multiple={target === undefined} onChange={(given: File | File[] | null) => given && add([given].flat(), target)}>
      {(props) => (
        <Button {...props} variant={quiet ? 'default' : 'filled'} leftSection={<IconUpload size={16} aria-hidden />} aria-label={name ?? label}>
          {label}
        </Button>
      )}
    </FileButton>
  );
}

/** What is on its way, and what was refused with why. */
export function Uploads({ uploads, again, drop }: Pick<Uploading, 'uploads' | 'again' | 'drop'>) {
  if (uploads.length === 0) return null;
  return (
    <Stack gap="xs" mb="sm">
      {uploads.map((upload) =>
        upload.problem ? (
          <div key={upload.key}>
            <Group gap="xs" mb={4}>
              <Text fw={600}>{upload.file.name}</Text>
              {upload.problem.passing && (
                <Button variant="default" onClick={() => again(upload)} aria-label={`Try again: ${upload.file.name}`}>
                  Try again
                </Button>
              )}
              <Button variant="default" onClick={() => drop(upload.key)} aria-label={`Take away: ${upload.file.name}`}>
                Take away
              </Button>
            </Group>
            <ProblemView error={upload.problem} />
          </div>
        ) : (
          <Group key={upload.key} gap="xs" role="status">
            <Loader size="xs" aria-hidden />
            <Text size="sm">Sending {upload.file.name} …</Text>
          </Group>
        ),
      )}
    </Stack>
  );
}
