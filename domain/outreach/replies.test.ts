import { describe, expect, it } from 'vitest';
import { isAutoText, ownWords } from './incoming.ts';
import { classifyReply } from './replies.ts';

const sms = (body: string) => classifyReply({ channel: 'sms', body });

/** What people write, by what it is. */
const written: Record<string, string[]> = {
  'opt-out': [
    'Stop.',
    'stop!!!',
    'S T O P',
    'opt-out',
    'Please stop',
    'Stop, thanks',
    'Unsubscribe me please',
    'STOP STOP STOP',
    'please stop texting me',
    'Stop contacting me!',
    'quit calling',
    "don't text me again",
    'Do not contact me',
    'never call this number again',
    'take me off your list',
    'Take my name off your list',
    'remove me from your list',
    'remove me',
    'delete my number',
    'lose my number',
    'leave me alone',
    'I no longer want to receive messages',
    "I don't want any more texts from you",
    'no more texts',
    'please remove',
    'Put me on your do not call list',
    'I revoke my consent',
    'I want to opt out',
    'opt me out',
    'Not interested, stop',
    'not interested. please remove my number from your list',
    'no me llame más',
    'cancel these messages',
    'Please cancel the texts',
    'End these messages',
    'QUIT TEXTING ME',
    'stop it',
    'cease and desist',
    'Cancel please',
    'end thanks',
    'Stop all messages',
    'Would you please stop messaging this phone',
    'kindly delete my contact information',
    'I asked you to stop',
    "Don't ever text me",
    'wrong number, stop texting',
    'Quit it',
    'fuck off',
    'I do not wish to be contacted',
    'Please do not call or text me anymore',
    'Thank you but please stop',
    'Can you stop the calls? I only want email',
    'do-not-call list',
    'Remove',
    'STOP sending me lowball offers',
    'Please stop, I am not interested in selling',
    "I'd like to unsubscribe",
    'END MY SUBSCRIPTION',
    'quit',
    'revoke!',
    'Stop, wrong number',
    'please take this number off',
    'Do not text this number',
    "Please don't contact me anymore. Thanks",
    "don't message me",
    'Stop please and thank you',
    'No thanks, stop',
    'stop cancel',
    'Please end',
    'I never agreed to calls',
  ],
  'wrong-number': [
    'You have the wrong person',
    'I am not the owner',
    "I don't own that house",
    'I never owned that property',
    'Nobody here by that name',
    'not my house',
    "I don't own any property on Main Street",
    'Sorry you have the wrong number',
    'I sold that house years ago',
    "I'm just the tenant",
    'I do not own property there',
    'I am not John',
    "This isn't Maria",
    "John doesn't live here",
    "that's not mine",
    'Not the owner',
  ],
  hold: [
    'cancel the showing',
    'Please cancel our meeting tomorrow',
    'I need to cancel Friday',
    'Can we cancel the walkthrough?',
    'cancel the contract',
    'cancel the offer',
    'cancel our call tomorrow',
    'cancel that',
  ],
  unclear: [
    'Is that near the bus stop?',
    'Stop by tomorrow',
    'at the end of the day it depends on price',
    "I'm going to quit my job",
    'Call me at the end of the week',
    "don't stop, I like your offers",
    'I can meet at the end of June',
    'Will you stop at 200k?',
    'I might end up selling',
    'We are at a dead end with the bank',
    'This has to stop being so complicated, call me',
    'The bus will stop in front of the house',
    'I cannot quit now',
    'Yes, what is your offer?',
    'I got your text, we can stop the foreclosure?',
    'Can you help me?',
    'What do I need to do to stop foreclosure?',
    'When does your offer end?',
    'At the end of the call you said 200k',
    'You said you would stop by at 5',
    'I can start next month',
    'Let me quit claim deed it',
    'How do I cancel?',
    'I may cancel',
    'Can you revoke the offer?',
  ],
  reply: [
    'non-stop offers lol',
    'The offer ends when?',
    "don't call before noon",
    'What is your offer?',
    'Call me tomorrow',
    'not interested',
    "don't call me, text me",
    'Can you take me off the deed?',
    'Remove my tenant first',
    'I stopped by the house',
    'get me an offer',
    'send me an offer',
    "Don't send it to my wife",
    'Is this on the market? take me through it',
    'I canceled my listing last week',
    'Please do not contact my tenants',
    'Weekend works',
    'my number is 615 555 0100',
    'Clear the house first',
    'delete that last message I changed my mind',
    'We no longer have any interest in selling',
    'I have no number from you',
    "I don't need any repairs done",
    "Don't have a price yet",
    "I don't have the deed",
    "I don't have it listed",
    "I don't use email",
    "I don't text much",
    'Which house from your list do you mean?',
    'Put me on your list',
    'I have the wrong paperwork',
    'No one of us wants to sell',
    'We rent the house to a family',
    "I'm not sure",
    "I'm not interested",
    'no',
    'No thanks',
    'quitclaim',
    'The week ends Friday',
    'stopped',
    'Who is this?',
    'How did you get my number?',
    "Don't want to sell",
    "I don't want to sell my house",
    "I don't want your offer",
    'We would like to receive your offer by email',
    'I am tired of this house',
    'I am sick of tenants',
  ],
  resume: ['unstop', 'Start', 'Yes!'],
  help: ['help!', 'Info.'],
};

