import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { rejectReasons } from '../../../domain/closing/documents.ts';
import { useMay } from '../../api/me.ts';
import { DealLink } from '../../parts/DealLink.tsx';
import { useKeys } from '../../parts/keys.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Decide } from './Decide.tsx';
import { DocumentFrame } from './DocumentFrame.tsx';
import { History, Standing } from './Standing.tsx';
import { type Choice, useReview, type Whole } from './use-review.ts';
import { WhatItIs } from './WhatItIs.tsx';

type Props = { document: Whole; property: string | null; place: string | null; decided: () => void; next: (() => void) | null; previous: (() => void) | null };

/** One document beside everything that is known and decided about it. */
export function Looked({ document, property, place, decided, next, previous }: Props) {
  const mayAct = useMay('closing:write');
  const [chosen, setChosen] = useState<Choice | null>(null);
  // What comes while somebody looks is never decided about unseen.
  const [version, setVersion] = useState(document.version);
  const newer = document.version !== version;
  const [top] = document.proposals;
  const likely: Choice = document.kind || !top ? { kind: document.kind, formVersion: document.formVersion } : { kind: top.id, formVersion: top.formVersion };
  const choice = chosen ?? likely;
  const review = useReview(document, version, (made) => {
    notifications.show({
      message: `${document.title}: ${made.decision === 'accept' ? 'accepted' : `sent back. ${rejectReasons[made.reason]}`}. Press p to come back to it.`,
      autoClose: 6000,
    });
    decided();
  });
  const choose = (wanted: Choice): void => {
    setChosen(wanted);
    review.match(wanted);
  };
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="review">
      <DocumentFrame key={version} document={document} version={version} />
      <div className="review-panel">
        <Stack gap="md">
          <div>
            <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none', overflowWrap: 'anywhere' }}>
              {document.title}
            </Title>
            <Text size="sm">
              Document {document.documentNo} of <DealLink dealNo={document.dealNo} property={property && `${property} (${document.dealNo})`} />
              {place && <Text span inherit c="dimmed">{` · ${place}`}</Text>}
            </Text>
            <Standing document={document} />
          </div>
          <WhatItIs document={document} choice={choice} onChoose={mayAct ? choose : null} />
          {mayAct && newer && <Newer version={document.version} look={() => setVersion(document.version)} />}
          {mayAct && !newer && (
            <Decide
              acceptAs={titleOf(document, choice)}
              pending={review.pending}
              proposed={document.proposals.length}
              choose={(at) => {
                const { id, formVersion } = document.proposals[at]!;
                choose({ kind: id, formVersion });
              }}
              accept={() => void review.decide({ decision: 'accept' }, choice)}
              reject={(reason, note) => void review.decide({ decision: 'reject', reason, note }, choice)}
            />
          )}
          {review.problem && <ProblemView error={review.problem} />}
          <Group gap="xs">
            <Button variant="default" disabled={!previous} onClick={() => previous?.()}>
              Back (p)
            </Button>
            <Button variant="default" disabled={!next} onClick={() => next?.()}>
              Skip (n)
            </Button>
          </Group>
          <History document={document} />
        </Stack>
      </div>
    </div>
  );
}

function Newer({ version, look }: { version: number; look: () => void }) {
  useKeys([{ key: 'l', what: `Look at version ${version}`, run: look }]);
  return (
    <Alert color="yellow" variant="light" role="status" title={`Version ${version} came while you looked at the one before`}>
      <Button mt={4} onClick={look}>
        Look at version {version} (l)
      </Button>
    </Alert>
  );
}

const titleOf = ({ proposals }: Whole, { kind }: Choice): string | null => proposals.find(({ id }) => id === kind)?.document ?? kind;
