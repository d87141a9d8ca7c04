import { Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';

const shapes = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** The shape of what comes, for a second; after that, words say what is waited for. */
export function Loading({ what }: { what: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap="sm" p="md" aria-busy>
      <Text role="status" c="dimmed" className={slow ? undefined : 'visually-hidden'}>
        Reading {what} …
      </Text>
      {!slow && shapes.map((name) => <Skeleton key={name} height={28} radius="sm" aria-hidden />)}
    </Stack>
  );
}
