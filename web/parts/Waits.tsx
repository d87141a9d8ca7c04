import { Text } from '@mantine/core';
import { useMe } from '../api/me.ts';
import { whyWords } from './words.ts';

type Props = {
  query: { data?: { explanation: string } | undefined; isError: boolean };
  /** Zone of the property; the brokerage's where it is left out. */
  zone?: string;
};

/** Why a run stands still, in its own words. Beside what the page knows already, so it comes without a place of its own. */
export function Waits({ query: { data, isError }, zone }: Props) {
  const { brokerage } = useMe();
  if (isError) return <Text size="sm">What it waits for cannot be asked just now; it goes on all the same.</Text>;
  return data ? (
    <Text size="sm" data-waits style={{ overflowWrap: 'anywhere' }}>
      {whyWords(data.explanation, zone ?? brokerage.zone)}
    </Text>
  ) : null;
}
