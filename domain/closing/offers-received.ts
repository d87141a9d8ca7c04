/** Offers that buyers make on a listing: what each can become, and what the terms are after a counter. */
export const offerInStatuses = ['received', 'countered', 'accepted', 'backup', 'declined', 'withdrawn', 'expired', 'fell-through'] as const;
export type OfferInStatus = (typeof offerInStatuses)[number];
/** Somebody has yet to answer, or it stands by. */
export const openOfferIn: readonly OfferInStatus[] = ['received', 'countered', 'backup'];
/** Somebody has yet to answer. */
export const unansweredOfferIn: readonly OfferInStatus[] = ['received', 'countered'];

export const financings = ['cash', 'conventional', 'fha', 'va', 'usda', 'seller', 'other'] as const;
export const contingencyKinds = ['inspection', 'financing', 'appraisal', 'sale-of-home', 'title', 'insurance', 'other'] as const;

export type OfferInAct = 'counter' | 'accept' | 'decline' | 'withdraw' | 'backup' | 'promote';
const from: Record<OfferInAct, readonly OfferInStatus[]> = {
  counter: unansweredOfferIn,
  accept: unansweredOfferIn,
  decline: openOfferIn,
  withdraw: [...openOfferIn, 'accepted'],
  backup: openOfferIn,
  promote: ['backup'],
};

/** Why an act does not fit an offer's status, or null. */
export function refuseOfferIn(act: OfferInAct, { offerNo, status }: { offerNo: number; status: OfferInStatus }): string | null {
  if (from[act].includes(status)) return null;
  if (act === 'promote') return `Offer ${offerNo} is ${status}, not a back-up.`;
  if (status === 'backup') return `Offer ${offerNo} is a back-up: it is promoted, declined or withdrawn.`;
  return `Offer ${offerNo} is ${status}.`;
}

/** What a counter may change. */
export type OfferTerms = { priceCents: number; earnestMoneyCents: number | null; financing: string; closingOn: string | null; contingencies: string[] };
const termNames = ['priceCents', 'earnestMoneyCents', 'financing', 'closingOn', 'contingencies'] as const satisfies readonly (keyof OfferTerms)[];

/** The terms with what a side proposes put in, and each change with what it was. */
export function counteredTerms(
  terms: OfferTerms,
  proposed: { [K in keyof OfferTerms]?: OfferTerms[K] | undefined },
): { next: OfferTerms; changes: Record<string, { prior: unknown; next: unknown }> } {
  const given = Object.fromEntries(termNames.flatMap((name) => (proposed[name] === undefined ? [] : [[name, proposed[name]]])));
  const next: OfferTerms = { ...terms, ...given };
  const changes = Object.fromEntries(
    termNames.flatMap((name) => (JSON.stringify(terms[name]) === JSON.stringify(next[name]) ? [] : [[name, { prior: terms[name], next: next[name] }]])),
  );
  return { next, changes };
}

/** What no buyer can mean: a closing that is over, or more earnest money than the price. */
export function termFaults({ priceCents, earnestMoneyCents, closingOn }: Partial<OfferTerms>, today: string): { path: string; message: string }[] {
  return [
    ...(closingOn && closingOn < today ? [{ path: 'closingOn', message: `lies before today, ${today}` }] : []),
    ...(earnestMoneyCents && priceCents && earnestMoneyCents > priceCents ? [{ path: 'earnestMoneyCents', message: 'is more than the price' }] : []),
  ];
}

/** The order of back-ups with one put at a place (the last when none is named) or, with `place` 0, taken out. */
export function backupOrder(offerNos: readonly number[], offerNo: number, place: number | null): number[] {
  const others = offerNos.filter((no) => no !== offerNo);
  if (place === 0) return others;
  const at = place === null ? others.length : Math.min(place - 1, others.length);
  return [...others.slice(0, at), offerNo, ...others.slice(at)];
}
