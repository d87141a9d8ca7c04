import { expect, test } from 'vitest';
import type { AddressFacts } from './addresses.ts';
import { planReply, type ReplyFacts } from './reply-plan.ts';
import { whereaboutsOf } from './zones.ts';

const phone: AddressFacts = { kind: 'phone', value: '+16155550101', lineType: 'mobile', suppressed: [], wrong: false, consents: ['sms'] };
const mail: AddressFacts = { kind: 'email', value: 'ann@example.com', lineType: null, suppressed: [], wrong: false, consents: [] };
const nashville = await whereaboutsOf({ state: 'TN', zip: '37206', statedZone: null, phone: null });
const facts = (more: Partial<ReplyFacts> = {}): ReplyFacts => ({ addresses: [phone, mail], where: nashville, sendingStopped: false, hasSender: true, ...more });
const [noon, night] = [new Date('2026-11-24T18:00:00Z'), new Date('2026-11-25T04:30:00Z')];

test.each([
  ['an e-mail goes at any hour', 'email', facts(), night, { kind: 'now', address: 'ann@example.com' }],
  ['a text goes in the hours of the recipient', 'text', facts(), noon, { kind: 'now', address: '+16155550101' }],
  [
    'at night it says when, where and by what',
    'text',
    facts(),
    night,
    {
      kind: 'later',
      at: new Date('2026-11-25T14:00:00Z'),
      zone: 'America/Chicago',
      words: expect.stringMatching(/^Wed 25 Nov 08:00 in Nashville .*mailing address/),
    },
  ],
  [
    'without consent no text goes',
    'text',
    facts({ addresses: [{ ...phone, consents: [] }] }),
    noon,
    { kind: 'no', words: expect.stringContaining('a call to +1615') },
  ],
  [
    'an opt-out holds, however it came',
    'text',
    facts({ addresses: [{ ...phone, suppressed: ['sms', 'call'] }] }),
    noon,
    { kind: 'no', words: expect.stringContaining('suppressed') },
  ],
  ['a stop of all sending holds it', 'email', facts({ sendingStopped: true }), noon, { kind: 'held' }],
  ['without a mailbox nothing goes', 'email', facts({ hasSender: false }), noon, { kind: 'no', words: 'no mailbox is configured' }],
  ['without an address nothing goes', 'email', facts({ addresses: [] }), noon, { kind: 'no', words: 'no e-mail address is known' }],
] as const)('%s', (_name, channel, given, now, wanted) => {
  expect(planReply(channel, given, now)).toMatchObject(wanted);
});
