import { memo } from './address.ts';
import { type Day, dayText } from './dates.ts';
import type { Signal } from './line.ts';
import type { CellReader } from './normalise.ts';

/** Words of lists for our kinds of distress, from the most telling one down: "Pre-Foreclosure" holds "foreclosure". */
const kinds: readonly [RegExp, string][] = [
  [/PRE.?FORECLOSURE|LIS PENDENS|NOTICE OF DEFAULT|\bNOD\b/, 'pre-foreclosure'],
  [/FORECLOS|AUCTION|TRUSTEE.?S? SALE|\bREO\b/, 'foreclosure'],
  [/TAX LIEN|TAX DEED/, 'tax-lien'],
  [/DELINQ|TAXES OWED|BACK TAXES/, 'delinquent-taxes'],
  [/PROBATE|INHERIT|DECEASED|ESTATE OF/, 'probate'],
  [/VACAN/, 'vacancy'],
  [/CODE VIOL|VIOLATION|CONDEMN/, 'code-violation'],
  [/BANKRUPT/, 'bankruptcy'],
  [/DIVORCE/, 'divorce'],
  [/EVICT/, 'eviction'],
  [/EXPIRED|WITHDRAWN|CANCEL|FAILED LISTING/, 'expired-listing'],
];

const signalKinds = memo((text: string): string[] => {
  const upper = text.toUpperCase();
  return upper
    .split(/[,;|/]+/)
    .flatMap((part) => kinds.find(([pattern]) => pattern.test(part))?.[1] ?? [])
    .filter((kind, index, all) => all.indexOf(kind) === index);
});

const none: Signal[] = [];
export const byKind = (a: Signal, b: Signal): number => (a.kind < b.kind ? -1 : 1);

/** Signals of distress with the date of their filing. Null, not empty, where the list has no column that could say so. */
export function compileSignals(reader: CellReader): (listedDay: Day | null) => Signal[] | null {
  const { at } = reader;
  const dated = (
    [
      ['preForeclosureOn', 'pre-foreclosure'],
      ['auctionOn', 'foreclosure'],
      ['bankruptcyOn', 'bankruptcy'],
      ['divorceOn', 'divorce'],
    ] as const
  ).flatMap(([field, kind]) => (at(field) < 0 ? [] : [{ index: at(field), field, kind }]));
  const [words, filedOn, lienType, lienOn, taxes, vacant, listing] = [
    at('signals'),
    at('filedOn'),
    at('lienType'),
    at('lienOn'),
    at('delinquentTaxes'),
    at('vacant'),
    at('listingStatus'),
  ];
  const isAsked = dated.length > 0 || [words, lienType, taxes, vacant].some((index) => index >= 0);

  return (listedDay) => {
    let found = none;
    const add = (kind: string, on: Day | null) => {
      if (found === none) found = [];
      if (!found.some((signal) => signal.kind === kind)) found.push({ kind, on: on === null ? null : dayText(on) });
    };
    const { cells } = reader;
    const isEmpty = (index: number) => index < 0 || cells.starts[index] === cells.ends[index];
    for (const { index, field, kind } of dated) {
      if (isEmpty(index)) continue;
      const on = reader.day(index, field);
      if (on !== null) add(kind, on);
    }
    if (!isEmpty(words)) {
      const on = reader.day(filedOn, 'filedOn');
      for (const kind of signalKinds(reader.text(words))) add(kind, on);
    }
    if (!isEmpty(lienType) && /TAX/i.test(reader.text(lienType))) add('tax-lien', reader.day(lienOn, 'lienOn'));
    if (!isEmpty(taxes)) {
      const owed = reader.number(taxes, 'delinquentTaxes', { zero: 'value', from: 0, to: 1e10 });
      if (owed !== null && owed > 0) add('delinquent-taxes', null);
    }
    if (!isEmpty(vacant) && /^(?:y|yes|true|1|vacant)$/i.test(reader.text(vacant))) add('vacancy', null);
    // A listing that ended unsold is distress where it is known; alone it does not tell that anybody looked for more.
    if (!isEmpty(listing) && /EXPIR|CANCEL|WITHDRAW|FAIL/i.test(reader.text(listing))) add('expired-listing', listedDay);
    // In one order, whatever the columns: lists that are merged in another order give the same lead.
    if (found.length > 1) found.sort(byKind);
    return isAsked || found !== none ? found : null;
  };
}
