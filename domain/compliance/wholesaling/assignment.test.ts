import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../time/zoned.ts';
import { type AssignmentFacts, assignmentLaw, holdsUp, impossible, stateOfDraft, unmet } from './assignment.ts';
import { wholesaleRules } from './law.ts';

const all = {
  'SellerWholesaleDisclosure.Received': '2026-11-18',
  'RightToCounsel.Disclosed': '2026-11-18',
  'AssigneeDisclosure.Given': '2026-12-01',
  'AssignmentNotice.Given': '2026-12-01',
} as const;
/** A contract of Thursday 19 November 2026, to be assigned on Friday 11 December; everything is said in time. */
const facts = (propertyState: string, more: Partial<AssignmentFacts> = {}, law: AssignmentFacts['law'] = {}): AssignmentFacts => ({
  law: { propertyState, units: 1, ownerOccupied: true, wholesalerLicensed: true, wholesalerRegistered: false, ...law },
  ...{
    zone: 'America/Chicago',
    today: '2026-12-02',
    contractOn: '2026-11-19',
    effectiveOn: '2026-12-11',
    happened: all,
    lastWholesaleOn: null,
    overridden: [],
  },
  ...more,
});
const states = (given: AssignmentFacts) => Object.fromEntries(assignmentLaw(given).map(({ id, state }) => [id, state]));
const one = (given: AssignmentFacts, id: string) => assignmentLaw(given).find((row) => row.id === id)!;

