import { Text } from '@mantine/core';
import { useDeal } from './use-deal.ts';
import { whyWords } from './words.ts';

type Props = { query: { data?: { explanation: string } | undefined; isError: boolean } };

/** Why a run stands still, in its own words. Beside what the page knows already, so it comes without a place of its own. */
export function Waits({ query: { data, isError } }: Props) {
  const { zone } = useDeal();
  if (isError) return <Text size="sm">What it waits for cannot be asked just now; it goes on all the same.</Text>;
  return data ? (
    <Text size="sm" data-waits>
      {whyWords(data.explanation, zone)}
    </Text>
  ) : null;
}
