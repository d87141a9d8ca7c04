import { Anchor, Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/client.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Standing } from '../../review/Standing.tsx';

type Document = Answer<'/v1/deals/{no}/documents', 'get'>['items'][number];

/** What stands on no checklist: kept with the file, or still to be told what it is. */
export function Others({ documents, look, no }: { documents: Document[]; look: (id: string) => void; no: number }) {
  return (
    <section aria-labelledby="others">
      <Title order={2} id="others" mb={4}>
        Other documents of the file
      </Title>
      <ul className="entries">
        {documents.map((document) => (
          <li key={document.id}>
            <div className="entry-what">
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {document.title}
              </Text>
              <Text size="sm" c="dimmed">
                {document.kind === null && document.proposals[0] ? `Looks like: ${document.proposals[0].document} · ` : ''}
                added <Instant at={document.uploadedAt} />
              </Text>
            </div>
            <div className="entry-state">
              <Standing document={document} />
            </div>
            <div className="entry-acts no-print">
              {document.status === 'in-review' && (
                <Anchor component={Link} to="/review" search={{ deal: no, doc: document.id } as never} size="sm" py={4}>
                  Review<span className="visually-hidden"> {document.title}</span>
                </Anchor>
              )}
              <Button variant="default" onClick={() => look(document.id)} aria-label={`Versions of ${document.title}`}>
                Versions
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
