import { DomainError } from '../errors.ts';
import { type Day, parseDay } from './days.ts';

const date = (meaning: string, ...also: string[]) => ({ kind: 'date' as const, meaning, also });
const count = (meaning: string, ...also: string[]) => ({ kind: 'count' as const, meaning, also });
const word = (meaning: string, words: readonly string[] | null, ...also: string[]) => ({ kind: 'word' as const, meaning, words, also });
const flag = (meaning: string, ...also: string[]) => ({ kind: 'flag' as const, meaning, also });

/** Everything a clock can ask for, with other names it goes by. */
export const factTable = {
  // Loans
  applicationDate: date('day the six data items of the application were received', 'applicationReceivedDate'),
  changeKnownDate: date(
    'day the changed circumstance became known',
    'changeDate',
    'changeLearnedDate',
    'changedCircumstanceDate',
    'learnedDate',
    'knownDate',
    'eventLearnedDate',
    'informationReceivedDate',
    'changedCircumstanceKnownDate',
    'circumstanceKnownDate',
    'becameKnownDate',
  ),
  leSentDate: date('day the Loan Estimate was delivered or mailed', 'leDeliveredDate', 'leMailedDate', 'leProvidedDate', 'leIssuedDate', 'leDate'),
  leWaitWaivedOn: date('day the consumer waived the wait after the Loan Estimate', 'leWaiverDate'),
  cdWaitWaivedOn: date('day the consumer waived the wait after the Closing Disclosure', 'cdWaiverDate', 'waitWaivedOn'),
  intentDate: date('day the consumer said to go ahead', 'intentToProceedDate'),
  receiptDate: date('day of receipt', 'receivedDate', 'cdReceivedDate', 'cdReceiptDate'),
  sentDate: date('day of delivery or mailing', 'cdSentDate', 'mailedDate', 'mailingDate'),
  provenReceiptDate: date('day of receipt that is proved'),
  consummationDate: date('day of consummation', 'closingDate', 'statedClosingDate', 'closeOfEscrowDate'),
  eventLearnedDate: date('day the event after closing became known', 'learnedDate', 'eventKnownDate'),
  noticeDate: date('day the notice of the right to rescind was given', 'rescissionNoticeDate'),
  disclosuresDate: date('day the material disclosures were given', 'materialDisclosuresDate'),
  method: word('method of delivery', ['in_person', 'mail', 'email', 'courier', 'electronic'], 'deliveryMethod'),
  trigger: word('what changed', null),
  transaction: word('kind of transaction', ['regular', 'irregular']),
  productChanged: flag('whether the loan product changed'),
  prepaymentPenaltyAdded: flag('whether a prepayment penalty was added'),
  disclosedApr: word('APR disclosed, in percent', null),
  closingApr: word('APR at closing, in percent', null),
  creditorOpenDays: { kind: 'weekdays' as const, meaning: "weekdays on which the creditor's offices are open", also: [] as string[] },
  creditorOpenDates: { kind: 'dates' as const, meaning: 'holidays on which the creditor is open', also: [] as string[] },
  creditorClosedDates: { kind: 'dates' as const, meaning: 'other dates on which the creditor is closed', also: [] as string[] },
  // Contracts
  effectiveDate: date('effective date of the contract'),
  acceptanceDate: date('day of acceptance', 'effectiveDate'),
  deliveredBackDate: date('day the accepted writing was delivered back'),
  lastSignedDate: date('day the last party signed', 'signedDate'),
  deliveredDate: date('day of delivery', 'deliveryDate'),
  closingDate: date('closing date', 'statedClosingDate', 'closeOfEscrowDate'),
  statedClosingDate: date('closing date stated in the contract', 'closingDate'),
  closeOfEscrowDate: date('date stated for close of escrow', 'statedCloseOfEscrowDate', 'scheduledDate', 'statedDate', 'statedClosingDate', 'closingDate'),
  objectionsCuredDate: date('day the objections were cured or waived', 'objectionsWaivedDate', 'objectionsCuredOrWaivedDate'),
  noticeReceivedDate: date("day the Seller's Disclosure Notice was received", 'disclosureReceivedDate', 'receivedDate', 'receiptDate'),
  contractReceivedByTitleDate: date('day the title company received the contract', 'titleCompanyReceivedDate'),
  commitmentReceivedDate: date('day the Commitment was received', 'titleCommitmentReceivedDate', 'allReceivedDate'),
  exceptionDocumentsReceivedDate: date(
    'day the exception documents were received',
    'exceptionDocsReceivedDate',
    'exceptionsReceivedDate',
    'exceptionDocumentsDate',
    'allReceivedDate',
  ),
  surveyReceivedDate: date('day the survey was received', 'allReceivedDate'),
  objectionsReceivedDate: date(
    'day the seller received the objections',
    'titleObjectionsReceivedDate',
    'objectionsReceivedBySellerDate',
    'objectionsDeliveredDate',
    'objectionsDate',
  ),
  cureEndDate: date('last day of the cure period', 'titleCureEndDate', 'cureEnd'),
  additionalAfterDate: date('day after which the additional earnest money is due', 'effectiveDate'),
  titleEvidenceReceivedDate: date('day the title evidence was received', 'receivedDate', 'receiptDate', 'effectiveDate'),
  statedDate: date('date written into the contract for this deadline'),
  startDate: date('day the period starts from', 'effectiveDate', 'acceptanceDate', 'eventDate'),
  days: count('number of days', 'businessDays', 'calendarDays', 'periodDays'),
  optionDays: count('days of the option period', 'days', 'optionPeriodDays'),
  objectionDays: count('days for title objections', 'days', 'titleObjectionDays', 'objectionPeriodDays'),
  daysBefore: count('number of days before closing', 'days', 'daysBeforeClosing'),
  repairDays: count('days by which repairs extend Closing', 'repairExtensionDays', 'extensionDays'),
  item: word('what the period is for', null),
  rollBox: word('box ticked for deadlines on a weekend or holiday', ['will', 'will-not', 'neither']),
  timeOfDay: word('time-of-day deadline', null, 'timeOfDayDeadline', 'deadlineTime'),
  documentsReceivedDate: date('day the condominium documents were received', 'receiptDate', 'receivedDate', 'documentsDeliveredDate', 'deliveredDate'),
  contractDate: date('day the contract was signed', 'contractSignedDate', 'executionDate', 'executedDate', 'effectiveDate'),
  sale: word('who sells the condominium', ['resale', 'developer'], 'saleType', 'sellerType'),
  fundsReceivedDate: date('day the broker received the deposit', 'receivedDate', 'receiptDate', 'depositReceivedDate'),
  // Wholesaling
  firstWholesaleDate: date(
    'day of the first wholesale of the twelve months',
    'priorWholesaleDate',
    'previousWholesaleDate',
    'lastWholesaleDate',
    'wholesaleDate',
    'firstDealDate',
    'previousDealDate',
    'lastDealDate',
  ),
  proposedDate: date('day the next wholesale is planned for'),
  wholesaleDisclosureReceivedDate: date("day the seller received the wholesaler's written disclosure"),
  disclosureReceivedDate: date('day the seller received the disclosure', 'disclosureDate', 'receiptDate'),
  assignmentEffectiveDate: date('day the assignment takes effect', 'assignmentDate', 'plannedAssignmentDate', 'effectiveDate'),
  licensed: flag('whether the wholesaler holds a broker licence', 'hasLicense', 'isLicensed'),
} as const;

