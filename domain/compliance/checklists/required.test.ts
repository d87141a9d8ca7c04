import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDeal } from './facts.fixture.ts';
import { type DocumentStatus, requiredDocuments } from './required.ts';
import type { ChecklistSet } from './row.ts';
import type { DealFacts } from './schemas.ts';
import { checklistSets } from './sets.ts';

const answerOf = (id: string, facts: DealFacts, on = '2026-11-20') => requiredDocuments({ ...plainDeal, ...facts }, on).documents.find((one) => one.id === id)!;
const status = (id: string, facts: DealFacts, on?: string) => answerOf(id, facts, on).status;
const idsThat = (wanted: DocumentStatus, facts: DealFacts) =>
  requiredDocuments({ ...plainDeal, ...facts }, '2026-11-20').documents.flatMap((one) => (one.status === wanted ? [one.id] : []));

test.each<[string, DealFacts, string[]]>([
  ['a plain Texas resale', {}, ['US-TRID', 'TX-IABS', 'TX-SDN', 'TX-FINANCING', 'TX-RETENTION']],
  ['a plain California resale', { propertyState: 'CA' }, ['US-TRID', 'CA-AD', 'CA-TDS', 'CA-AVID', 'CA-SPQ', 'CA-STANDARD-NOTICES']],
  ['a plain Florida resale', { propertyState: 'FL' }, ['US-TRID', 'FL-FLOOD', 'FL-RADON', 'FL-TAX-SUMMARY']],
  ['a state without rows of its own', { propertyState: 'WY' }, ['US-TRID']],
  ['an Oregon wholesale for cash', { propertyState: 'OR', isWholesale: true, financed: false }, ['OR-WHOLESALE-DISCLOSURE']],
  [
    'a Maryland wholesale from an owner who lives there',
    { propertyState: 'MD', isWholesale: true, financed: false },
    ['MD-OWNER-NOTICE', 'MD-ASSIGNEE-NOTICE'],
  ],
  ['a commercial building for cash', { residential: false, cash: true, financed: false, buyerEntity: true, yearBuilt: 1950 }, ['TX-IABS', 'TX-RETENTION']],
])('%s needs just its documents', (_, facts, ids) => expect(idsThat('required', facts)).toEqual(ids));

test.each<[string, DealFacts, DocumentStatus]>([
  ['US-LEAD', { yearBuilt: 1977 }, 'required'],
  ['US-LEAD', { yearBuilt: 1978 }, 'not-required'],
  ['TX-LEAD', { yearBuilt: null }, 'required'],
  ['US-LEAD', { yearBuilt: 1950, zeroBedroom: true }, 'not-required'],
  ['US-LEAD', { yearBuilt: 1950, seniorHousingNoYoungChild: true }, 'not-required'],
  ['US-LEAD', { yearBuilt: 1950, foreclosureSale: true }, 'not-required'],
  ['US-FIRPTA', { sellerForeign: null }, 'required'],
  ['US-FIRPTA', { sellerForeign: false }, 'not-required'],
  ['US-BUYER-AGREEMENT', { side: 'both' }, 'required'],
  ['US-BUYER-AGREEMENT', { side: 'buyer', mlsParticipant: false }, 'not-required'],
  ['US-TRID', { consumerLoan: null }, 'required'],
  ['TX-BUYER-AGREEMENT', { side: 'buyer' }, 'required'],
  ['TX-BUYER-AGREEMENT', { side: 'buyer', residential: false }, 'not-required'],
  ['TX-SDN', { units: 2 }, 'not-required'],
  ['TX-SDN', { occupiedBefore: false }, 'not-required'],
  ['TX-SDN', { statutoryExemption: true }, 'not-required'],
  ['TX-IABS', { licenseeInvolved: false }, 'not-required'],
  ['TX-T47', { existingSurveyOffered: true }, 'required'],
  ['TX-HOA', { hasHoa: true }, 'required'],
  ['TX-MUD', { inMud: true }, 'required'],
  ['TX-PID', { inPid: true }, 'required'],
  ['TX-COASTAL', { coastal: true }, 'required'],
  ['TX-PROPANE', { propaneServiceArea: true }, 'required'],
  ['TX-TRANSFER-FEE', { privateTransferFee: true }, 'required'],
  ['TX-LAKE', { adjoinsImpoundedWater: true }, 'required'],
  ['TX-UTILITY-AREA', { certificatedUtilityArea: true }, 'required'],
  ['TX-LICENSEE-PARTY', { licenseeIsParty: true }, 'required'],
  ['TX-EQUITABLE-INTEREST', { isWholesale: true }, 'required'],
  ['CA-TDS', { propertyState: 'CA', units: 4 }, 'required'],
  ['CA-TDS', { propertyState: 'CA', units: 5 }, 'not-required'],
  ['CA-TDS', { propertyState: 'CA', statutoryExemption: true }, 'not-required'],
  ['CA-NHD', { propertyState: 'CA', mappedHazard: true }, 'required'],
  ['CA-NHD', { propertyState: 'CA', mappedHazard: null, floodZone: true }, 'required'],
  ['CA-NHD', { propertyState: 'CA', mappedHazard: null }, 'undecided'],
  ['CA-SPQ', { propertyState: 'CA', stateAssociationForm: false }, 'not-required'],
  ['CA-HOA', { propertyState: 'CA', hasHoa: true }, 'required'],
  ['CA-RENOVATION', { propertyState: 'CA', renovatedSinceAcquired: true, acquiredAt: '2025-06-18' }, 'required'],
  ['CA-RENOVATION', { propertyState: 'CA', renovatedSinceAcquired: true, acquiredAt: '2025-06-17' }, 'not-required'],
  ['CA-RENOVATION', { propertyState: 'CA', renovatedSinceAcquired: true, acquiredAt: '2024-08-31', closingDate: '2026-02-28' }, 'required'],
  ['CA-RENOVATION', { propertyState: 'CA', renovatedSinceAcquired: true, acquiredAt: '2026-01-01', contractDate: '2024-06-30' }, 'not-required'],
  ['CA-FIRE', { propertyState: 'CA', highFireZone: true }, 'required'],
  ['CA-HESC', { propertyState: 'CA', foreclosureRecorded: true, investorBuyer: true }, 'required'],
  ['CA-HESC', { propertyState: 'CA', foreclosureRecorded: true, investorBuyer: true, ownerOccupied: false }, 'not-required'],
  ['FL-HOA', { propertyState: 'FL', hasHoa: true }, 'required'],
  ['FL-CONDO', { propertyState: 'FL', isCondo: true }, 'required'],
  ['FL-RADON', { propertyState: 'FL', residential: false }, 'required'],
  ['FL-FLOOD', { propertyState: 'FL', residential: false }, 'not-required'],
  ['FL-FLOOD', { propertyState: 'FL', contractDate: '2024-09-30' }, 'not-required'],
  ['FL-LATENT-DEFECTS', { propertyState: 'FL', knownLatentDefects: true }, 'required'],
  ['AZ-WHOLESALE-DISCLOSURE', { propertyState: 'AZ', isWholesale: true, units: 5 }, 'not-required'],
  ['OK-WHOLESALE-DISCLOSURE', { propertyState: 'OK', isWholesale: true, contractDate: '2025-10-31' }, 'not-required'],
  ['TN-ASSIGNMENT-NOTICE', { propertyState: 'TN', isWholesale: true }, 'required'],
])('%s for %j is %s', (id, facts, expected) => expect(status(id, facts)).toBe(expected));

