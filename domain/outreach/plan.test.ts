import { describe, expect, it } from 'vitest';
import { nextLocalTime } from '../time/zoned.ts';
import { type AddressFacts, chooseAddress } from './addresses.ts';
import { defaultSequence } from './default-sequence.ts';
import { planNext } from './plan.ts';

const { definition } = defaultSequence;
const chicago = 'America/Chicago';
const next = (to: string, from: string, zone = chicago) => {
  const { step, dueAt } = planNext(definition, to, new Date(from), zone);
  return `${step} ${dueAt?.toISOString()}`;
};

describe('planNext', () => {
  it('counts days by the recipient’s own calendar, late in the evening too', () => {
    expect(next('until-day-2', '2026-11-20T15:00:00Z')).toBe('first-text 2026-11-21T14:00:00.000Z');
    expect(next('until-day-2', '2026-11-21T05:30:00Z')).toBe('first-text 2026-11-21T14:00:00.000Z');
    expect(next('until-day-7', '2026-11-22T15:00:00Z')).toBe('last-text 2026-11-26T16:00:00.000Z');
  });
  it('is at once where nothing waits', () => expect(planNext(definition, 'archive', new Date(0), chicago)).toEqual({ step: 'archive', dueAt: null }));
  it('adds up waits that follow each other', () => {
    const waits = {
      start: 'w',
      steps: [
        { id: 'w', kind: 'wait', days: 2, hours: 12, next: 'u' },
        { id: 'u', kind: 'wait-until', time: '10:00', on: ['mon'], next: 'end' },
        { id: 'end', kind: 'archive' },
      ],
    };
    expect(planNext(waits as never, 'w', new Date('2026-11-20T15:00:00Z'), chicago)).toEqual({ step: 'end', dueAt: new Date('2026-11-23T16:00:00Z') });
  });
});

describe('nextLocalTime', () => {
  it.each([
    ['the same day when it is still to come', '2026-11-20T15:00:00Z', { time: '10:00' }, '2026-11-20T16:00:00.000Z'],
    ['this very instant', '2026-11-20T16:00:00Z', { time: '10:00' }, '2026-11-20T16:00:00.000Z'],
    ['the next day when it is past', '2026-11-20T16:00:01Z', { time: '10:00' }, '2026-11-21T16:00:00.000Z'],
    ['a weekday', '2026-11-20T15:00:00Z', { time: '10:00', on: ['tue', 'thu'] as const }, '2026-11-24T16:00:00.000Z'],
    ['so many dates later', '2026-11-20T15:00:00Z', { time: '08:00', inDays: 3 }, '2026-11-23T14:00:00.000Z'],
    ['a time the clocks leave out', '2026-03-07T20:00:00Z', { time: '02:30', inDays: 1 }, '2026-03-08T08:30:00.000Z'],
    ['across the end of daylight time', '2026-10-31T20:00:00Z', { time: '10:00', inDays: 1 }, '2026-11-01T16:00:00.000Z'],
  ])('%s', (_name, from, rule, expected) => expect(nextLocalTime(new Date(from), rule, chicago).toISOString()).toBe(expected));
});

describe('chooseAddress', () => {
  const phone = (changes: Partial<AddressFacts> = {}): AddressFacts => ({
    kind: 'phone',
    value: '+16155550100',
    lineType: 'mobile',
    suppressed: [],
    wrong: false,
    consents: ['sms'],
    ...changes,
  });
  const mail = (changes: Partial<AddressFacts> = {}): AddressFacts => ({
    kind: 'email',
    value: 'a@example.com',
    lineType: null,
    suppressed: [],
    wrong: false,
    consents: [],
    ...changes,
  });
  it.each([
    ['a text with consent', 'text', [phone()], { kind: 'send', address: '+16155550100' }],
    ['no consent: a call', 'text', [phone({ consents: [] })], { kind: 'call', phone: '+16155550100', why: 'no consent to texts is recorded' }],
    [
      'consent at another number does not count',
      'text',
      [phone({ consents: [] }), phone({ value: '+16155550101', suppressed: ['sms', 'call'] })],
      { kind: 'call', phone: '+16155550100', why: 'no consent to texts is recorded' },
    ],
    ['opted out: nothing', 'text', [phone({ suppressed: ['sms', 'call'] })], { kind: 'skip', why: 'texts to every known number are suppressed' }],
    ['a landline: a call', 'text', [phone({ lineType: 'landline' })], { kind: 'call', phone: '+16155550100', why: 'the known numbers are landlines' }],
    ['somebody else’s number: nothing', 'text', [phone({ wrong: true })], { kind: 'skip', why: 'no phone number is known' }],
    ['an e-mail needs no consent', 'email', [phone(), mail()], { kind: 'send', address: 'a@example.com' }],
    [
      'the second e-mail when the first is suppressed',
      'email',
      [mail({ suppressed: ['email'] }), mail({ value: 'b@example.com' })],
      { kind: 'send', address: 'b@example.com' },
    ],
    ['no e-mail: a call', 'email', [phone()], { kind: 'call', phone: '+16155550100', why: 'no e-mail address is known' }],
    ['nothing known: left out', 'email', [], { kind: 'skip', why: 'no e-mail address is known' }],
  ] as const)('%s', (_name, channel, addresses, expected) => expect(chooseAddress(channel, addresses)).toEqual(expected));
});