export type FactName = keyof typeof factTable;
export type FactValue = string | number | boolean | readonly string[] | null;

const given = (inputs: Readonly<Record<string, unknown>>, name: string): unknown => (Object.hasOwn(inputs, name) ? (inputs[name] ?? null) : null);

/** Facts of one calculation: asked by name, and remembering which were used. A null is a fact that is not present. */
export class Facts {
  readonly used = new Set<string>();
  readonly #inputs: Readonly<Record<string, unknown>>;
  constructor(inputs: Readonly<Record<string, unknown>>) {
    this.#inputs = inputs;
  }

  /** The value under the fact's own name, else under another it goes by. */
  find(name: FactName): unknown {
    for (const key of [name, ...factTable[name].also]) {
      const value = given(this.#inputs, key);
      if (value === null) continue;
      this.used.add(key);
      return value;
    }
    return null;
  }

  has(name: FactName): boolean {
    return this.find(name) !== null;
  }

  /** A fact the clock cannot do without. */
  need(name: FactName): unknown {
    const value = this.find(name);
    if (value !== null) return value;
    throw missingFact(name, factTable[name].meaning);
  }

  date(name: FactName): Day {
    const value = this.need(name);
    const day = typeof value === 'string' ? parseDay(value) : null;
    if (day === null) throw badFact(name, 'is to be a date such as 2026-11-20, from 1971 to 2199');
    return day;
  }

  count(name: FactName): number {
    const value = this.need(name);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > mostDays)
      throw badFact(name, `is to be a whole number of days from 0 to ${mostDays}`);
    return value;
  }

  /** A word of the fact's own list; a fact without a list takes any. */
  word(name: FactName): string | boolean {
    const value = this.need(name);
    const fact = factTable[name];
    if (fact.kind === 'flag' ? typeof value !== 'boolean' : typeof value !== 'string')
      throw badFact(name, fact.kind === 'flag' ? 'is to be true or false' : 'is to be a word');
    if (fact.kind === 'word' && fact.words && !(fact.words as readonly unknown[]).includes(value))
      throw badFact(name, `is to be one of ${fact.words.join(', ')}`);
    return value as string | boolean;
  }
}

/** Ten years: no period of these forms comes near it. */
export const mostDays = 3660;

export const missingFact = (name: string, meaning: string): DomainError =>
  new DomainError('missing-fact', `The clock has not all it needs: ${name}, the ${meaning}.`, {
    nextStep: `Give inputs.${name}. As long as it is not known, the deadline is not known either.`,
    details: { missing: [name] },
  });

export const badFact = (name: string, message: string): DomainError =>
  new DomainError('bad-inputs', `inputs.${name} ${message}.`, {
    nextStep: 'Mend the inputs listed in errors.',
    details: { faults: [{ path: `inputs.${name}`, message }] },
  });
