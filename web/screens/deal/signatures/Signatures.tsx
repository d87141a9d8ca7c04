import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';
import { EnvelopeCard } from './EnvelopeCard.tsx';
import type { Envelope } from './words.ts';

const SendForm = lazy(() => import('./SendForm.tsx'));

/** What was sent for signature, who has signed, and what it waits for. */
export function Signatures() {
  const { no, mayAct } = useDeal();
  const envelopes = useQuery(apiQuery('/v1/deals/{no}/envelopes', { path: { no } }));
  const documents = useQuery(apiQuery('/v1/deals/{no}/documents', { path: { no } }));
  const [sending, setSending] = useState<{ like: Envelope | null } | null>(null);
  const title = ({ documentId }: Envelope): string => documents.data?.items.find(({ id }) => id === documentId)?.title ?? 'a document';
  const send = mayAct ? <Button onClick={() => setSending({ like: null })}>Send for signature …</Button> : undefined;
  return (
    <Shown query={envelopes} what="the signatures">
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <EmptyState title="Nothing was sent for signature" action={send}>
              Choose a document of the file and who signs it, in which order. Who opened and signed it when appears here.
            </EmptyState>
          ) : (
            <>
              <Group justify="flex-end" mb="sm">
                {send}
              </Group>
              {items.map((envelope) => (
                <EnvelopeCard
                  key={envelope.id}
                  envelope={envelope}
                  document={title(envelope)}
                  sendAgain={mayAct ? () => setSending({ like: envelope }) : null}
                  mayAct={mayAct}
                />
              ))}
            </>
          )}
          <Suspense>{sending && <SendForm no={no} like={sending.like} close={() => setSending(null)} />}</Suspense>
        </>
      )}
    </Shown>
  );
}
