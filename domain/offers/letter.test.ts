import { describe, expect, test } from 'vitest';
import { defaultLetter } from './default-letter.ts';
import { formatPhone, inLetters, joinNames, typeable } from './display.ts';
import { lastMoment } from './expiry.ts';
import { type LetterParties, letterVariableNames, letterVariables, type OfferInputs } from './letter.ts';
import { type LetterTemplate, OfferFormula } from './schemas.ts';
import { checkTemplate, composeLetter } from './templates.ts';
import { type DealSide, type OfferKind, proposeTerms } from './terms.ts';

const formula = OfferFormula.parse({});
function inputs(terms: OfferKind, side: DealSide = 'wholesale'): OfferInputs {
  const facts = { side, arvCents: 25_000_000, arvBasis: 'comps', repairsCents: 4_000_000, liensCents: 9_000_000 } as const;
  const proposal = proposeTerms(formula, facts, { terms });
  if (proposal.kind === 'none') throw new Error(proposal.reason);
  const { figures, working, notes } = proposal;
  const property = {
    line: '1208 FAIRWIN AVE',
    unit: null,
    city: 'NASHVILLE',
    state: 'TN',
    zip: '37216',
    county: 'DAVIDSON',
    parcelNumber: null,
    propertyType: 'single-family',
  };
  return {
    ...{ dealNo: 12, leadId: 'l', side, terms, figures, formula, facts, wishes: {}, working, notes, property, sellerIds: [], signerId: null },
    ...{ template: { slug: 'letter-of-intent', version: 1 }, date: '2026-11-21', expiresAt: '2026-11-29T05:59:00Z', offerDays: 7, zone: 'America/Chicago' },
  };
}
const parties: LetterParties = {
  buyer: { name: 'Cumberland Home Partners', address: '500 Church St, Nashville, TN 37219', phone: null },
  signer: { name: 'Dana Whitfield', email: 'dana@example.com', role: 'broker' },
  sellers: [{ name: 'MARGARET MCALLISTER' }],
  mailing: null,
};
const composed = (given: OfferInputs, template: LetterTemplate = defaultLetter, who = parties) => composeLetter(template, letterVariables(given, who), given);
const textOf = (given: OfferInputs, who = parties): string => {
  const letter = composed(given, defaultLetter, who);
  if (letter.kind === 'blocked') throw new Error(letter.message);
  return JSON.stringify(letter.letter);
};

