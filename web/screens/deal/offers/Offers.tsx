import './offers.css';
import { Stack } from '@mantine/core';
import { useMay } from '../../../api/me.ts';
import { useDeal } from '../use-deal.ts';
import { Agreement } from './Agreement.tsx';
import { Assignment } from './Assignment.tsx';
import { OurOffers } from './OurOffers.tsx';
import { Received } from './Received.tsx';
import { Showings } from './Showings.tsx';

/** Offers of ours or those that buyers made, by the side of the deal; the assignment of a wholesale contract. */
export function Offers() {
  const { deal } = useDeal();
  const mayOffers = useMay('offers:read');
  if (deal.side === 'listing')
    return (
      <Stack gap="md">
        <Received />
        <Agreement />
        <Showings />
      </Stack>
    );
  return (
    <Stack gap="md">
      {mayOffers && <OurOffers />}
      {deal.side === 'wholesale' && <Assignment />}
    </Stack>
  );
}
