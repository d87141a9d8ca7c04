import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { FileDialog } from '../../../parts/file/FileDialog.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { History, Standing } from '../../review/Standing.tsx';
import { UploadButton } from './Uploads.tsx';
import type { useUpload } from './use-upload.ts';

type Props = { id: string; mayAct: boolean; add: ReturnType<typeof useUpload>['add']; close: () => void };

/** Every version of a document, who saw and decided what, and the next version. */
export function Versions({ id, mayAct, add, close }: Props) {
  const take = useAct('post', '/v1/documents/{id}/versions/{version}/take');
  const query = useQuery(apiQuery('/v1/documents/{id}', { path: { id } }));
  const [looked, look] = useState<{ title: string; mime: string; file: string } | null>(null);
  // One dialog in place of the other: of two, Escape would close both.
  if (looked) return <FileDialog {...looked} src={`${looked.file}?inline=true`} download={looked.file} close={() => look(null)} />;
  return (
    <Dialog opened onClose={close} title={query.data?.title ?? 'Document'} size="lg">
      <Shown query={query} what="the document">
        {(document) => (
          <Stack gap="sm">
            <Standing document={document} />
            <section aria-labelledby="versions">
              <Title order={2} id="versions">
                Versions
              </Title>
              <ul className="quiet-list">
                {document.versions.map(({ version, name, bytes, mime, uploadedAt, file, signatureOf }) => (
                  <li key={version}>
                    <Button variant="default" onClick={() => look({ title: `${document.title}, version ${version}`, mime, file })}>
                      Version {version}
                    </Button>{' '}
                    <Text span size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {signatureOf !== null && `signed copy of version ${signatureOf}, `}
                      {version === document.version && 'in force, '}
                      {name}, {sizeWords(bytes)}, <Instant at={uploadedAt} />
                    </Text>
                    {mayAct && signatureOf !== null && version !== document.version && (
                      <Button
                        variant="default"
                        loading={take.isPending}
                        aria-label={`Take version ${version} as the one in force`}
                        onClick={() => take.mutate({ path: { id, version } })}
                      >
                        Take it
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {take.error && <ProblemView error={take.error} />}
            </section>
            <History document={document} />
            {mayAct && (
              <div>
                <UploadButton
                  quiet
                  label="Add the next version"
                  target={{ documentNo: document.documentNo }}
                  add={(files, target) => {
                    add(files, target);
                    close();
                  }}
                />
              </div>
            )}
            <Anchor component={Link} to="/review" search={{ deal: document.dealNo, doc: document.id } as never}>
              Look at it in review
            </Anchor>
          </Stack>
        )}
      </Shown>
    </Dialog>
  );
}

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
