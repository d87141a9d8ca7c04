import { expect, test } from 'vitest';
import { absentee, type PostalAddress } from './absentee.ts';

const at = (
  line: string | null,
  city: string | null = 'Nashville',
  zip: string | null = '37209',
  state: string | null = 'TN',
  unit: string | null = null,
): PostalAddress => ({ line, unit, city, state, zip });
const home = at('1808 Fox Chase Drive');

test.each([
  ['spelling of suffix, direction and ZIP+4', at('410 North Rosehill Court'), at('410 N. ROSEHILL CT', 'NASHVILLE', '37209-1234'), 'no'],
  ['another city name for the same ZIP', home, at('1808 Fox Chase Dr', 'Belle Meade'), 'no'],
  ['no ZIP, same city', home, at('1808 FOX CHASE DR', 'Nashville', null), 'no'],
  ['the unit in its own field or in the line', at('500 Oak Ave', 'Nashville', '37209', 'TN', 'Apt 4-B'), at('500 Oak Avenue #4B'), 'no'],
  ['another street in the same city', home, at('980 Ridge Ave', 'Nashville', '37211'), 'yes'],
  ['another suffix', home, at('1808 Fox Chase Ct'), 'yes'],
  ['another unit of the same house', at('500 Oak Ave Apt 1'), at('500 Oak Ave Apt 2'), 'yes'],
  ['the same line under another ZIP', home, at('1808 Fox Chase Dr', 'Nashville', '37013'), 'yes'],
  ['a PO box in the same city', home, at('P.O. Box 12', 'Nashville', '37202'), 'unproven'],
  ['a PO box in a town of the same ZIP', home, at('PO Box 12', 'Belle Meade'), 'unproven'],
  ['a PO box in another city', home, at('PO Box 12', 'Memphis', '38101'), 'yes'],
  ['a PO box somewhere', home, at('PO Box 12', null, null), 'unproven'],
  ['a PO box in the unit field', home, { ...at('', 'Nashville', '37202'), unit: 'PO Box 12' }, 'unproven'],
  ['a private mailbox in the same city', home, at('100 Broadway PMB 7', 'Nashville', '37203'), 'unproven'],
  ['a unit that only one side names', at('500 Oak Ave'), at('500 Oak Ave Apt 2'), 'unproven'],
  ['a direction that only one side names', at('410 Rosehill Ct'), at('410 N Rosehill Ct'), 'unproven'],
  ['no mailing address', home, at(null, null, null, null), 'unproven'],
  ['no mailing record', home, null, 'unproven'],
  ['no address of the property', at(''), home, 'unproven'],
  ['nothing but the line in common', at('1808 Fox Chase Dr', null, null), at('1808 Fox Chase Dr', null, null), 'unproven'],
] as const)('%s: %#', (_, situs, mailing, expected) => {
  expect(absentee(situs, mailing)).toMatchObject({ absentee: expected, outOfState: false });
});

test('mail to another state is proof, a PO box there included', () => {
  for (const mailing of [at('9 Elm Rd', 'Columbus', '43215', 'OH'), at('PO Box 9', 'Columbus', '43215', 'Ohio'), at(null, null, null, 'OH')])
    expect(absentee(home, mailing)).toMatchObject({ absentee: 'yes', outOfState: true });
});