describe('the standard letter', () => {
  test('has no fault', () => {
    expect(checkTemplate(defaultLetter)).toEqual([]);
  });

  test('states price, terms, property, expiry and the equitable interest of a buyer who may assign', () => {
    const text = textOf(inputs('cash'));
    for (const part of [
      '$125,000',
      'All cash at closing',
      '1208 Fairwin Ave, Nashville, TN 37216',
      'Davidson County',
      'Margaret McAllister',
      '11:59 p.m. Central Time on Saturday, November 28, 2026',
      'equitable interest',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/due-on-sale|Down payment|parcel number/);
  });

  test('discloses the due-on-sale risk where the loan stays, and the note where the seller lends', () => {
    expect(textOf(inputs('subject-to'))).toContain('due-on-sale clause');
    expect(textOf(inputs('seller-finance'))).toMatch(/\$15,000 in cash at closing.*\$135,000 at 5 % a year.*\$123,968.71, due with payment 60/);
  });

  test('speaks of no assignment where none is meant', () => {
    expect(textOf(inputs('cash', 'buyer'))).toMatch(/will not assign/);
    expect(textOf(inputs('cash', 'buyer'))).not.toContain('equitable interest');
  });
});

describe('a template', () => {
  const paragraphs = (...texts: string[]): LetterTemplate => ({ name: 'T', title: 'T', sections: texts.map((text) => ({ kind: 'paragraph' as const, text })) });

  test('blocks with the full name of every variable that this offer has not', () => {
    expect(composed(inputs('cash'), paragraphs('{{ buyer.phone }} {{ offer.balloon }}', '{{ mailing.line }}'))).toMatchObject({
      kind: 'blocked',
      missing: ['buyer.phone', 'offer.balloon', 'mailing.line'],
    });
  });

  test('may ask whether a variable is there', () => {
    expect(composed(inputs('cash'), paragraphs('{% if buyer.phone %}Call {{ buyer.phone }}{% else %}Write{% endif %}'))).toMatchObject({
      letter: { blocks: [{ text: 'Write' }] },
    });
  });

  test.each(['{% include "/etc/passwd" %}', '{{ buyer.name | nope }}', '{% for a in (1..99999) %}{% for b in (1..99999) %}x{% endfor %}{% endfor %}'])(
    'cannot reach outside or run for ever: %s',
    (text) => {
      expect(composed(inputs('cash'), paragraphs(text))).toMatchObject({ kind: 'blocked', missing: [] });
    },
  );

  test('sees no prototype', () => {
    expect(composed(inputs('cash'), paragraphs('{{ buyer.constructor.name }}'))).toMatchObject({ kind: 'blocked', missing: ['buyer.constructor.name'] });
  });

  test('blocks on a name that the typeface has no signs for', () => {
    expect(composed(inputs('cash'), paragraphs('{{ seller.names }}'), { ...parties, sellers: [{ name: '王小明' }] })).toMatchObject({
      kind: 'blocked',
      message: expect.stringContaining('"王"'),
    });
  });

  test('is refused with all its faults', () => {
    expect(checkTemplate({ name: 'T', title: '{{ x }}', sections: [{ kind: 'paragraph', text: '{% if %}' }] }).map(({ path }) => path)).toEqual([
      'title',
      'sections.0.text',
      'sections',
    ]);
    expect(checkTemplate({ name: 'T' }).map(({ path }) => path)).toEqual(['title', 'sections']);
  });
});

test('every variable a letter is given is one that templates may name', () => {
  const seen = new Set<string>();
  for (const terms of ['cash', 'seller-finance', 'subject-to'] as const) {
    const given = letterVariables(
      { ...inputs(terms), property: { ...inputs(terms).property, parcelNumber: '1' } },
      { ...parties, buyer: { ...parties.buyer, phone: '1' }, mailing: { line: 'A', unit: null, city: 'B', state: 'TN', zip: null } },
    );
    for (const [group, value] of Object.entries(given))
      for (const name of Array.isArray(value) ? [group] : Object.keys(value).map((inner) => `${group}.${inner}`)) seen.add(name);
  }
  expect([...seen].sort()).toEqual([...letterVariableNames].sort());
});

test('capitals of county rolls become letters, and care stays as it is', () => {
  expect(['1208 NE OAK HILL AVE', 'MCALLISTER & SONS LLC', "O'BRIEN-SMITH", 'TRUST OF THE LEES', 'Ann van der Berg'].map(inLetters)).toEqual([
    '1208 NE Oak Hill Ave',
    'McAllister & Sons LLC',
    "O'Brien-Smith",
    'Trust of the Lees',
    'Ann van der Berg',
  ]);
  expect(joinNames(['Ann', 'Bob', 'Cy'])).toBe('Ann, Bob and Cy');
});

test('numbers are written as people write them', () => {
  expect(['+16155550100', '6155550100', '(615) 555-0100', '+442071838750'].map(formatPhone)).toEqual([
    '(615) 555-0100',
    '(615) 555-0100',
    '(615) 555-0100',
    '+442071838750',
  ]);
});

test('letters the typeface lacks lose their mark, others are named', () => {
  expect(typeable('Dvořák Łukasz Muñoz “x”')).toEqual({ text: 'Dvorák Lukasz Muñoz “x”', without: [] });
  expect(typeable('李 Lee').without).toEqual(['李']);
});

test('an offer ends at 11:59 p.m. of its last day where the brokerage is, also across a change of the clocks', () => {
  expect(lastMoment(new Date('2026-11-21T16:00:00Z'), 7, 'America/Chicago').toISOString()).toBe('2026-11-29T05:59:00.000Z');
  expect(lastMoment(new Date('2026-10-28T03:00:00Z'), 7, 'America/Chicago').toISOString()).toBe('2026-11-04T05:59:00.000Z');
});
