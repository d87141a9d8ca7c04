import { expect, test } from 'vitest';
import { belongsTo } from './belongs.ts';
import { plainDeal } from './facts.fixture.ts';
import { factCatalogue } from './facts.ts';
import { checklistFaults } from './faults.ts';
import { DealFacts } from './schemas.ts';
import { checklistSets } from './sets.ts';

const rows = checklistSets.flatMap((set) => set.rows);

test('every rule passes the checker, reads only known facts, and no span overlaps', () => expect(checklistFaults(checklistSets)).toEqual([]));

test('a faulty set is told all its faults before it is published', () => {
  const [us] = checklistSets;
  const row = { ...us!.rows[0]!, when: { '==': [{ var: 'hasHOA' }, true] } };
  const faulty = {
    ...us!,
    id: 'x',
    effectiveFrom: '2027-01-01',
    rows: [row, { ...row, when: { log: 1 }, effectiveFrom: '2027-01-01', effectiveTo: '2026-01-01' }],
  };
  const messages = checklistFaults([us!, faulty]).map(({ message }) => message);
  expect(messages).toHaveLength(6);
  expect(messages.join(' ')).toMatch(/reaches back.*"us".*revision 1 overlaps.*hasHOA.*log.*ends before it begins/);
});

test.each([
  ['US', 'US-LEAD US-BUYER-AGREEMENT US-FIRPTA US-FINCEN-RRE US-TRID'],
  [
    'TX',
    'TX-IABS TX-BUYER-AGREEMENT TX-SDN TX-LEAD TX-T47 TX-HOA TX-MUD TX-PID TX-COASTAL TX-PROPANE TX-TRANSFER-FEE TX-LAKE TX-UTILITY-AREA TX-FINANCING TX-LICENSEE-PARTY TX-EQUITABLE-INTEREST TX-RETENTION',
  ],
  ['CA', 'CA-AD CA-TDS CA-NHD CA-AVID CA-SPQ CA-HOA CA-RENOVATION CA-FIRE CA-STANDARD-NOTICES CA-HESC'],
  ['FL', 'FL-FLOOD FL-HOA FL-CONDO FL-RADON FL-TAX-SUMMARY FL-LATENT-DEFECTS'],
  ['OK', 'OK-WHOLESALE-DISCLOSURE'],
  ['OR', 'OR-WHOLESALE-DISCLOSURE'],
  ['AZ', 'AZ-WHOLESALE-DISCLOSURE'],
  ['MD', 'MD-OWNER-NOTICE MD-ASSIGNEE-NOTICE'],
  ['TN', 'TN-MARKETING-DISCLOSURE TN-EQUITABLE-INTEREST TN-ASSIGNMENT-NOTICE'],
])('no document of %s is missing, and none is invented', (jurisdiction, ids) => {
  expect([...new Set(rows.filter((row) => row.jurisdiction === jurisdiction).map(({ id }) => id))]).toEqual(ids.split(' '));
});

test('no state’s file holds the rows of another', () => {
  const places = checklistSets.map(({ id, rows: own }) => [id, [...new Set(own.map(({ jurisdiction }) => jurisdiction))].join(' ')]);
  expect(places).toEqual([
    ['us', 'US'],
    ['texas', 'TX'],
    ['california', 'CA'],
    ['florida', 'FL'],
    ['wholesaling', 'OK OR AZ MD TN'],
  ]);
});

test('sets are plain data: stored and read back they are the same', () => expect(JSON.parse(JSON.stringify(checklistSets))).toEqual(checklistSets));

test('schema, catalogue and the example deal know the same facts', () => {
  const catalogue = Object.keys(factCatalogue).toSorted();
  expect(Object.keys(DealFacts.shape).toSorted()).toEqual(catalogue);
  expect(Object.keys(plainDeal).toSorted()).toEqual(catalogue);
});

test('only what speaks of the property, the seller or the brokerage outlives a contract that fell through', () => {
  const ofFile = [...new Set(rows.filter((row) => row.belongsTo === 'file').map(({ id }) => id))];
  expect(ofFile.join(' ')).toBe(
    'US-LEAD US-BUYER-AGREEMENT US-FIRPTA TX-IABS TX-BUYER-AGREEMENT TX-SDN TX-T47 TX-RETENTION CA-TDS CA-NHD CA-AVID CA-SPQ CA-HOA CA-RENOVATION CA-FIRE CA-STANDARD-NOTICES FL-FLOOD FL-LATENT-DEFECTS',
  );
  expect(belongsTo(null)).toBe('contract');
});
