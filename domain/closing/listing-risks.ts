import type { Risk } from '../compliance/health.ts';

export type ListingRiskFacts = {
  dealNo: number;
  agreement: { status: string; toOn: string; endsAt: string } | null;
  offers: readonly { offerNo: number; status: string; expiresAt: string | null }[];
  showings: readonly { showingNo: number; status: string; at: string }[];
  /** Nothing is accepted and there is no contract: the property is on the market. */
  onMarket: boolean;
};

const dayMs = 86_400_000;
const within = (at: string, now: string, days: number): boolean => Date.parse(at) - Date.parse(now) <= days * dayMs;

/** What may go wrong with a listing, and what to do about it. */
export function listingRisks({ dealNo, agreement, offers, showings, onMarket }: ListingRiskFacts, now: string): Risk[] {
  const risks: Risk[] = [];
  const risk = (source: string, what: string, owner: string, deadline: string | null, effect: string, nextStep: string): void => {
    risks.push({ severity: 'at risk', source, what, owner, deadline, effect, nextStep });
  };
  const api = `/v1/deals/${dealNo}`;
  for (const { offerNo, status, expiresAt } of offers)
    if ((status === 'received' || status === 'countered') && expiresAt && within(expiresAt, now, 1))
      risk(
        `offer-received/${offerNo}`,
        `Offer ${offerNo} is about to expire unanswered`,
        'agent',
        expiresAt,
        'The buyer is free to go',
        `Record the answer: POST ${api}/offers-received/${offerNo}/counter, accept or decline`,
      );
  const backup = offers.find(({ status }) => status === 'backup');
  if (onMarket && backup)
    risk(
      'back-up',
      `Nothing is accepted, and back-up offer ${backup.offerNo} stands by`,
      'agent',
      null,
      'The back-up may go elsewhere',
      `POST ${api}/offers-received/${backup.offerNo}/promote, or decline it`,
    );
  if (onMarket && agreement?.status === 'expired')
    risk(
      'listing-agreement',
      `The listing agreement ended on ${agreement.toOn}`,
      'agent',
      agreement.endsAt,
      'The property is not to be offered without one',
      `Record the new one: POST ${api}/listing-agreement`,
    );
  if (agreement?.status === 'in-force' && within(agreement.endsAt, now, 7))
    risk(
      'listing-agreement',
      `The listing agreement ends on ${agreement.toOn}`,
      'agent',
      agreement.endsAt,
      'After it the property is not to be offered',
      `Agree on a new term: POST ${api}/listing-agreement/changes`,
    );
  for (const { showingNo, status, at } of showings)
    if (status === 'scheduled' && Date.parse(at) + dayMs < Date.parse(now))
      risk(
        `showing/${showingNo}`,
        `Nobody has said what became of showing ${showingNo}`,
        'agent',
        at,
        'The seller hears nothing',
        `POST ${api}/showings/${showingNo} with done or cancelled`,
      );
  return risks;
}
