import { describe, expect, it } from 'vitest';
import { type Evidence, whenAndWhere, whereaboutsOf } from './zones.ts';

const nobody: Evidence = { state: null, zip: null, statedZone: null, phone: null };
const zonesOf = async (evidence: Partial<Evidence>) => {
  const { basis, candidates, zone, place } = await whereaboutsOf({ ...nobody, ...evidence });
  return { basis, zones: candidates.map((candidate) => candidate.zone).sort(), zone, place };
};

describe('whereaboutsOf', () => {
  it('takes the mailing address before anything else', async () => {
    expect(await zonesOf({ state: 'TN', zip: '37206', phone: '+16155550100' })).toEqual({
      basis: 'address',
      zones: ['America/Chicago'],
      zone: 'America/Chicago',
      place: 'Nashville',
    });
  });
  it('counts both when the number speaks of another zone than the address', async () => {
    expect(await zonesOf({ state: 'TN', zip: '37206', phone: '+13105550100' })).toMatchObject({
      basis: 'disagree',
      zones: ['America/Chicago', 'America/Los_Angeles'],
      zone: 'America/Chicago',
    });
  });
  it('does not call it a contradiction when the number may lie in the address’s zone', async () => {
    expect(await zonesOf({ state: 'TN', zip: '37402', phone: '+14235550100' })).toMatchObject({ basis: 'address', zones: ['America/New_York'] });
  });
  it('takes a zone the person stated before the number', async () => {
    expect(await zonesOf({ statedZone: 'Pacific/Honolulu', phone: '+18085550100' })).toMatchObject({ basis: 'stated', zones: ['Pacific/Honolulu'] });
    expect(await zonesOf({ statedZone: 'Mars/Olympus', phone: '+18085550100' })).toMatchObject({ basis: 'prefix' });
  });
  it('takes every zone of an area code that straddles two', async () => {
    expect(await zonesOf({ phone: '+14235550100' })).toMatchObject({ basis: 'prefix', zones: ['America/Chicago', 'America/New_York'] });
  });
  it('knows that El Paso is on Mountain time', async () => {
    expect(await zonesOf({ phone: '+19155550100' })).toMatchObject({ zones: ['America/Denver'], place: 'Mountain time' });
    expect(await zonesOf({ state: 'TX', zip: '79901' })).toMatchObject({ place: 'El Paso' });
  });
  it('takes all zones of a state when the ZIP is not known, or is another state’s', async () => {
    expect(await zonesOf({ state: 'TN' })).toMatchObject({ basis: 'address', zones: ['America/Chicago', 'America/New_York'] });
    expect(await zonesOf({ state: 'TN', zip: '90210' })).toMatchObject({ zones: ['America/Chicago', 'America/New_York'] });
  });
  it('does not follow a border town across the border', async () => {
    expect(await zonesOf({ state: 'CA', zip: '92173' })).toMatchObject({ zones: ['America/Los_Angeles'] });
    expect(await zonesOf({ state: 'AZ', zip: '86515' })).toMatchObject({ zones: ['America/Denver'] });
    expect(await zonesOf({ state: 'IN', zip: '46402' })).toMatchObject({ zones: ['America/Chicago'], place: 'Gary' });
  });
  it('counts every zone of the country when nothing is known, or the number is toll-free', async () => {
    expect((await zonesOf({})).zones.length).toBeGreaterThanOrEqual(6);
    expect((await zonesOf({ phone: '+18005550100' })).zones).toContain('Pacific/Honolulu');
  });
  it('says when and where in words', () => {
    expect(whenAndWhere(new Date('2026-11-26T16:00:00Z'), { zone: 'America/Chicago', place: 'Nashville' })).toBe('Thu 26 Nov 10:00 in Nashville');
    expect(whenAndWhere(new Date('2026-11-26T16:00:00Z'), { zone: 'America/Chicago', place: 'Central time' })).toBe('Thu 26 Nov 10:00 Central time');
  });
});
