import { describe, expect, it } from 'vitest';
import { milestoneNames } from '../../closing/milestones.ts';
import type { DealFacts } from '../checklists/schemas.ts';
import type { CustomClock } from '../custom.ts';
import { type ContractTerms, checkTerms, fileClocks, type HappenedFact, whyGone } from '../file.ts';
import { findForm, findRule } from '../forms/registry.ts';
import { movedClocks } from '../ripple.ts';
import { statuteDutyRows } from './duties.ts';

const terms = (more: Partial<ContractTerms> = {}): ContractTerms => ({
  ...{ form: 'us-generic', formVersion: 'current', zone: 'America/New_York', effectiveOn: '2026-11-19', priceCents: 28_500_000 },
  ...{ periods: {}, dates: { closingDate: '2026-12-30' } },
  ...more,
});
/** A house of 1995, so that lead paint is out of the way. */
const house: DealFacts = { yearBuilt: 1995 };
function dates(law: DealFacts, happened: HappenedFact[] = [], more: Partial<ContractTerms> = {}, others: Record<string, string> = {}) {
  const ids = new Set(statuteDutyRows.map(({ id }) => id));
  const clocks = fileClocks(terms(more), happened, { law, dates: others });
  return Object.fromEntries(clocks.filter(({ clock }) => ids.has(clock)).map(({ clock, deadline, waitsFor }) => [clock, deadline?.date ?? waitsFor]));
}
const happened = (fact: string, effectiveOn: string): HappenedFact => ({ fact, effectiveOn });

