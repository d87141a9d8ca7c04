import type { LoggedEvent, TimelineItem } from './file-timeline.ts';

type Payload = {
  offerNo?: number;
  showingNo?: number;
  agreementNo?: number;
  by?: string;
  priceCents?: number;
  toOn?: string;
  at?: { prior: string | null; next: string | null };
  status?: { prior: string | null; next: string };
  expiresAt?: { prior: string | null; next: string | null };
  endsAt?: { prior: string | null; next: string | null };
  position?: { prior: number | null; next: number | null };
  terms?: Record<string, { next: unknown }>;
  changes?: Record<string, { next: unknown }>;
  reason?: string;
};

const dollars = (cents: number): string => `$${(cents / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })}`;

/** What happened to a listing, in plain words and without anybody's name; undefined for other events, null for what another event says already. */
export function listingWords(type: string, payload: unknown): string | null | undefined {
  const { offerNo, showingNo, by, priceCents, toOn, at, status, position, terms, changes, reason } = payload as Payload;
  switch (type) {
    case 'ListingAgreement.Recorded':
      return `listing agreement until ${toOn}`;
    case 'ListingAgreement.Changed':
      return `listing agreement ${changes?.toOn ? `now ends ${changes.toOn.next}` : 'changed'}${reason ? `: ${reason}` : ''}`;
    case 'ListingAgreement.Ended':
      return `listing agreement ${status?.next}`;
    case 'Showing.Changed':
      if (!status?.prior) return null;
      if (status.prior !== status.next) return `showing ${showingNo} ${status.next}`;
      return at?.prior === at?.next ? `feedback on showing ${showingNo}` : `showing ${showingNo} moved to ${at?.next}`;
    case 'OfferReceived.Recorded':
      return `offer ${offerNo} received: ${dollars(priceCents ?? 0)}`;
    case 'OfferReceived.Countered': {
      const price = terms?.priceCents?.next;
      return `offer ${offerNo} countered by the ${by}${typeof price === 'number' ? `: ${dollars(price)}` : ''}`;
    }
    case 'OfferReceived.Accepted':
      return `offer ${offerNo} received accepted: ${dollars(priceCents ?? 0)}`;
    case 'OfferReceived.FellThrough':
      return `offer ${offerNo} received fell through`;
    case 'OfferReceived.BackedUp':
      return `offer ${offerNo} received is back-up ${position?.next}`;
    case 'OfferReceived.Promoted':
      return `back-up offer ${offerNo} promoted`;
    case 'OfferReceived.Declined':
    case 'OfferReceived.Withdrawn':
    case 'OfferReceived.Expired':
      return `offer ${offerNo} received ${status?.next}`;
    default:
      return undefined;
  }
}

const waits = ['received', 'countered', 'backup'];

/** What lies ahead of a listing after these events: showings, offers that end, the agreement's last day. */
export function listingAhead(events: readonly LoggedEvent[], asOf: string): TimelineItem[] {
  const ahead = new Map<string, { at: string; what: string }>();
  for (const { type, payload } of events) {
    const { offerNo, showingNo, at, status, expiresAt, endsAt } = payload as Payload;
    if (type.startsWith('OfferReceived.')) {
      const key = `offer/${offerNo}`;
      if (!waits.includes(status!.next)) ahead.delete(key);
      else if (expiresAt && !expiresAt.next) ahead.delete(key);
      else if (expiresAt?.next) ahead.set(key, { at: expiresAt.next, what: `offer ${offerNo} received expires` });
    } else if (type === 'Showing.Changed') {
      if (status!.next === 'scheduled') ahead.set(`showing/${showingNo}`, { at: at!.next!, what: `showing ${showingNo}` });
      else ahead.delete(`showing/${showingNo}`);
    } else if (type === 'ListingAgreement.Ended') ahead.delete('agreement');
    else if (type.startsWith('ListingAgreement.') && endsAt?.next) ahead.set('agreement', { at: endsAt.next, what: 'the listing agreement ends' });
  }
  return [...ahead.values()].filter(({ at }) => at > asOf).map((item) => ({ ...item, when: 'future' as const }));
}
