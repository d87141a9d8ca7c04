import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { placeWords } from './place.ts';

/** Names a deal and leads to its page. */
export const DealLink = ({ dealNo, property }: { dealNo: number; property?: string | null | undefined }) => (
  <Anchor component={Link} to="/deals/$no" params={{ no: String(dealNo) } as never} inherit>
    {property ? placeWords(property) : `Deal ${dealNo}`}
  </Anchor>
);