describe('clocks of the statutes', () => {
  it('come only with facts of the law: the form alone has none', () => {
    const ids = new Set(statuteDutyRows.map(({ id }) => id));
    expect(fileClocks(terms(), []).filter(({ clock }) => ids.has(clock))).toEqual([]);
    expect(dates(house)).toEqual({});
  });

  it('lead paint: ten days from the contract for a house before 1978 or of unknown year, other days by agreement, none where an exemption is stated', () => {
    expect(dates({ yearBuilt: 1965 })).toEqual({ 'lead-inspection': '2026-11-29' });
    expect(dates({})).toEqual({ 'lead-inspection': '2026-11-29' });
    expect(dates({ yearBuilt: 1978 })).toEqual({});
    expect(dates({ yearBuilt: 1965 }, [], { periods: { leadInspectionDays: 5 } })).toEqual({ 'lead-inspection': '2026-11-24' });
    for (const exempt of [{ residential: false }, { zeroBedroom: true }, { seniorHousingNoYoungChild: true }, { foreclosureSale: true }])
      expect(dates({ yearBuilt: 1965, ...exempt })).toEqual({});
    expect(dates({ yearBuilt: 1965 }, [], { form: 'fl-vacant-land' })).toEqual({});
    expect(() => checkTerms(terms({ periods: { leadInspectionDays: 5 } }))).not.toThrow();
  });

  it('Florida: a condominium contract waits for its documents, is voidable for seven working days, and three before July 2025', () => {
    const condo = { ...house, propertyState: 'FL', isCondo: true };
    expect(dates(condo)).toEqual({ 'condo-voidability': ['documentsReceivedDate'] });
    // Friday 20 November: Thanksgiving is left out.
    expect(dates(condo, [happened('CondoDocuments.Received', '2026-11-20')])).toEqual({ 'condo-voidability': '2026-12-02' });
    const older = { effectiveOn: '2025-06-20', dates: { closingDate: '2025-08-30' } };
    expect(dates(condo, [happened('CondoDocuments.Received', '2025-06-20')], older)).toEqual({ 'condo-voidability': '2025-06-25' });
    // The receipt of another paper starts nothing.
    expect(dates(condo, [happened('ClosingDisclosure.Received', '2026-11-20')])).toEqual({ 'condo-voidability': ['documentsReceivedDate'] });
    expect(dates({ ...condo, isCondo: false })).toEqual({});
    expect(dates({ ...condo, propertyState: 'TX' })).toEqual({});
  });

  it('Florida: a deposit in the brokerage’s hands starts the handing over and the escrow', () => {
    const florida = { ...house, propertyState: 'FL' };
    expect(dates(florida)).toEqual({});
    expect(dates(florida, [happened('Deposit.ReceivedByBrokerage', '2026-11-25')])).toEqual({
      'escrow-handover': '2026-11-27',
      'escrow-deposit': '2026-12-01',
    });
    expect(dates({ ...house, propertyState: 'GA' }, [happened('Deposit.ReceivedByBrokerage', '2026-11-25')])).toEqual({});
  });

  it.each([
    ['OK', {}, [], {}, { 'seller-cancel-ok': '2026-11-23' }],
    ['OR', {}, [], {}, { 'seller-cancel-or': ['wholesaleDisclosureReceivedDate'] }],
    ['OR', {}, [happened('SellerWholesaleDisclosure.Received', '2026-11-25')], {}, { 'seller-cancel-or': '2026-12-01' }],
    ['AZ', { units: 1 }, [], {}, { 'seller-cancel-az': '2026-12-30' }],
    ['AZ', { units: 1 }, [happened('SellerWholesaleDisclosure.Received', '2026-11-20')], {}, { 'seller-cancel-az': '2026-12-30' }],
    ['AZ', { units: 1 }, [happened('SellerWholesaleDisclosure.Received', '2026-11-19')], {}, {}],
    ['AZ', { units: 5 }, [], {}, {}],
    ['TN', {}, [], {}, {}],
    ['TN', {}, [], { assignmentEffectiveDate: '2026-12-08' }, { 'assignment-notice-tn': '2026-12-03' }],
    ['MD', { units: 1, ownerOccupied: true }, [], {}, { 'owner-notice-md': '2026-11-19' }],
    [
      ...(['MD', { units: 1, ownerOccupied: true }, [], { assignmentEffectiveDate: '2026-12-08' }] as const),
      { 'owner-notice-md': '2026-11-19', 'assignee-notice-md': '2026-12-08' },
    ],
    ['TX', {}, [], {}, {}],
  ] as [string, DealFacts, HappenedFact[], Record<string, string>, object][])(
    'wholesaling in %s with %j %j %j',
    (propertyState, law, facts, others, expected) => {
      const wholesale = { ...house, propertyState, isWholesale: true, ...law };
      expect(dates(wholesale, facts, {}, others)).toEqual(expected);
      expect(dates({ ...wholesale, isWholesale: false }, facts, {}, others)).toEqual({});
    },
  );

  it('a statute that was not in force on the day of the contract adds nothing', () => {
    const wholesale = { ...house, propertyState: 'OK', isWholesale: true };
    expect(dates(wholesale, [], { effectiveOn: '2025-10-31', dates: { closingDate: '2025-12-30' } })).toEqual({});
  });

  it('one that does not apply any more says why', () => {
    const why = (clock: string, law: DealFacts, facts: HappenedFact[] = []) => whyGone(clock, terms(), facts, { law });
    expect(why('condo-voidability', { ...house, propertyState: 'FL', isCondo: false })).toBe('does not apply: condominium: no');
    expect(why('lead-inspection', house)).toContain('year built (1995) is not below 1978');
    const disclosed = [happened('SellerWholesaleDisclosure.Received', '2026-11-18')];
    expect(why('seller-cancel-az', { ...house, propertyState: 'AZ', isWholesale: true, units: 1 }, disclosed)).toContain('before the contract');
    expect(why('inspection', house)).toBe('the form as amended has no such clock');
  });

  it('every row names a clock of the registry and a fact that can be recorded', () => {
    for (const { id, regime, clock, satisfiedBy } of statuteDutyRows) {
      const form = findForm(regime);
      for (const version of form.versions) expect(findRule(form, version, clock).end, id).not.toBeNull();
      if (satisfiedBy) expect(milestoneNames, id).toContain(satisfiedBy);
    }
  });
});

