import { describe, expect, test } from 'vitest';
import { calculateDeadline } from './calculate.ts';
import type { Deadline } from './deadline.ts';
import type { WorkingStep } from './working.ts';

type Inputs = Parameters<typeof calculateDeadline>[0] extends unknown ? Record<string, unknown> : never;
const ask = (regime: string, clock: string, inputs: Inputs, more: object = {}): Deadline => calculateDeadline({ regime, clock, inputs, ...more });
const dateOf = (...question: Parameters<typeof ask>) => ask(...question).date;
const step = <S extends WorkingStep['step']>({ working }: Deadline, name: S) =>
  working.steps.find((one) => one.step === name) as Extract<WorkingStep, { step: S }>;
const monToFri = ['mon', 'tue', 'wed', 'thu', 'fri'];

describe('Regulation Z', () => {
  test('a Closing Disclosure received on a Sunday or holiday is counted backward, which gives the later closing', () => {
    expect(dateOf('reg-z', 'consummation-earliest-after-cd', { receiptDate: '2026-06-07' })).toBe('2026-06-11');
    expect(dateOf('reg-z', 'consummation-earliest-after-cd', { receiptDate: '2026-11-11' })).toBe('2026-11-15');
  });

  test('both waits bind the closing unless they are waived', () => {
    const facts = { receiptDate: '2026-06-02', leSentDate: '2026-06-01' };
    expect(dateOf('reg-z', 'consummation-earliest-after-cd', facts)).toBe('2026-06-09');
    expect(dateOf('reg-z', 'consummation-earliest-after-cd', { ...facts, leWaitWaivedOn: '2026-06-02', cdWaitWaivedOn: '2026-06-02' })).toBe('2026-06-02');
  });

  test('the working names the day on which the creditor is closed', () => {
    const counted = ask('reg-z', 'le-due', { applicationDate: '2026-06-04', creditorOpenDays: ['mon', 'wed', 'fri'], creditorClosedDates: ['2026-06-08'] });
    expect(step(counted, 'count').days.map(({ skipped }) => skipped)).toEqual([
      null,
      'the creditor is closed (Saturday)',
      'the creditor is closed (Sunday)',
      'the creditor is closed (Monday)',
      'the creditor is closed (Tuesday)',
      null,
      'the creditor is closed (Thursday)',
      null,
    ]);
  });

  test('the weekday on which a Saturday holiday is observed is an ordinary day, the Saturday is not', () => {
    const counted = ask('reg-z', 'cd-latest-receipt', { consummationDate: '2026-07-07' });
    expect(counted.date).toBe('2026-07-02');
    expect(step(counted, 'count').days).toEqual([
      { date: '2026-07-06', number: 1, skipped: null },
      { date: '2026-07-05', number: null, skipped: 'Sunday' },
      { date: '2026-07-04', number: null, skipped: 'Independence Day' },
      { date: '2026-07-03', number: 2, skipped: null },
      { date: '2026-07-02', number: 3, skipped: null },
    ]);
  });

  test('19 June 2021 is a business day for periods begun by the 17th, and a holiday for later ones', () => {
    const rescission = (date: string) => dateOf('reg-z', 'rescission-end', { consummationDate: date, noticeDate: date, disclosuresDate: date });
    expect(rescission('2021-06-17')).toBe('2021-06-21');
    expect(rescission('2021-06-18')).toBe('2021-06-23');
    expect(dateOf('reg-z', 'cd-latest-receipt', { consummationDate: '2021-06-21' })).toBe('2021-06-17');
    expect(dateOf('reg-z', 'cd-latest-receipt', { consummationDate: '2021-06-22' })).toBe('2021-06-17');
    expect(dateOf('reg-z', 'cd-latest-receipt', { consummationDate: '2021-06-23' })).toBe('2021-06-18');
  });

  test('a general business day is what the creditor says, holidays included', () => {
    const inputs = { applicationDate: '2026-11-24', creditorOpenDays: monToFri };
    expect(dateOf('reg-z', 'le-due', inputs)).toBe('2026-11-30');
    expect(dateOf('reg-z', 'le-due', { ...inputs, creditorOpenDates: ['2026-11-26'] })).toBe('2026-11-27');
    expect(dateOf('reg-z', 'le-due', { ...inputs, creditorClosedDates: ['2026-11-27'] })).toBe('2026-12-01');
    expect(() => ask('reg-z', 'le-due', { applicationDate: '2026-11-24' })).toThrow('creditorOpenDays');
  });

  test('a Loan Estimate is good to the end of the tenth general business day', () => {
    const facts = { leSentDate: '2026-06-01', creditorOpenDays: monToFri };
    expect(ask('reg-z', 'le-expiry', facts)).toMatchObject({ date: '2026-06-15', answer: null });
    expect(ask('reg-z', 'le-expiry', { ...facts, intentDate: '2026-06-15' }).answer).toBe(true);
    expect(ask('reg-z', 'le-expiry', { ...facts, intentDate: '2026-06-16' }).answer).toBe(false);
  });

  test('a revised Loan Estimate is received four specific days before closing, and mailed three before that', () => {
    expect(dateOf('reg-z', 'revised-le-latest-receipt', { consummationDate: '2026-06-11' })).toBe('2026-06-06');
    expect(dateOf('reg-z', 'revised-le-latest-mailing', { consummationDate: '2026-06-11' })).toBe('2026-06-03');
    expect(dateOf('reg-z', 'revised-disclosure-due', { changeKnownDate: '2026-06-04', creditorOpenDays: monToFri })).toBe('2026-06-09');
  });

  test('only three changes bring a new wait; a word that resembles one of them is refused, not read as harmless', () => {
    const corrected = (trigger: string) => dateOf('reg-z', 'corrected-cd-latest-receipt', { consummationDate: '2026-06-12', trigger });
    for (const trigger of ['apr-out-of-tolerance', 'product-changed', 'prepayment-penalty-added']) expect(corrected(trigger)).toBe('2026-06-09');
    for (const trigger of ['seller-credit', 'apr-within-tolerance']) expect(corrected(trigger)).toBe('2026-06-12');
    for (const trigger of ['apr-out-of-tolerence', 'prepay', 'toString-product']) expect(() => corrected(trigger)).toThrow('trigger');
  });

  test('the APR is compared exactly: an eighth of a point is within tolerance, a thousandth more is not', () => {
    const facts = { disclosedApr: '7.000', transaction: 'regular', productChanged: false, prepaymentPenaltyAdded: false };
    const required = (more: object) => ask('reg-z', 'new-wait-required', { ...facts, ...more }).answer;
    expect([required({ closingApr: '7.125' }), required({ closingApr: '7.126' }), required({ closingApr: 6.875 }), required({ closingApr: '6.874' })]).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect([required({ closingApr: '7.25', transaction: 'irregular' }), required({ closingApr: '7.251', transaction: 'irregular' })]).toEqual([false, true]);
    expect([required({ closingApr: '7', productChanged: true }), required({ closingApr: '7', prepaymentPenaltyAdded: true })]).toEqual([true, true]);
    expect(() => required({ closingApr: '7,1' })).toThrow('closingApr');
    expect(() => required({ closingApr: '7', transaction: 'odd' })).toThrow('regular, irregular');
  });

  test('proof takes the place of deemed receipt, and cannot come before the sending', () => {
    const facts = { sentDate: '2026-06-01', method: 'mail' };
    expect(dateOf('reg-z', 'disclosure-received', { ...facts, provenReceiptDate: '2026-06-06' })).toBe('2026-06-06');
    expect(dateOf('reg-z', 'disclosure-received', { ...facts, method: 'in_person' })).toBe('2026-06-01');
    expect(() => ask('reg-z', 'disclosure-received', { ...facts, provenReceiptDate: '2026-05-31' })).toThrow('provenReceiptDate is to be no earlier');
    expect(() => ask('reg-z', 'disclosure-received', { ...facts, method: 'pigeon' })).toThrow('in_person, mail');
  });
});