describe('the FinCEN report', () => {
  const cash: DealFacts = { cash: true, financed: false, buyerTrust: true };
  test.each<[string | null, string, DocumentStatus]>([
    ['2026-02-28', '2026-02-20', 'not-required'],
    ['2026-03-01', '2026-02-20', 'required'],
    ['2026-03-18', '2026-03-18', 'required'],
    ['2026-03-18', '2026-03-19', 'suspended'],
    ['2026-03-19', '2026-03-10', 'suspended'],
    [null, '2026-11-20', 'suspended'],
  ])('closing %s, asked on %s: %s', (closingDate, on, expected) => expect(status('US-FINCEN-RRE', { ...cash, closingDate }, on)).toBe(expected));

  test('is never listed as due, nor asked about, while suspended', () => {
    const { documents, questions } = requiredDocuments({ ...plainDeal, ...cash, buyerTrust: null }, '2026-11-20');
    expect(documents.find(({ id }) => id === 'US-FINCEN-RRE')).toMatchObject({
      status: 'suspended',
      suspension: { from: '2026-03-19', why: expect.stringContaining('vacated') },
    });
    expect(questions).toEqual([]);
    expect(status('US-FINCEN-RRE', { ...cash, buyerTrust: false })).toBe('not-required');
  });
});

test('the form is the one of the contract’s date, or of the day asked while the contract lies ahead', () => {
  const version = (on: string, contractDate: string | null) => answerOf('TX-IABS', { contractDate }, on).formVersion?.version;
  expect([version('2025-12-31', null), version('2026-01-01', null), version('2026-11-20', '2025-12-31'), version('2025-12-31', '2026-01-15')]).toEqual([
    '1-1',
    '1-2',
    '1-1',
    '1-1',
  ]);
});

test('a duty that was widened answers with the terms of the contract’s date', () => {
  const days = (contractDate: string) => answerOf('FL-CONDO', { propertyState: 'FL', isCondo: true, contractDate }).rights[0]?.days;
  expect([days('2025-06-30'), days('2025-07-01')]).toEqual([3, 7]);
  expect(answerOf('FL-FLOOD', { propertyState: 'FL', contractDate: '2025-09-30' }).consequence).not.toContain('any source');
  expect(answerOf('FL-FLOOD', { propertyState: 'FL', contractDate: '2025-10-01' }).consequence).toContain('any source');
});

