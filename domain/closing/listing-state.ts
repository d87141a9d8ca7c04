import { localWords } from '../time/zoned.ts';
import type { DealStage } from './course.ts';
import { type OfferInStatus, unansweredOfferIn } from './offers-received.ts';

export type ListingFacts = {
  agreement: { status: string; toOn: string } | null;
  offers: readonly { offerNo: number; status: OfferInStatus; expiresAt: Date | null; zone: string; backupPosition: number | null }[];
};

/** Where the facts put a listing that no offer has been accepted on. */
export function listingState({ agreement, offers }: ListingFacts): { stage: Extract<DealStage, 'open' | 'listed'>; waitingFor: string } {
  const stage = agreement?.status === 'in-force' ? 'listed' : 'open';
  const [next] = offers.filter(({ status }) => unansweredOfferIn.includes(status)).sort(sooner);
  if (next) {
    const until = next.expiresAt ? ` by ${localWords(next.expiresAt, next.zone)}` : '';
    return {
      stage,
      waitingFor: `${next.status === 'received' ? `the answer to offer ${next.offerNo}` : `the buyer's answer to the counter of offer ${next.offerNo}`}${until}`,
    };
  }
  const backup = nextBackup(offers);
  if (backup) return { stage, waitingFor: `a person: back-up offer ${backup.offerNo} is next` };
  if (!agreement) return { stage, waitingFor: 'the listing agreement' };
  if (stage === 'open') return { stage, waitingFor: `a new listing agreement: the last one is ${agreement.status}` };
  return { stage, waitingFor: `offers on the listing until ${agreement.toOn}` };
}

/** The back-up that is first in line. */
export function nextBackup<T extends { status: string; backupPosition: number | null }>(offers: readonly T[]): T | undefined {
  return offers.filter(({ status }) => status === 'backup').sort((a, b) => (a.backupPosition ?? 0) - (b.backupPosition ?? 0))[0];
}

/** What ends first is answered first; what our seller has to answer goes before what lies with a buyer. */
function sooner(a: ListingFacts['offers'][number], b: ListingFacts['offers'][number]): number {
  if (a.status !== b.status) return a.status === 'received' ? -1 : 1;
  return (a.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY) || a.offerNo - b.offerNo;
}
