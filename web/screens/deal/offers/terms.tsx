import type { Item } from '../../../api/client.ts';
import { Money } from '../../../parts/Money.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { dayWithYear } from '../days.ts';
import { contingencyWords, financingWords } from './fields.tsx';

export type OfferIn = Item<'/v1/deals/{no}/offers-received'>;
export type Terms = Pick<OfferIn, 'priceCents' | 'earnestMoneyCents' | 'financing' | 'closingOn' | 'contingencies'>;

const standing: Record<string, [Tone, string]> = {
  received: ['warn', 'waits for the seller'],
  countered: ['warn', 'countered'],
  accepted: ['good', 'accepted'],
  backup: ['info', 'back-up'],
  declined: ['neutral', 'declined'],
  withdrawn: ['neutral', 'withdrawn'],
  expired: ['neutral', 'expired'],
  'fell-through': ['bad', 'its contract fell through'],
};
export function standingOf({ status, backupPosition, rounds }: OfferIn): { tone: Tone; words: string } {
  const [tone, words] = standing[status] ?? ['neutral', status];
  if (status === 'backup') return { tone, words: `back-up ${backupPosition ?? ''}`.trim() };
  if (status === 'countered') return { tone, words: rounds.at(-1)?.by === 'seller' ? 'countered, waits for the buyer' : 'countered, waits for the seller' };
  return { tone, words };
}

/** The terms of an offer, those first that are compared first. */
export function TermsList({ terms }: { terms: Terms }) {
  const { priceCents, earnestMoneyCents, financing, closingOn, contingencies } = terms;
  return (
    <dl className="offer-terms">
      <div>
        <dt>Price</dt>
        <dd>
          <b>
            <Money cents={priceCents} />
          </b>
        </dd>
      </div>
      <div>
        <dt>Earnest money</dt>
        <dd>
          <Money cents={earnestMoneyCents} />
        </dd>
      </div>
      <div>
        <dt>Financing</dt>
        <dd>{financingWords(financing)}</dd>
      </div>
      <div>
        <dt>Closing</dt>
        <dd>{closingOn ? dayWithYear(closingOn) : 'not said'}</dd>
      </div>
      <div>
        <dt>Contingencies</dt>
        <dd>{contingencies.length > 0 ? contingencies.map(contingencyWords).join(', ') : 'none'}</dd>
      </div>
    </dl>
  );
}
