import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../../../api/query.ts';
import { Shown } from '../../../parts/Shown.tsx';
import { useDeal } from '../use-deal.ts';

export function Overview() {
  const { no } = useDeal();
  const explained = useQuery(apiQuery('/v1/deals/{no}/explain', { path: { no } }));
  return (
    <Stack gap="md">
      <section aria-labelledby="why">
        <Title order={2} id="why">
          Why is this waiting?
        </Title>
        <Shown query={explained} what="why it waits">
          {({ explanation }) => <Text>{explanation}</Text>}
        </Shown>
      </section>
    </Stack>
  );
}
