import { DomainError } from '../errors.ts';

export type OfferStatus = 'requested' | 'drafted' | 'approved' | 'sent' | 'accepted' | 'declined' | 'expired' | 'superseded' | 'withdrawn' | 'blocked';

/** The statuses of which a deal has at most one. */
export const openStatuses = ['requested', 'drafted', 'approved', 'sent'] as const satisfies readonly OfferStatus[];

export const isOpen = (status: string): boolean => (openStatuses as readonly string[]).includes(status);

const moves: Record<OfferStatus, readonly OfferStatus[]> = {
  requested: ['drafted', 'blocked', 'superseded', 'withdrawn', 'expired'],
  drafted: ['approved', 'sent', 'superseded', 'withdrawn', 'expired'],
  approved: ['sent', 'superseded', 'withdrawn', 'expired'],
  sent: ['accepted', 'declined', 'expired', 'superseded', 'withdrawn'],
  blocked: ['withdrawn'],
  accepted: [],
  declined: [],
  expired: [],
  superseded: [],
  withdrawn: [],
};

/** Refuses a change of status that cannot happen, with the one thing that can be done. */
export function checkMove(offer: { offerNo: number; status: string }, to: OfferStatus): void {
  const from = offer.status as OfferStatus;
  if (moves[from]?.includes(to)) return;
  const possible = moves[from] ?? [];
  throw new DomainError('offer-status', `Offer ${offer.offerNo} is ${from} and cannot become ${to}.`, {
    nextStep: possible.length > 0 ? `From ${from} it can become: ${possible.join(', ')}.` : 'Request a new offer for the deal.',
    details: { offerNo: offer.offerNo, status: from, wanted: to },
  });
}
