import type { DeadlineRule, Form, Term } from './form.ts';
import { after, before, fact, generalDays, specificDays } from './terms.ts';

const authority = { source: '12 CFR 1026 and its official commentary', mark: 'A' } as const;
const day = { ...authority, endOfDay: null } as const;
const endOf = { ...authority, endOfDay: '23:59' } as const;

/** 1026.19(e)(1)(iv), (f)(1)(iii): deemed received three specific business days after sending, unless receipt is proved. */
const received: Term = {
  when: { given: 'provenReceiptDate' },
  then: { proof: 'provenReceiptDate', notBefore: 'sentDate' },
  else: { when: { fact: 'method', in: ['in_person'] }, then: fact('sentDate'), else: after('sentDate', 3, specificDays) },
};
const receivedOrGiven: Term = { when: { given: 'receiptDate' }, then: fact('receiptDate'), else: received };

const cdLatest = before('consummationDate', 3, specificDays);
const leLatest = before('consummationDate', 4, specificDays);
const lastOfThree: Term = { latestOf: [fact('consummationDate'), fact('noticeDate'), fact('disclosuresDate')] };
const rescissionEnd = after(lastOfThree, 3, specificDays);

const backward = 'Counted back from consummation, which gives the later day where receipt falls on a Sunday or holiday (S)';

const rules: readonly DeadlineRule[] = [
  { ...endOf, clock: 'le-due', title: 'Loan Estimate delivered or mailed', paragraph: '1026.19(e)(1)(iii)(A)', end: after('applicationDate', 3, generalDays) },
  {
    ...endOf,
    clock: 'revised-disclosure-due',
    title: 'Revised Loan Estimate after a changed circumstance',
    paragraph: '1026.19(e)(4)(i)',
    end: after('changeKnownDate', 3, generalDays),
  },
  {
    ...day,
    clock: 'consummation-earliest-after-le',
    title: 'First closing after the Loan Estimate',
    paragraph: '1026.19(e)(1)(iii)(B), (v)',
    end: { when: { given: 'leWaitWaivedOn' }, then: fact('leSentDate'), else: { firstWith: 7, days: specificDays, reaching: fact('leSentDate') } },
    note: backward,
  },
  {
    ...day,
    clock: 'consummation-earliest-after-cd',
    title: 'First closing after the Closing Disclosure',
    paragraph: '1026.19(f)(1)(ii)(A), (iv); (e)(1)(iii)(B), (v)',
    end: {
      latestOf: [
        { when: { given: 'cdWaitWaivedOn' }, then: receivedOrGiven, else: { firstWith: 3, days: specificDays, reaching: receivedOrGiven } },
        {
          ifGiven: 'leSentDate',
          then: { when: { given: 'leWaitWaivedOn' }, then: fact('leSentDate'), else: { firstWith: 7, days: specificDays, reaching: fact('leSentDate') } },
        },
      ],
    },
    note: backward,
  },
  { ...endOf, clock: 'cd-latest-receipt', title: 'Closing Disclosure received', paragraph: '1026.19(f)(1)(ii)(A)', end: cdLatest },
  {
    ...endOf,
    clock: 'corrected-cd-latest-receipt',
    title: 'Corrected Closing Disclosure received',
    paragraph: '1026.19(f)(2)(i), (ii)',
    end: { when: { newWait: 'trigger' }, then: cdLatest, else: fact('consummationDate') },
  },
  { ...endOf, clock: 'revised-le-latest-receipt', title: 'Revised Loan Estimate received', paragraph: '1026.19(e)(4)(ii)', end: leLatest },
  {
    ...endOf,
    clock: 'cd-latest-mailing',
    title: 'Closing Disclosure mailed, without proof of receipt',
    paragraph: '1026.19(f)(1)(ii), (iii)',
    end: before(cdLatest, 3, specificDays),
    note: 'Counted back on both legs; counting forward from a Sunday or holiday could yield a later day, and the earlier one is shown (D)',
  },
  {
    ...endOf,
    clock: 'revised-le-latest-mailing',
    title: 'Revised Loan Estimate mailed, without proof of receipt',
    paragraph: '1026.19(e)(4)(ii), (e)(1)(iv)',
    end: before(leLatest, 3, specificDays),
  },
  { ...day, clock: 'disclosure-received', title: 'Disclosure received or deemed received', paragraph: '1026.19(e)(1)(iv), (f)(1)(iii)', end: received },
  {
    ...day,
    clock: 'cd-timing-ok',
    title: 'Closing Disclosure received in time',
    paragraph: '1026.19(f)(1)(ii), (iii), (iv)',
    end: receivedOrGiven,
    answer: { dateIsOnOrBefore: { when: { given: 'cdWaitWaivedOn' }, then: fact('consummationDate'), else: cdLatest } },
  },
  {
    ...endOf,
    clock: 'le-expiry',
    title: 'Loan Estimate lapses without intent to proceed',
    paragraph: '1026.19(e)(3)(iv)(E)',
    end: after('leSentDate', 10, generalDays),
    answer: { fact: 'intentDate', is: 'on-or-before-date' },
  },
  {
    ...day,
    clock: 'new-wait-required',
    title: 'New three-day wait',
    paragraph: '1026.19(f)(2)(ii), 1026.22(a)',
    end: null,
    answer: { judge: 'new-wait' },
    note: 'Tolerance of 1/4 percentage point for irregular transactions: R',
  },
  {
    ...endOf,
    clock: 'tolerance-cure-due',
    title: 'Refund and corrected disclosure for a tolerance excess',
    paragraph: '1026.19(f)(2)(v)',
    end: after('consummationDate', 60),
  },
  {
    ...endOf,
    clock: 'post-closing-corrected-cd-due',
    title: 'Corrected Closing Disclosure after a post-closing event',
    paragraph: '1026.19(f)(2)(iii)',
    end: after('eventLearnedDate', 30),
  },
  { ...endOf, clock: 'rescission-end', title: 'Right to rescind ends', paragraph: '1026.15(a)(3), 1026.23(a)(3)', end: rescissionEnd },
  { ...day, clock: 'rescission-earliest-funding', title: 'First day funds may go out', paragraph: '1026.23(c)', end: after(rescissionEnd, 1), mark: 'S' },
];

/** TRID and rescission (Regulation Z). Names of the two kinds of business day as in the regulation, against a copied guide that swaps them. */
export const regZ: Form = {
  regime: 'reg-z',
  title: 'Regulation Z: TRID disclosures and rescission',
  jurisdiction: 'US',
  versions: [{ version: 'current', effectiveFrom: '1971-01-01', effectiveTo: null, ...authority, rules }],
};
