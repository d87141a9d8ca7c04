import type { DeadlineRule, Form, Term } from './form.ts';
import { after, businessDays, fact } from './terms.ts';

const legalDays = businessDays('us-federal', 'statutory-and-observed');

/** Voidable until so many days after the contract is signed and all documents are received, and no longer than until closing. */
const voidability = (resaleDays: number): DeadlineRule => {
  const from: Term = { latestOf: [fact('documentsReceivedDate'), { ifGiven: 'contractDate', then: fact('contractDate') }] };
  const resale = after(from, resaleDays, legalDays);
  const developer = after(from, 15);
  return {
    clock: 'condo-voidability-end',
    title: 'Buyer may void the contract until',
    paragraph: '718.503(1), (2)',
    source: 'Fla. Stat. 718.503',
    mark: 'S/R',
    endOfDay: '23:59',
    end: {
      earliestOf: [
        { when: { given: 'sale' }, then: { when: { fact: 'sale', in: ['developer'] }, then: developer, else: resale }, else: resale },
        { ifGiven: 'closingDate', then: fact('closingDate') },
      ],
    },
    note: `${resaleDays} days after resale documents, 15 calendar days after a developer's; the ${resaleDays} should be verified by counsel`,
  };
};

export const condominium: Form = {
  regime: 'fl-condo-718.503',
  title: 'Florida: voidability of condominium contracts',
  jurisdiction: 'FL',
  versionBy: ['contractDate', 'documentsReceivedDate'],
  versions: [
    {
      version: 'HB 913',
      effectiveFrom: '2025-07-01',
      effectiveTo: null,
      source: 'Fla. Stat. 718.503 as amended by HB 913 (2025)',
      mark: 'S/R',
      rules: [voidability(7)],
    },
    { version: 'before HB 913', effectiveFrom: '1971-01-01', effectiveTo: '2025-06-30', source: 'Fla. Stat. 718.503', mark: 'S/R', rules: [voidability(3)] },
  ],
};

const escrow = { paragraph: '61J2-14.008 to 14.010', source: 'Fla. Admin. Code 61J2-14', mark: 'S', endOfDay: '23:59' } as const;

export const brokerEscrow: Form = {
  regime: 'fl-broker-escrow',
  title: "Florida: deposits in a broker's hands",
  jurisdiction: 'FL',
  versions: [
    {
      version: 'current',
      effectiveFrom: '1971-01-01',
      effectiveTo: null,
      source: 'Fla. Admin. Code 61J2-14',
      mark: 'S',
      rules: [
        { ...escrow, clock: 'associate-to-broker-due', title: 'Associate hands the deposit to the broker', end: after('fundsReceivedDate', 1, legalDays) },
        { ...escrow, clock: 'broker-deposit-due', title: 'Broker deposits the funds', end: after('fundsReceivedDate', 3, legalDays) },
      ],
    },
  ],
};