describe('Texas', () => {
  const tx = (clock: string, inputs: Inputs, more: object = {}) =>
    ask('tx-trec-resale', clock, inputs, { formVersion: '20-18', zone: 'America/Chicago', ...more });

  test('payments roll past a legal holiday, the option period never does', () => {
    const inputs = { effectiveDate: '2026-11-23', optionDays: 5 };
    expect(tx('earnest-money-due', inputs).date).toBe('2026-11-27');
    expect(tx('option-period-end', inputs)).toMatchObject({ date: '2026-11-28', localTime: '17:00', instant: '2026-11-28T23:00:00Z' });
  });

  test('which days are legal holidays is a setting', () => {
    const inputs = { effectiveDate: '2026-11-24' };
    expect(tx('option-fee-due', inputs).date).toBe('2026-11-27');
    expect(tx('option-fee-due', inputs, { calendar: { id: 'tx-gov-code-662' } }).date).toBe('2026-11-30');
    expect(tx('option-fee-due', inputs, { calendar: { id: 'us-federal', holidays: [{ name: 'Closed', date: '2026-11-27' }] } }).date).toBe('2026-11-30');
    expect(tx('option-fee-due', inputs, { calendar: { id: 'ours', holidays: [] } }).date).toBe('2026-11-27');
  });

  test('the weekday on which a holiday is merely observed does not roll: the earlier date is the one to show', () => {
    expect(tx('earnest-money-due', { effectiveDate: '2026-06-30' }).date).toBe('2026-07-03');
  });

  test('the option ends at five where the property is, whatever the offset that day', () => {
    const inputs = { effectiveDate: '2027-03-03', optionDays: 10 };
    expect(tx('option-period-end', inputs).instant).toBe('2027-03-13T23:00:00Z');
    expect(tx('option-period-end', { ...inputs, optionDays: 11 }).instant).toBe('2027-03-14T22:00:00Z');
    expect(tx('option-period-end', inputs, { zone: 'America/Denver' }).instant).toBe('2027-03-14T00:00:00Z');
  });

  test('an earlier year means the form of that year, and no version the one in force on the effective date', () => {
    const inputs = { effectiveDate: '2024-05-01', optionDays: 7 };
    expect(tx('option-period-end', inputs, { formVersion: '2024' }).localTime).toBe('23:59');
    expect(tx('option-period-end', inputs, { formVersion: '20-17' }).localTime).toBe('23:59');
    expect(tx('option-period-end', inputs, { formVersion: null }).working.clause).toMatchObject({ version: 'before 20-18', effectiveTo: '2025-01-02' });
    expect(tx('option-period-end', inputs, { formVersion: '2025' }).localTime).toBe('17:00');
  });

  test('objections run from the last of the three papers, and no longer than to Closing', () => {
    const papers = { commitmentReceivedDate: '2026-11-02', exceptionDocumentsReceivedDate: '2026-11-09', surveyReceivedDate: '2026-11-05', objectionDays: 5 };
    expect(tx('title-objections-due', { ...papers, closingDate: '2026-12-01' }).date).toBe('2026-11-14');
    expect(tx('title-objections-due', { ...papers, closingDate: '2026-11-12' }).date).toBe('2026-11-12');
    expect(() => tx('title-objections-due', { ...papers, surveyReceivedDate: null, closingDate: '2026-12-01' })).toThrow('surveyReceivedDate');
  });

  test('cure, decision and a closing put off by repairs', () => {
    expect(tx('title-cure-end', { objectionsReceivedDate: '2026-11-10' }).date).toBe('2026-11-25');
    expect(tx('title-buyer-decision-end', { objectionsReceivedDate: '2026-11-10' }).date).toBe('2026-11-30');
    expect(tx('title-buyer-decision-end', { cureEndDate: '2026-11-20' }).date).toBe('2026-11-25');
    expect(tx('closing-date', { statedClosingDate: '2026-12-11', repairDays: 9 }).date).toBe('2026-12-16');
    expect(tx('closing-date', { statedClosingDate: '2026-12-11' })).toMatchObject({ localTime: null, instant: null });
  });

  test('the automatic extension never shortens the time for the commitment', () => {
    const extended = (closingDate: string) => tx('commitment-due-extended', { contractReceivedByTitleDate: '2026-11-20', closingDate }).date;
    expect([extended('2027-01-30'), extended('2026-12-18'), extended('2026-12-11')]).toEqual(['2026-12-25', '2026-12-15', '2026-12-10']);
  });

  test('a disclosure notice never delivered leaves the right open until Closing, one delivered late no longer than that', () => {
    expect(tx('disclosure-termination-end', { noticeReceivedDate: null, closingDate: '2026-12-11' }).date).toBe('2026-12-11');
    expect(tx('disclosure-termination-end', { noticeReceivedDate: '2026-12-08', closingDate: '2026-12-11' }).date).toBe('2026-12-11');
  });
});

