import type { ComponentProps } from 'react';
import { Waits as Plain } from '../../parts/Waits.tsx';
import { useDeal } from './use-deal.ts';

/** Why a run of this deal stands still, in the zone of its property. */
export function Waits({ query }: Pick<ComponentProps<typeof Plain>, 'query'>) {
  return <Plain query={query} zone={useDeal().zone} />;
}
