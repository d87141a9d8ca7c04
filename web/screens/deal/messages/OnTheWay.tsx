import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Status } from '../../../parts/Status.tsx';
import { Waits } from '../Waits.tsx';
import type { Message } from './lines.ts';

/** Messages that were let go and are not with their party yet, each with what holds it. */
export function OnTheWay({ messages, nameOf }: { messages: Message[]; nameOf: (partyId: string) => string }) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="going">
      <Title order={2} id="going" mb={4}>
        On the way
      </Title>
      <ul className="entries-plain">
        {messages.map((message) => (
          <One key={message.id} message={message} to={nameOf(message.partyId)} />
        ))}
      </ul>
    </section>
  );
}

function One({ message: { id, subject, trusted, recipient, workflowId }, to }: { message: Message; to: string }) {
  const waits = useQuery(apiQuery('/v1/party-messages/{id}/explain', { path: { id } }));
  return (
    <li className="card">
      <Text fw={600}>
        {to}: {subject}
      </Text>
      <Status tone="info" icon="working">
        about to be sent
      </Status>
      <Waits query={waits} />
      <Text size="sm" c="dimmed">
        {trusted ? 'Its template is trusted, so nobody has to let it go' : 'Let go by a person'}
        {recipient && ` · to ${recipient}`}
      </Text>
      <RunLink workflowId={workflowId} of={`${subject}, to ${to}`} />
    </li>
  );
}
