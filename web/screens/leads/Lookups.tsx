import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../api/me.ts';
import { Instant } from '../../parts/Instant.tsx';
import { Money } from '../../parts/Money.tsx';
import type { LeadDetail } from './words.ts';

const SettleLookup = lazy(() => import('./SettleLookup.tsx'));
export type Lookup = LeadDetail['lookups'][number];

const standing: Record<string, string> = {
  claimed: 'being asked',
  answered: 'answered',
  empty: 'knows nothing',
  refused: 'refused',
  unknown: 'nobody knows whether it answered',
  released: 'may be asked again',
};

/** What data providers were asked about a lead, as rows of a list of facts; of what is not known, the way to say what came of it. */
export function Lookups({ lookups }: { lookups: Lookup[] }) {
  const may = useMay('sourcing:write');
  const [asked, ask] = useState<Lookup | null>(null);
  return (
    <>
      {lookups.map((lookup) => (
        <div key={lookup.id} style={{ display: 'contents' }}>
          <dt>look-up</dt>
          <dd>
            {lookup.provider}: {standing[lookup.status] ?? lookup.status}, <Money cents={lookup.costCents} />, <Instant at={lookup.askedAt} />
            {may && lookup.status === 'unknown' && (
              <Group mt={4}>
                <Button variant="default" size="xs" aria-label={`Decide about the look-up at ${lookup.provider}`} onClick={() => ask(lookup)}>
                  Decide …
                </Button>
              </Group>
            )}
          </dd>
        </div>
      ))}
      <Suspense>{asked && <SettleLookup lookup={asked} close={() => ask(null)} />}</Suspense>
    </>
  );
}
