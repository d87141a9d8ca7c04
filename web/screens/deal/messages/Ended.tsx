import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Instant } from '../../../parts/Instant.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Status } from '../../../parts/Status.tsx';
import type { Line } from './lines.ts';
import { Settle } from './Settle.tsx';

/** What nobody knows the outcome of: a person finds out. */
export function Unknown({ lines, mayAct }: { lines: Line[]; mayAct: boolean }) {
  const [settling, setSettling] = useState<Line | null>(null);
  const unknown = lines.filter((line) => line.unknown);
  return (
    <>
      {unknown.length > 0 && (
        <section aria-labelledby="unknown">
          <Title order={2} id="unknown">
            Nobody knows whether it went out
          </Title>
          <Text size="sm" c="dimmed" mb={4}>
            The answer of the provider was lost. It is not sent a second time by itself: look it up there, then say what you found.
          </Text>
          <ul className="entries-plain">
            {unknown.map((line) => (
              <One key={line.id} line={line} settle={mayAct ? () => setSettling(line) : null} />
            ))}
          </ul>
        </section>
      )}
      {settling && <Settle line={settling} close={() => setSettling(null)} />}
    </>
  );
}

/** What went out or was left out, and what became of it. */
export function Sent({ lines }: { lines: Line[] }) {
  const known = lines.filter((line) => !line.unknown);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="sent">
      <Title order={2} id="sent" mb={4}>
        Sent
      </Title>
      <ul className="entries-plain">
        {known.map((line) => (
          <One key={line.id} line={line} settle={null} />
        ))}
      </ul>
    </section>
  );
}

function One({ line: { at, to, address, what, subject, body, tone, words, reason, workflowId }, settle }: { line: Line; settle: (() => void) | null }) {
  return (
    <li className="card">
      <details>
        <summary>
          <Text span fw={600}>
            {to}
          </Text>{' '}
          {subject ?? what} <Status tone={tone}>{words}</Status>{' '}
          <Text span size="sm" c="dimmed">
            <Instant at={at} />
          </Text>
        </summary>
        <Text size="sm" c="dimmed">
          {what}
          {address && ` · to ${address}`}
        </Text>
        {body && <p className="message-body">{body}</p>}
        {workflowId && <RunLink workflowId={workflowId} of={`${subject ?? what}, to ${to}`} />}
      </details>
      {reason && <Text size="sm">{reason}</Text>}
      {settle && (
        <Button mt={4} onClick={settle} aria-label={`Say what became of it: ${subject ?? what}, to ${to}`}>
          Say what became of it
        </Button>
      )}
    </li>
  );
}