describe('Colorado and Washington', () => {
  const colorado = (box: 'will' | 'will-not' | 'neither' | undefined, more: Record<string, string> = {}) =>
    Object.fromEntries(
      fileClocks(
        terms({
          ...{ form: 'co-contract-to-buy', zone: 'America/Denver' },
          dates: { closingDate: '2026-12-31', inspectionObjectionDate: '2026-11-28', ...(box ? { rollBox: box } : {}), ...more },
        }),
        [],
      ).map(({ clock, deadline, waitsFor }) => [clock, deadline ? [deadline.date, deadline.localTime] : waitsFor]),
    );

  it('Colorado: the dates filled in, rolled only by the box; a line left blank is no deadline, an unknown box is asked for', () => {
    expect(colorado('will-not')).toMatchObject({ 'inspection-objection': ['2026-11-28', '23:59'], closing: ['2026-12-31', '23:59'] });
    expect(colorado('neither')).toMatchObject({ 'inspection-objection': ['2026-11-28', '23:59'] });
    expect(colorado('will')).toMatchObject({ 'inspection-objection': ['2026-11-30', '23:59'] });
    expect(colorado('will', { timeOfDay: '17:00' })).toMatchObject({ 'inspection-objection': ['2026-11-30', '17:00'] });
    expect(colorado(undefined)).toMatchObject({ 'inspection-objection': ['rollBox'] });
    expect(Object.keys(colorado('neither'))).toEqual(['inspection-objection', 'walk-through', 'closing']);
  });

  it('Washington: business days by the state’s holidays; the blank that is not filled in is asked for by its name', () => {
    const clocks = (periods: Record<string, number>) =>
      Object.fromEntries(
        fileClocks(terms({ form: 'wa-nwmls', zone: 'America/Los_Angeles', periods }), []).map(({ clock, deadline, waitsFor }) => [
          clock,
          deadline?.date ?? waitsFor,
        ]),
      );
    expect(clocks({})).toMatchObject({ 'earnest-money': ['earnestMoneyDays'], closing: '2026-12-30' });
    expect(clocks({})).not.toHaveProperty('inspection');
    // Thanksgiving and the Friday after it are holidays of the state.
    expect(clocks({ earnestMoneyDays: 2, inspectionDays: 5 })).toMatchObject({ 'earnest-money': '2026-11-23', inspection: '2026-11-30' });
  });
});

describe('clocks made by hand', () => {
  const clock = (rule: CustomClock['rule'], more: Partial<CustomClock> = {}): CustomClock => ({
    ...{ clock: 'own-1', title: 'Roof certificate', actor: 'seller', evidence: null, watched: true, localTime: '17:00', reason: 'addendum 2', rule },
    ...more,
  });
  const own = (rule: CustomClock['rule'], facts: HappenedFact[] = [], more: Partial<ContractTerms> = {}) =>
    fileClocks(terms(more), facts, { custom: [clock(rule)] }).at(-1)!;
  const count = (days: number, from: 'closingDate' | 'effectiveDate' | 'documentsReceivedDate', direction: 'after' | 'before' = 'after') =>
    ({ count: days, unit: 'business-days', direction, from, calendar: 'us-federal' }) as const;

  it('are worked out by the same interpreter, with each day counted', () => {
    expect(own({ date: '2026-12-05' }).deadline).toMatchObject({ date: '2026-12-05', localTime: '17:00', instant: '2026-12-05T22:00:00Z' });
    const counted = own(count(5, 'effectiveDate')).deadline!;
    expect(counted.date).toBe('2026-11-27');
    expect(JSON.stringify(counted.working)).toContain('Thanksgiving');
    expect(counted.working.clause).toMatchObject({ source: 'Set by hand: addendum 2', mark: 'D' });
    expect(own({ ...count(5, 'effectiveDate'), unit: 'days' }).deadline?.date).toBe('2026-11-24');
    expect(own(count(2, 'closingDate', 'before')).deadline?.date).toBe('2026-12-28');
    expect(own(count(2, 'closingDate', 'before'), [], { dates: { statedClosingDate: '2026-12-30' } }).deadline?.date).toBe('2026-12-28');
  });

  it('wait for an event that has not happened, whatever else was received', () => {
    expect(own(count(2, 'documentsReceivedDate'))).toMatchObject({ deadline: null, waitsFor: ['documentsReceivedDate'] });
    expect(own(count(2, 'documentsReceivedDate'), [happened('CondoDocuments.Received', '2026-11-20')]).deadline?.date).toBe('2026-11-24');
    expect(own(count(2, 'documentsReceivedDate'), [happened('ClosingDisclosure.Received', '2026-11-20')]).deadline).toBeNull();
  });

  it('are moved by an amendment of the date they count from', () => {
    const context = { custom: [clock(count(2, 'closingDate', 'before')), clock({ date: '2026-12-05' }, { clock: 'own-2' })] };
    const moved = movedClocks(terms(), terms({ dates: { closingDate: '2027-01-08' } }), [], context);
    expect(moved.find((one) => one.clock === 'own-1')).toMatchObject({ prior: { date: '2026-12-28' }, next: { date: '2027-01-06' }, days: 9 });
    expect(moved.map((one) => one.clock)).not.toContain('own-2');
  });
});