describe('California', () => {
  const ca = (clock: string, inputs: Inputs) => ask('ca-car-rpa', clock, inputs, { zone: 'America/Los_Angeles' });

  test('the deposit is due in three business days, everything else in calendar days that roll', () => {
    expect(ca('deposit-due', { acceptanceDate: '2026-11-25' }).date).toBe('2026-12-01');
    expect(ca('contingency-end', { acceptanceDate: '2026-11-25' }).date).toBe('2026-12-14');
    expect(ca('close-of-escrow', { closeOfEscrowDate: '2026-11-26' }).date).toBe('2026-11-27');
    expect(ca('close-of-escrow', { acceptanceDate: '2026-10-27', days: 30 }).date).toBe('2026-11-27');
    expect(ca('demand-to-close-end', { deliveredDate: '2026-11-23' }).date).toBe('2026-11-27');
  });

  test('days that only California keeps roll too, and a Sunday holiday takes its Monday with it', () => {
    expect(ca('seller-delivery-due', { acceptanceDate: '2026-02-10' }).date).toBe('2026-02-18');
    expect(ca('seller-delivery-due', { acceptanceDate: '2022-12-26' }).date).toBe('2023-01-03');
    expect(ca('seller-delivery-due', { acceptanceDate: '2026-06-26' }).date).toBe('2026-07-03');
  });

  test('a late disclosure delivered by a method the statute does not name is refused', () => {
    expect(() => ca('late-disclosure-termination-end', { deliveredDate: '2026-10-02', method: 'courier' })).toThrow('in_person, mail, email, electronic');
  });
});