test('parts of a document have answers of their own', () => {
  const parts = (yearBuilt: number | null) => answerOf('CA-FIRE', { propertyState: 'CA', highFireZone: true, yearBuilt }).parts.map((part) => part.status);
  expect([parts(2009), parts(2010), parts(null)]).toEqual([
    ['required', 'required'],
    ['not-required', 'required'],
    ['undecided', 'required'],
  ]);
});

test('an answer names the clause that decided, the values read, the source and the mark', () => {
  expect(answerOf('TX-LEAD', { yearBuilt: 1965, zeroBedroom: true })).toMatchObject({
    decidedBy: { path: 'and.1.and.2', text: 'no bedroom: yes' },
    values: { propertyState: 'TX', yearBuilt: 1965, zeroBedroom: true },
    source: expect.stringContaining('OP-L'),
    mark: 'A',
    set: { id: 'texas', version: '2026-11-20' },
  });
  const text = (id: string, facts: DealFacts) => answerOf(id, facts).decidedBy.text;
  expect(text('CA-TDS', {})).toBe('state of the property (TX) is not CA');
  expect(text('US-BUYER-AGREEMENT', {})).toBe('side (seller) is none of buyer, both');
  expect(text('US-LEAD', { yearBuilt: null })).toContain('year built is not known');
  expect(text('US-LEAD', { yearBuilt: 1965 })).toContain('year built (1965) is below 1978');
  expect(text('CA-TDS', { propertyState: 'CA', units: 5 })).toBe('dwelling units (5) does not lie between 1 and 4');
  expect(text('FL-FLOOD', { propertyState: 'FL', contractDate: '2024-09-30' })).toBe('not in force on 2024-09-30');
  expect(text('TX-RETENTION', {})).toBe('state of the property (TX) is TX; always');
});

test('a missing fact leaves a document to a person, with the question to ask', () => {
  const facts: DealFacts = { propertyState: 'CA', hasHoa: null, renovatedSinceAcquired: true, acquiredAt: null };
  const { questions } = requiredDocuments({ ...plainDeal, ...facts }, '2026-11-20');
  expect(questions).toEqual([
    { fact: 'hasHoa', question: expect.stringMatching(/\?$/), documents: ['CA-HOA'] },
    { fact: 'acquiredAt', question: expect.stringMatching(/\?$/), documents: ['CA-RENOVATION'] },
  ]);
  expect(answerOf('CA-HOA', facts)).toMatchObject({ status: 'undecided', missing: ['hasHoa'], decidedBy: { text: 'not known: owners’ association' } });
});

test('a state whose rules are not kept here says so', () => {
  const covered = (propertyState: string | null) => requiredDocuments({ ...plainDeal, propertyState }, '2026-11-20').stateCovered;
  expect([covered('TX'), covered('CA'), covered('FL'), covered('OK'), covered('NY'), covered(null)]).toEqual([true, true, true, false, false, false]);
});

test('a later version of one state’s set takes its place on its day and leaves the others', () => {
  const next: ChecklistSet = { id: 'texas', version: '2027-02', effectiveFrom: '2027-02-01', rows: [] };
  const sets = (on: string) => requiredDocuments(plainDeal, on, [...checklistSets, next]).sets.filter(({ id }) => id === 'texas' || id === 'us');
  expect(sets('2027-01-31').map(({ version }) => version)).toEqual(['2026-11-20', '2026-11-20']);
  expect(sets('2027-02-01').map(({ version }) => version)).toEqual(['2026-11-20', '2027-02']);
});

test('whatever a missing fact turns out to be, an answer given without it stands', () => {
  const flags = Object.keys(plainDeal).filter((name) => typeof plainDeal[name as keyof DealFacts] === 'boolean');
  // What these leave open the rules themselves close, for want of knowledge.
  const open = flags.filter((name) => !['sellerForeign', 'mappedHazard', 'consumerLoan'].includes(name));
  const deal = fc.record({
    values: fc.array(fc.boolean(), { minLength: flags.length, maxLength: flags.length }),
    hidden: fc.subarray(open),
    propertyState: fc.constantFrom('TX', 'CA', 'FL', 'MD'),
    yearBuilt: fc.constantFrom(1950, 1990),
  });
  fc.assert(
    fc.property(deal, ({ values, hidden, propertyState, yearBuilt }) => {
      const full = { ...plainDeal, ...Object.fromEntries(flags.map((name, at) => [name, values[at]])), propertyState, yearBuilt };
      const partial = { ...full, ...Object.fromEntries(hidden.map((name) => [name, null])) };
      const now = new Map(requiredDocuments(full, '2026-11-20').documents.map((one) => [one.id, one.status]));
      for (const { id, status: early } of requiredDocuments(partial, '2026-11-20').documents)
        if (early === 'required' || early === 'not-required') expect([id, now.get(id)]).toEqual([id, early]);
    }),
    { numRuns: 150 },
  );
});