describe('the law of an assignment', () => {
  it.each(['OK', 'OR', 'AZ', 'MD', 'TN', 'TX', 'IL', 'SC'])('%s: everything said in time and every licence held, nothing stands in the way', (state) => {
    const law = assignmentLaw(facts(state));
    expect(law.length).toBeGreaterThan(0);
    expect(unmet(law)).toEqual([]);
    expect(stateOfDraft(law)).toBe('disclosed');
  });

  it.each([
    ['OK', { 'OK-INTENT': 'missing', 'OK-COUNSEL': 'missing', 'OK-CANCELLATION': 'met', 'OK-MARKETING-LICENCE': 'met' }],
    ['OR', { 'OR-REGISTRATION': 'met', 'OR-DISCLOSURE': 'missing', 'OR-CANCELLATION': 'missing' }],
    ['AZ', { 'AZ-SELLER-STATUS': 'missing', 'AZ-BUYER-STATUS': 'missing' }],
    ['MD', { 'MD-OWNER-NOTICE': 'missing', 'MD-ASSIGNEE-NOTICE': 'missing' }],
    ['TN', { 'TN-INTENT': 'missing', 'TN-EQUITABLE-INTEREST': 'missing', 'TN-SELLER-NOTICE': 'missing' }],
    ['TX', { 'TX-EQUITABLE-INTEREST': 'missing' }],
    ['IL', { 'IL-ONE-A-YEAR': 'met' }],
    ['SC', { 'SC-LICENCE': 'met' }],
  ])('%s: nothing said, each statement is missing by its name', (state, expected) => {
    const given = facts(state, { happened: {} });
    expect(states(given)).toEqual(expected);
    for (const row of unmet(assignmentLaw(given))) expect(row.nextStep, row.id).toBeTruthy();
  });

  it('Oklahoma: the seller may cancel until the second business day, and the day after is the first', () => {
    // Thursday; Friday and Monday are the two business days.
    expect(one(facts('OK', { effectiveOn: '2026-11-23' }), 'OK-CANCELLATION')).toMatchObject({ state: 'open', until: '2026-11-23', overridable: true });
    expect(one(facts('OK', { effectiveOn: '2026-11-24' }), 'OK-CANCELLATION')).toMatchObject({ state: 'met' });
    expect(one(facts('OK', { effectiveOn: '2026-11-23', overridden: ['OK-CANCELLATION'] }), 'OK-CANCELLATION').state).toBe('overridden');
    expect(one(facts('OK', { happened: { ...all, 'RightToCounsel.Disclosed': '2026-11-20' } }), 'OK-COUNSEL')).toMatchObject({
      ...{ state: 'too-late', overridable: false },
    });
    expect(one(facts('OK', { happened: {}, overridden: ['OK-INTENT'] }), 'OK-INTENT').state).toBe('missing');
    expect(states(facts('OK', { contractOn: '2025-10-31' }))).toEqual({ 'OK-MARKETING-LICENCE': 'met' });
  });

  it('Oregon: three business days from receipt, whatever a broker says; a registration stands for a licence', () => {
    // Received on the Wednesday before Thanksgiving: Friday, Monday, Tuesday.
    const received = { ...all, 'SellerWholesaleDisclosure.Received': '2026-11-25' };
    const open = facts('OR', { happened: received, contractOn: '2026-11-25', effectiveOn: '2026-12-01', overridden: ['OR-CANCELLATION'] });
    expect(one(open, 'OR-CANCELLATION')).toMatchObject({ state: 'open', until: '2026-12-01', overridable: false });
    expect(impossible(assignmentLaw(open)).map(({ id }) => id)).toEqual(['OR-CANCELLATION']);
    const unlicensed = (registered: boolean | null) => one(facts('OR', {}, { wholesalerLicensed: false, wholesalerRegistered: registered }), 'OR-REGISTRATION');
    expect(unlicensed(true).state).toBe('met');
    expect(unlicensed(false)).toMatchObject({ state: 'missing', overridable: false });
    expect(unlicensed(null)).toMatchObject({ state: 'undecided', nextStep: expect.stringContaining('wholesalerRegistered') });
  });

  it('Tennessee: three business days ahead, counted back over the weekend; told too late, it names the first day', () => {
    // Tuesday 8 December: Monday 7, Friday 4, Thursday 3.
    const told = (on: string) => one(facts('TN', { effectiveOn: '2026-12-08', happened: { ...all, 'AssignmentNotice.Given': on } }), 'TN-SELLER-NOTICE');
    expect(told('2026-12-03')).toMatchObject({ state: 'met', until: '2026-12-03' });
    expect(told('2026-12-04')).toMatchObject({ state: 'too-early', until: '2026-12-09', nextStep: expect.stringContaining('2026-12-09') });
    const untold = facts('TN', { effectiveOn: '2026-12-04', happened: { ...all, 'AssignmentNotice.Given': undefined } as never });
    expect(one(untold, 'TN-SELLER-NOTICE')).toMatchObject({ state: 'too-early', until: '2026-12-05' });
  });

  it('Illinois: without a licence the next one is a year later, to the day', () => {
    const next = (effectiveOn: string, licensed: boolean | null) =>
      one(facts('IL', { effectiveOn, lastWholesaleOn: '2026-01-15' }, { wholesalerLicensed: licensed }), 'IL-ONE-A-YEAR');
    expect(next('2027-01-14', false)).toMatchObject({ state: 'too-early', until: '2027-01-15', overridable: false });
    expect(next('2027-01-14', null).state).toBe('too-early');
    expect(next('2027-01-15', false).state).toBe('met');
    expect(next('2027-01-14', true).state).toBe('met');
  });

  it('Arizona and Maryland: only for the houses the law means, and a fact that is not known is asked for', () => {
    expect(states(facts('AZ', {}, { units: 5 }))).toEqual({});
    expect(states(facts('MD', {}, { ownerOccupied: false }))).toEqual({});
    expect(one(facts('MD', {}, { ownerOccupied: null }), 'MD-OWNER-NOTICE')).toMatchObject({
      state: 'undecided',
      nextStep: expect.stringContaining('ownerOccupied'),
    });
  });

  it.each(['PA', 'KY', 'CT', 'NC', 'ND', 'OH'])('%s: what is not confirmed is shown and holds nothing up', (state) => {
    const law = assignmentLaw(facts(state, { happened: {} }, { wholesalerLicensed: false }));
    expect(law).toMatchObject([{ state: 'unconfirmed', confirmed: false, source: expect.any(String) }]);
    expect(unmet(law)).toEqual([]);
  });

  it('says nothing for a state it has no row of, and every row has source, mark and first day', () => {
    expect(assignmentLaw(facts('WY'))).toEqual([]);
    expect(new Set(wholesaleRules.map(({ id }) => id)).size).toBe(wholesaleRules.length);
    for (const { id, source, mark, effectiveFrom } of wholesaleRules) expect([source, mark, effectiveFrom].every(Boolean), id).toBe(true);
  });

  it('a later effective date never makes a date impossible that was possible', () => {
    const date = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-19', days));
    fc.assert(
      fc.property(fc.constantFrom('OK', 'OR', 'TN', 'IL'), date, date, date, (state, told, effectiveOn, today) => {
        const happened = { ...all, 'AssignmentNotice.Given': told, 'SellerWholesaleDisclosure.Received': told };
        const at = (on: string) =>
          impossible(assignmentLaw(facts(state, { happened, effectiveOn: on, today, lastWholesaleOn: '2025-12-20' }, { wholesalerLicensed: false })));
        const later = addDays(effectiveOn, 1);
        expect(at(later).length).toBeLessThanOrEqual(at(effectiveOn).length);
        for (const { until, state: how } of at(effectiveOn)) if (how === 'too-early') expect(at(until!).some((row) => row.state === 'too-early')).toBe(false);
      }),
    );
  });

  it('only what the law lets a broker take on can be overridden', () => {
    const ids = wholesaleRules.map(({ id }) => id);
    for (const state of ['OK', 'OR', 'AZ', 'MD', 'TN', 'TX', 'IL', 'SC'])
      for (const row of assignmentLaw(
        facts(state, { happened: {}, overridden: ids, lastWholesaleOn: '2026-06-01', effectiveOn: '2026-11-20' }, { wholesalerLicensed: false }),
      ))
        if (!row.overridable) expect(row.state, row.id).not.toBe('overridden');
        else expect(holdsUp(row.state), row.id).toBe(false);
  });
});
