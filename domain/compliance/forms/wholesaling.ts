import type { DeadlineRule, Form, FormVersion } from './form.ts';
import { after, before, businessDays, fact } from './terms.ts';

/** Monday to Friday without federal holidays, on either of their dates, unless the tenant configures a state list. */
const businessDay = businessDays('us-federal', 'statutory-and-observed');

const statute = (regime: string, jurisdiction: string, title: string, version: FormVersion): Form => ({
  regime,
  title,
  jurisdiction,
  statute: true,
  versions: [version],
});
const inForce = (
  version: string,
  effectiveFrom: string,
  { source, mark }: Pick<FormVersion, 'source' | 'mark'>,
  rules: readonly Omit<DeadlineRule, 'source' | 'mark'>[],
): FormVersion => ({ version, effectiveFrom, effectiveTo: null, source, mark, rules: rules.map((rule) => ({ ...rule, source, mark })) });

export const wholesaling: readonly Form[] = [
  statute(
    'us-il-wholesale',
    'IL',
    'Illinois: wholesales without a broker licence',
    inForce('225 ILCS 454', '1990-01-01', { source: '225 ILCS 454/1-10, pattern of business', mark: 'S' }, [
      {
        clock: 'next-wholesale-allowed',
        title: 'Next wholesale permitted',
        paragraph: '1-10',
        end: { months: 12, after: fact('firstWholesaleDate') },
        endOfDay: null,
        answer: { fact: 'proposedDate', is: 'on-or-after-date', always: 'licensed' },
        note: 'At most one per twelve months without a licence',
      },
    ]),
  ),
  statute(
    'us-ok-wholesale',
    'OK',
    'Oklahoma: seller may cancel',
    inForce('SB 1075', '2025-11-01', { source: 'Oklahoma SB 1075 (2025)', mark: 'S' }, [
      {
        clock: 'seller-cancel-end',
        title: 'Seller may cancel until',
        paragraph: 'right to cancel',
        end: after('contractDate', 2, businessDay),
        endOfDay: '23:59',
      },
    ]),
  ),
  statute(
    'us-or-wholesale',
    'OR',
    'Oregon: right to cancel',
    inForce('HB 4058', '2025-01-01', { source: 'Oregon HB 4058 (2024); OAR 863-017-0025', mark: 'A' }, [
      {
        clock: 'seller-cancel-end',
        title: 'Seller may cancel until',
        paragraph: 'right to cancel',
        end: after('disclosureReceivedDate', 3, businessDay),
        endOfDay: '23:59',
        note: 'Midnight of the third business day after receipt of the disclosure; cannot be waived',
      },
    ]),
  ),
  statute(
    'us-tn-wholesale',
    'TN',
    'Tennessee: notice of the assignment',
    inForce('Pub. Ch. 72', '2025-01-01', { source: 'Tenn. Pub. Ch. 72 (SB 909, 2025)', mark: 'S' }, [
      {
        clock: 'assignment-notice-latest',
        title: "Seller told of the assignment's effective date",
        paragraph: 'notice of assignment',
        end: before('assignmentEffectiveDate', 3, businessDay),
        endOfDay: '23:59',
      },
    ]),
  ),
  statute(
    'us-az-wholesale',
    'AZ',
    'Arizona: cancellation after a breach of the duty to disclose',
    inForce('A.R.S. 44-5101', '1990-01-01', { source: 'A.R.S. 44-5101', mark: 'A' }, [
      {
        clock: 'seller-cancel-end',
        title: 'The other side may cancel until',
        paragraph: '44-5101',
        end: fact('closingDate'),
        endOfDay: null,
        note: 'At any time before close of escrow, if the written disclosure was not made',
      },
    ]),
  ),
  statute(
    'us-md-wholesale',
    'MD',
    'Maryland: notice to owner and assignee',
    inForce('RP 10-715', '1990-01-01', { source: 'Md. Code, Real Property 10-715', mark: 'A' }, [
      {
        clock: 'assignment-notice-latest',
        title: 'Assignee told before the assignment',
        paragraph: '10-715',
        end: fact('assignmentEffectiveDate'),
        endOfDay: null,
        note: 'Before the assignment, at whatever hour it is made',
      },
      {
        clock: 'owner-notice-latest',
        title: 'Owner told in writing before the contract',
        paragraph: '10-715',
        end: fact('contractDate'),
        endOfDay: null,
        note: 'Before the contract, at whatever hour it is made',
      },
    ]),
  ),
];