describe('Florida', () => {
  const fl = (clock: string, inputs: Inputs, formVersion = 'rev. 10/21', regime = 'fl-far-bar') =>
    ask(regime, clock, inputs, { formVersion, zone: 'America/New_York' });

  test('the weekday on which a national holiday is observed extends a period, unlike under Reg Z', () => {
    expect(fl('period-end', { effectiveDate: '2026-06-23', days: 10, item: 'inspection' })).toMatchObject({ date: '2026-07-06', localTime: '23:59' });
  });

  test('older forms end a moved period at five, an unmoved one with the day; the revision decides', () => {
    const inputs = { effectiveDate: '2019-06-06', days: 10, item: 'inspection' };
    expect(fl('period-end', inputs, 'rev. 6/19')).toMatchObject({ date: '2019-06-17', localTime: '17:00' });
    expect(fl('period-end', { ...inputs, days: 11 }, '2019')).toMatchObject({ date: '2019-06-17', localTime: '23:59' });
    expect(fl('period-end', inputs, 'rev. 11/24').localTime).toBe('23:59');
  });

  test('the time for acceptance does not roll, and blanks take the form’s lengths', () => {
    expect(fl('period-end', { effectiveDate: '2026-11-19', item: 'acceptance' }).date).toBe('2026-11-21');
    expect(fl('period-end', { effectiveDate: '2026-11-02', item: 'financing' }).date).toBe('2026-12-02');
    expect(() => fl('period-end', { effectiveDate: '2026-11-02', item: 'pool' })).toThrow('inputs.item');
  });

  test('counted back from Closing, a holiday moves the deadline earlier', () => {
    expect(fl('days-before-closing', { closingDate: '2026-12-01', daysBefore: 5 }).date).toBe('2026-11-25');
    expect(fl('title-objection-end', { titleEvidenceReceivedDate: '2026-11-02' }).date).toBe('2026-11-09');
    expect(fl('closing-date', { closingDate: '2026-11-28' }).date).toBe('2026-11-30');
  });

  test('vacant land: five days or fewer leave out weekends and holidays, longer periods do not', () => {
    const land = (days: number) => fl('period-end', { effectiveDate: '2026-11-20', days, item: 'initial-deposit' }, null as never, 'fl-vacant-land').date;
    expect([land(3), land(5), land(6)]).toEqual(['2026-11-25', '2026-11-30', '2026-11-27']);
  });

  test('condominium documents: three days before July 2025, seven since, fifteen calendar days from a developer, never past closing', () => {
    const voidable = (inputs: Inputs) => ask('fl-condo-718.503', 'condo-voidability-end', inputs).date;
    expect(voidable({ documentsReceivedDate: '2025-06-27' })).toBe('2025-07-02');
    expect(voidable({ documentsReceivedDate: '2025-07-02', contractDate: '2025-06-30' })).toBe('2025-07-08');
    expect(voidable({ documentsReceivedDate: '2026-11-20' })).toBe('2026-12-02');
    expect(voidable({ documentsReceivedDate: '2026-11-20', closingDate: '2026-11-25' })).toBe('2026-11-25');
    expect(voidable({ documentsReceivedDate: '2026-11-20', sale: 'developer' })).toBe('2026-12-05');
  });

  test('a broker’s deposit goes out within three business days', () => {
    expect(dateOf('fl-broker-escrow', 'broker-deposit-due', { fundsReceivedDate: '2026-11-24' })).toBe('2026-11-30');
    expect(dateOf('fl-broker-escrow', 'associate-to-broker-due', { fundsReceivedDate: '2026-11-25' })).toBe('2026-11-27');
  });
});

