import { randomUUID } from 'node:crypto';
import type { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import type { FaultKind } from '../../../sandbox/faults.ts';
import { control, testSandbox, testSecrets } from '../../../sandbox/testing.ts';
import type { PropertyQuestion } from '../ports.ts';
import { createBatchData } from './index.ts';
import { toAnswer } from './map.ts';
import { lookUpReply } from './schemas.ts';

const question = (changes: Partial<PropertyQuestion> = {}): PropertyQuestion => ({
  key: randomUUID(),
  parcelNumber: '105 03 0D 008.00',
  county: 'Davidson',
  line: '1808 FOX CHASE DR',
  unit: null,
  city: 'GOODLETTSVILLE',
  state: 'TN',
  zip: '37072',
  owner: 'Alma Whitaker',
  ...changes,
});
const thrown = (work: Promise<unknown>): Promise<ApplicationFailure> =>
  work.then(
    (value) => Promise.reject(new Error(`it went through: ${JSON.stringify(value)}`)),
    (error: ApplicationFailure) => error,
  );

/** Long enough for a busy machine; where silence is the fault, no longer than the provider needs to act. */
const patienceMs = (faults: FaultKind[]): number => (faults.some((fault) => fault.startsWith('timeout')) ? 1500 : 20_000);

async function set(faults: FaultKind[] = []) {
  const sandbox = await testSandbox();
  if (faults.length > 0) await control(sandbox, 'faults', { rate: 1, kinds: faults });
  const made = (path: string, token: string) =>
    createBatchData({ name: `records-${randomUUID()}`, url: `${sandbox.httpUrl}${path}`, token, costCents: 20, timeoutMs: patienceMs(faults) });
  const billed = () => [...sandbox.store.records.values()].reduce((sum, count) => sum + count, 0);
  return { sandbox, port: made('', testSecrets.recordsToken), fallback: made('/fallback', testSecrets.fallbackToken), made, billed };
}

test('a record comes with facts in cents, phones in E.164 and marked as the sandbox’s', async () => {
  const { port, billed } = await set();
  const answer = await port.lookUp(question());
  expect(answer).toMatchObject({ sandbox: true, costCents: 20, property: { livingSqft: expect.any(Number), valueCents: expect.any(Number) } });
  for (const { phones, emails } of answer!.people) {
    for (const { number } of phones) expect(number).toMatch(/^\+1(423|615|731|865|901|931)555\d{4}$/);
    for (const email of emails) expect(email).toMatch(/@(example\.(com|net)|mail\.test)$/);
  }
  expect(billed()).toBe(1);
});

test('the same property has the same facts at both providers, each knowing its part', async () => {
  const { port, fallback } = await set();
  let [both, onlyFirst, onlySecond] = [0, 0, 0];
  for (let n = 0; n < 60; n++) {
    const asked = question({ line: `${100 + n} MAIN ST` });
    const [first, again, second] = [await port.lookUp(asked), await port.lookUp(asked), await fallback.lookUp(asked)];
    expect(again).toEqual(first);
    if (first && second) both += 1;
    else if (first) onlyFirst += 1;
    else if (second) onlySecond += 1;
    if (first?.property?.valueCents && second?.property?.valueCents) expect(second.property.valueCents).toBe(first.property.valueCents);
    expect(second?.property?.repairsCents ?? null).toBeNull();
  }
  expect(Math.min(both, onlyFirst, onlySecond)).toBeGreaterThan(0);
});

test('no record is null, and not billed', async () => {
  const { port, billed } = await set();
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => port.lookUp(question({ line: `${n} EMPTY LN` }))));
  expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(0);
  expect(billed()).toBe(answers.filter((answer) => answer !== null).length);
});

test.each<[FaultKind, string, number]>([
  ['429', 'ProviderRateLimited', 0],
  ['503', 'ProviderUnavailable', 0],
  ['token-expired', 'ProviderUnauthorised', 0],
  ['partial', 'ProviderUnavailable', 0],
  ['500-before', 'OutcomeUnknown', 0],
  ['timeout-before', 'OutcomeUnknown', 0],
  ['500-after', 'OutcomeUnknown', 1],
  ['timeout-after', 'OutcomeUnknown', 1],
  ['reset', 'OutcomeUnknown', 1],
  ['truncated', 'OutcomeUnknown', 1],
  ['wrong-type', 'OutcomeUnknown', 1],
])('fault %s becomes %s; billed %i: a record is never paid twice by itself', async (fault, type, bills) => {
  const { port, billed } = await set([fault]);
  expect({ type: (await thrown(port.lookUp(question()))).type, bills: billed() }).toEqual({ type, bills });
});

test('a question the provider cannot read is refused for good', async () => {
  const { port } = await set();
  expect(await thrown(port.lookUp(question({ line: null, parcelNumber: null })))).toMatchObject({ type: 'ProviderRefused', nonRetryable: true });
});

test('both shapes of reply that have been seen are read alike', () => {
  const facts = {
    building: { livingAreaSquareFeet: 1450, yearBuilt: '1962', bedroomCount: 3 },
    valuation: { estimatedValue: '250000' },
    openLien: { totalOpenLienBalance: 0 },
  };
  const phones = [{ number: '(615) 555-0142', type: 'Mobile' }, { number: 6155550143, type: 'Land Line' }, 'nonsense', null];
  const people = lookUpReply.parse({
    results: { persons: [{ name: { first: 'Jo', last: 'Grady' }, phoneNumbers: phones, emails: [{ email: 'JO@Example.com' }], property: facts }], meta: {} },
  });
  const properties = lookUpReply.parse({
    results: { properties: [{ ...facts, owners: [{ fullName: 'Jo Grady', phoneNumbers: phones, emails: ['jo@example.com'] }] }] },
  });
  const expected = {
    sandbox: false,
    property: { livingSqft: 1450, yearBuilt: 1962, bedrooms: 3, valueCents: 25_000_000, liensCents: 0, repairsCents: null, listPriceCents: null },
    people: [
      {
        name: 'Jo Grady',
        phones: [
          { number: '+16155550142', lineType: 'mobile' },
          { number: '+16155550143', lineType: 'landline' },
        ],
        emails: ['jo@example.com'],
      },
    ],
  };
  expect(toAnswer(people, 20)).toMatchObject(expected);
  expect(toAnswer(properties, 20)).toMatchObject(expected);
});

test('a field of another type is unknown, never guessed; the rest of the record counts', () => {
  const reply = lookUpReply.parse({
    results: {
      persons: [
        {
          name: 7,
          phoneNumbers: 'none',
          emails: [{ email: 5 }, { email: 'a@b' }],
          property: {
            valuation: { estimatedValue: -5 },
            building: 'brick',
            filings: [
              { type: 'Tax Lien', date: '2026-13-99' },
              { type: 'Unheard Of', date: null },
            ],
            openLien: { totalOpenLienBalance: 1000 },
          },
        },
      ],
    },
  });
  expect(toAnswer(reply, 20)).toMatchObject({
    property: { valueCents: null, livingSqft: null, liensCents: 100_000, signals: [{ kind: 'tax-lien', on: null }] },
    people: [],
  });
});
