import { highestCashPrice, meetWish } from './terms.price.ts';
import type { Priced, Proposing } from './working.ts';

/** All cash at closing. */
export function cashTerms(proposing: Proposing): Priced {
  const highest = highestCashPrice(proposing);
  return 'none' in highest ? highest : { priceCents: meetWish(proposing, highest.priceCents) };
}