describe('other states and wholesaling', () => {
  test('Colorado rolls only if the box says so, and a time-of-day deadline takes the place of 11:59', () => {
    const co = (rollBox: string | null, more: object = {}) =>
      ask('co-contract-to-buy', 'period-end', { startDate: '2026-10-07', days: 10, rollBox, ...more }, { zone: 'America/Denver' });
    expect(['will', 'will-not', 'neither'].map((box) => co(box).date)).toEqual(['2026-10-19', '2026-10-17', '2026-10-17']);
    expect(co('neither', { timeOfDay: '17:00' }).instant).toBe('2026-10-17T23:00:00Z');
    expect(() => co(null)).toThrow('rollBox');
    expect(() => co('will', { timeOfDay: '25:00' })).toThrow('timeOfDay');
  });

  test('Washington counts business days by the state’s list; lead paint and generic milestones count calendar days', () => {
    expect(dateOf('wa-nwmls', 'period-end', { startDate: '2026-11-24', days: 3 })).toBe('2026-12-01');
    expect(dateOf('us-lead-paint', 'inspection-end', { startDate: '2026-11-24' })).toBe('2026-12-04');
    expect(dateOf('us-generic', 'loan-approval', { startDate: '2026-11-01' })).toBe('2026-11-22');
    expect(dateOf('us-generic', 'closing-disclosure', { closingDate: '2026-11-13' })).toBe('2026-11-09');
  });

  test('Illinois permits the next wholesale twelve months after the first, a licence any', () => {
    const il = (more: object) => ask('us-il-wholesale', 'next-wholesale-allowed', { firstWholesaleDate: '2026-03-15', ...more });
    expect(il({ proposedDate: '2027-03-14' })).toMatchObject({ date: '2027-03-15', answer: false });
    expect(il({ proposedDate: '2027-03-15' }).answer).toBe(true);
    expect(il({ proposedDate: '2026-04-01', licensed: true }).answer).toBe(true);
    expect(il({}).answer).toBeNull();
    expect(dateOf('us-il-wholesale', 'next-wholesale-allowed', { firstWholesaleDate: '2028-02-29' })).toBe('2029-02-28');
  });

  test('Tennessee’s notice is counted back in business days; a statute gives nothing before it is in force', () => {
    expect(dateOf('us-tn-wholesale', 'assignment-notice-latest', { assignmentEffectiveDate: '2026-12-01' })).toBe('2026-11-25');
    expect(dateOf('us-az-wholesale', 'seller-cancel-end', { closingDate: '2026-12-01' })).toBe('2026-12-01');
    expect(() => dateOf('us-ok-wholesale', 'seller-cancel-end', { contractDate: '2025-10-31' })).toThrow('no rule for 2025-10-31');
    expect(dateOf('us-ok-wholesale', 'seller-cancel-end', { contractDate: '2026-07-01' })).toBe('2026-07-06');
  });
});

