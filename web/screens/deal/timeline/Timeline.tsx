import { Anchor, Timeline as Line, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';

export function Timeline() {
  const { no, asOf } = useDeal();
  const timeline = useQuery(apiQuery('/v1/deals/{no}/timeline', { path: { no }, query: asOf ? { asOf } : {} }));
  return (
    <Shown query={timeline} what="the timeline">
      {({ items }) => <Items items={items} />}
    </Shown>
  );
}

function Items({ items }: Pick<Answer<'/v1/deals/{no}/timeline', 'get'>, 'items'>) {
  if (items.length === 0)
    return (
      <EmptyState
        title="Nothing has happened yet"
        action={
          <Anchor component={Link} to="/deals">
            All deals
          </Anchor>
        }
      >
        Its run is about to start.
      </EmptyState>
    );
  return (
    <section aria-labelledby="timeline">
      <Title order={2} id="timeline" mb="xs">
        Past, now and ahead
      </Title>
      <Line bulletSize={14} lineWidth={2}>
        {items.map(({ at, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may say the same of one instant
          <Line.Item key={index}>
            <Text>{what}</Text>
            <Instant at={at} />
          </Line.Item>
        ))}
      </Line>
    </section>
  );
}
