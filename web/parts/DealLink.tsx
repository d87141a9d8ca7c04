import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** Names a deal and leads to its page. */
export const DealLink = ({ dealNo, property }: { dealNo: number; property?: string | null | undefined }) => (
  <Anchor component={Link} to="/deals/$no" params={{ no: String(dealNo) } as never} inherit>
    {property ?? `Deal ${dealNo}`}
  </Anchor>
);