test('the working shows day 0, every day with its number or reason, the roll, the clause and the cut-off', () => {
  const { working } = ask('fl-vacant-land', 'period-end', { effectiveDate: '2026-11-20', days: 9 }, { zone: 'America/New_York' });
  expect(working.steps.map((one) => one.step)).toEqual(['condition', 'condition', 'condition', 'fact', 'count', 'roll', 'cut-off']);
  expect(working.steps[3]).toEqual({ step: 'fact', fact: 'effectiveDate', date: '2026-11-20', why: 'effectiveDate: effective date of the contract' });
  expect(working.steps[4]).toMatchObject({ dayZero: '2026-11-20', count: 9, kind: 'calendar', calendar: null, holidays: null, date: '2026-11-29' });
  expect(working.steps[5]).toEqual({
    step: 'roll',
    towards: 'next',
    from: '2026-11-29',
    date: '2026-11-30',
    calendar: 'us-federal',
    days: [{ date: '2026-11-29', number: null, skipped: 'Sunday' }],
  });
  expect(working.steps[6]).toEqual({ step: 'cut-off', localTime: '23:59', zone: 'America/New_York', instant: '2026-12-01T04:59:00Z' });
  expect(working.clause).toMatchObject({ regime: 'fl-vacant-land', paragraph: 'STANDARD F', mark: 'A/S', effectiveTo: null });
});

test('a choice between dates shows all of them, and none is shown where there is only one', () => {
  const extended = ask('tx-trec-resale', 'commitment-due-extended', { contractReceivedByTitleDate: '2026-11-20', closingDate: '2026-12-18' });
  expect(extended.working.steps.filter(({ step: name }) => name === 'choose')).toEqual([
    { step: 'choose', of: 'earliest', dates: ['2026-12-25', '2026-12-15'], date: '2026-12-15' },
    { step: 'choose', of: 'latest', dates: ['2026-12-10', '2026-12-15'], date: '2026-12-15' },
  ]);
  expect(step(ask('fl-condo-718.503', 'condo-voidability-end', { documentsReceivedDate: '2026-11-20' }), 'choose')).toBeUndefined();
  const both = ask('reg-z', 'rescission-end', { consummationDate: '2026-06-01', noticeDate: '2026-06-03', disclosuresDate: '2026-06-02' });
  expect(step(both, 'choose')).toEqual({ step: 'choose', of: 'latest', dates: ['2026-06-01', '2026-06-03', '2026-06-02'], date: '2026-06-03' });
});

test('facts that a clock did not ask for are named, so that a misspelt one shows', () => {
  expect(ask('tx-trec-resale', 'option-period-end', { effectiveDate: '2026-11-20', optionDays: 7, optoinFee: 100, absent: null }).unusedInputs).toEqual([
    'optoinFee',
  ]);
});

test('the working tells a holiday from the weekday on which it is observed', () => {
  const counted = ask('fl-broker-escrow', 'broker-deposit-due', { fundsReceivedDate: '2026-07-01' });
  expect(step(counted, 'count').days.map(({ date, skipped }) => [date, skipped])).toContainEqual(['2026-07-03', 'Independence Day (observed)']);
});