describe('classifyReply', () => {
  it.each(Object.entries(written).flatMap(([kind, bodies]) => bodies.map((body) => [kind, body] as const)))('%s: %s', (kind, body) => {
    expect(sms(body).class).toBe(kind);
  });

  it('an opt-out suppresses texts and calls for the whole brokerage; the provider blocks only single words of its own list', () => {
    const verdict = { suppress: 'tenant', suppressChannels: ['call', 'sms'], humanReview: false, restoresWrittenConsent: false };
    expect(sms('Stop')).toMatchObject({ ...verdict, providerBlocksItself: true });
    expect(sms('stop please')).toMatchObject({ ...verdict, providerBlocksItself: false });
  });
  it('a wrong number is suppressed for that contact only', () => {
    expect(sms('wrong number')).toMatchObject({ suppress: 'contact-number', suppressChannels: [], humanReview: false });
  });
  it('what a person must read is flagged, and calling an appointment off holds marketing', () => {
    expect(sms('Is it near the bus stop?')).toMatchObject({ suppress: 'none', humanReview: true, holdMarketing: false });
    expect(sms('cancel my appointment Friday')).toMatchObject({ suppress: 'none', humanReview: true, holdMarketing: true });
    expect(sms('What is your offer?')).toMatchObject({ class: 'reply', suppress: 'none', humanReview: true });
  });
  it('START lifts the provider’s block and restores no consent', () => {
    expect(sms('START')).toMatchObject({ class: 'resume', liftsProviderBlock: true, restoresWrittenConsent: false, suppress: 'none' });
  });
  it('answers in reasonable time whatever is sent', () => {
    for (const body of ['stop '.repeat(3000), 'a'.repeat(16_000), 'please '.repeat(2000), '. '.repeat(8000), 'do not the my '.repeat(1000)])
      expect(sms(body).class).toBeTypeOf('string');
  });
});

describe('ownWords', () => {
  it('leaves out what is quoted, so that our own footer is never read as a wish', () => {
    expect(ownWords('Call me.\n\nOn Mon, Nov 2, 2026 at 9:14 AM Keyturn <offers@x.example> wrote:\n> Unsubscribe')).toBe('Call me.');
    expect(ownWords('Sure\r\n\r\n-----Original Message-----\r\nFrom: Keyturn\r\nUnsubscribe')).toBe('Sure');
    expect(ownWords('Yes\n\nFrom: Keyturn <o@x.example>\nSent: Monday\nUnsubscribe')).toBe('Yes');
    expect(ownWords('Yes please\n> Unsubscribe here')).toBe('Yes please');
  });
  it('a telephone that answers by itself is told from a person', () => {
    expect(isAutoText("I'm driving right now - I'll get back to you later.")).toBe(true);
    expect(isAutoText('(I’m not receiving notifications. If this is urgent, reply “urgent”)')).toBe(true);
    expect(isAutoText('I am driving to the house tomorrow')).toBe(false);
  });
});
