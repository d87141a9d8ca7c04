import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Item } from '../../../../api/client.ts';
import { apiQuery } from '../../../../api/query.ts';
import { Shown } from '../../../../parts/Shown.tsx';
import { UploadButton, Uploads } from '../../documents/Uploads.tsx';
import { useUpload } from '../../documents/use-upload.ts';
import { useDeal } from '../../use-deal.ts';

/** From which document the terms are read: one of the deal, or a file that becomes one. */
export function Source({ choose }: { choose: (document: string) => void }) {
  const [open, setOpen] = useState(false);
  if (open) return <Choice choose={choose} />;
  return (
    <div>
      <Button variant="default" onClick={() => setOpen(true)}>
        Read the terms from a file …
      </Button>
    </div>
  );
}

function Choice({ choose }: { choose: (document: string) => void }) {
  const { no } = useDeal();
  const documents = useQuery(apiQuery('/v1/deals/{no}/documents', { path: { no } }));
  const { uploads, add, again, drop } = useUpload(no, ({ id }) => choose(id));
  return (
    <Fieldset legend="Read the terms from a file">
      <Stack gap="xs">
        <Text size="sm">Its page stands beside the fields, and what it says is proposed to you term by term. The file stays with the deal.</Text>
        <Shown query={documents} what="the documents">
          {({ items }) => <Files files={items} choose={choose} add={add} />}
        </Shown>
        <Uploads uploads={uploads} again={again} drop={drop} />
      </Stack>
    </Fieldset>
  );
}

type FilesProps = { files: Item<'/v1/deals/{no}/documents'>[]; choose: (document: string) => void; add: ReturnType<typeof useUpload>['add'] };

function Files({ files, choose, add }: FilesProps) {
  const box = useRef<HTMLDivElement>(null);
  // The button that opened the choice is gone; the choice is seen as a whole.
  useEffect(() => {
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    box.current?.closest('fieldset')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Group ref={box} gap="xs" role="group" aria-label="Documents of the deal">
      {files.map(({ id, title }) => (
        <Button key={id} variant="default" className="source" onClick={() => choose(id)} aria-label={`Read ${title}`}>
          {title}
        </Button>
      ))}
      <UploadButton label={files.length > 0 ? 'Another file' : 'Choose a file'} target={{}} add={add} quiet={files.length > 0} />
    </Group>
  );
}
