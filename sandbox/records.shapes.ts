import type { InventedRecord } from './records.invent.ts';
import type { SkipTraceItem } from './schemas.ts';

type Found = { request: SkipTraceItem; record: InventedRecord | null }[];

/** The reply with people first, each with their property. */
export function asPersons(found: Found): object {
  const persons = found.flatMap(({ request, record }) =>
    record
      ? record.people.map(({ first, last, phones, emails }) => ({
          name: { first, last },
          emails: emails.map((email) => ({ email, tested: true })),
          phoneNumbers: phones.map(({ number, type }) => ({ number, type, reachable: true, score: 90 })),
          propertyAddress: request.propertyAddress,
          property: factsOf(record),
          request: { requestId: request.requestId },
          meta: { matched: true },
        }))
      : [],
  );
  return { status: { code: 200, text: 'OK' }, results: { persons, meta: metaOf(found) } };
}

/** The other reply that has been seen: properties with their owners. */
export function asProperties(found: Found): object {
  const properties = found.flatMap(({ request, record }) =>
    record
      ? [
          {
            requestId: request.requestId,
            address: request.propertyAddress,
            ...factsOf(record),
            owners: record.people.map(({ full, phones, emails }) => ({ fullName: full, phoneNumbers: phones, emails })),
          },
        ]
      : [],
  );
  return { status: { code: 200, text: 'OK' }, results: { properties, meta: metaOf(found) } };
}

const factsOf = ({ sqft, yearBuilt, bedrooms, value, liens, repairs, listing, filings }: InventedRecord): object => ({
  building: { livingAreaSquareFeet: sqft, yearBuilt, bedroomCount: bedrooms },
  valuation: { estimatedValue: value },
  openLien: { totalOpenLienBalance: liens },
  condition: { estimatedRepairCost: repairs },
  ...(listing ? { listing: { status: 'Active', price: listing.price, originalPrice: listing.original, listingDate: listing.date } } : {}),
  filings,
});

const metaOf = (found: Found): object => {
  const matchCount = found.filter(({ record }) => record).length;
  return { sandbox: true, results: { requestCount: found.length, matchCount, noMatchCount: found.length - matchCount, errorCount: 0 } };
};
