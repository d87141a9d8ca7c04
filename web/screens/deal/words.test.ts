import { describe, expect, it } from 'vitest';
import { milestoneNames } from '../../../domain/closing/milestones.ts';
import { entriesOf, wordsOfItem } from './timeline/entries.ts';
import { awaitedWords, conditionWords, factTitle, plain } from './words.ts';

const zone = 'America/Chicago';

describe('words of the field', () => {
  it('leave no internal name, date or instant in a sentence', () => {
    expect(plain('EarnestMoney.Received on 2026-12-03', zone)).toBe('earnest money received on Thu, Dec 3');
    expect(plain('the date it counts from (contractReceivedByTitleDate)', zone)).toBe('the date it counts from (contract received by the title company)');
    expect(plain('it looks at 2026-12-03T15:00:00.000Z again', zone)).toContain('9:00 AM CST');
    for (const name of milestoneNames) expect(plain(`Get the evidence (${name})`, zone)).not.toContain(name);
    expect(factTitle('Contract.Amended')).toBe('Contract amended');
    expect(conditionWords('noticeReceivedDate is not given')).toBe("Seller's disclosure notice delivered to the buyer: not recorded");
    expect(conditionWords('repairDays is not given')).toBe('Repair days: not filled in');
    expect(awaitedWords('surveyReceivedDate')).toBe('survey received');
  });

  it('say a moved date as old and new', () => {
    const item = {
      at: '2026-12-03T15:00:00.000Z',
      what: 'closing moved to 2026-12-30',
      type: 'Deadline.Moved',
      clock: 'closing',
      prior: '2026-12-28',
      date: '2026-12-30',
    };
    expect(wordsOfItem(item, zone, () => 'Closing')).toBe('Closing moved: Mon, Dec 28 → Wed, Dec 30');
  });

  it('say stages and parties', () => {
    const of = (what: string) => wordsOfItem({ at: '2026-12-03T15:00:00.000Z', what, type: 'x' }, zone, String);
    expect(of('deal stage changed: following-up → under-contract')).toBe('Stage: following up → under contract');
    expect(of('party added to the title')).toBe('Title company takes part');
  });

  it('counts what is said again and again, gathers the deadlines of one contract, and leaves out those that stand there themselves', () => {
    const at = '2026-12-03T15:00:00.000Z';
    const opened = (clock: string) => ({ at, what: clock, when: 'past' as const, type: 'Deadline.Opened', clock });
    const drafted = { at, what: 'party message drafted', when: 'past' as const, type: 'PartyMessage.Drafted' };
    const due = '2026-12-30T15:00:00.000Z';
    const closing = { clock: 'closing', title: 'Closing', date: '2026-12-30', dueAt: due } as never;
    const items = [opened('option'), opened('closing'), drafted, drafted, { at, what: 'now', when: 'now' as const }];
    const ahead = { at: due, what: 'deadline: closing', when: 'future' as const, clock: 'closing' };
    const entries = entriesOf([...items, ahead], [closing], zone, String);
    expect(entries.map(({ is }) => is)).toEqual(['opened', 'event', 'now', 'deadline']);
    expect(entries[0]).toMatchObject({ titles: ['option', 'closing'] });
    expect(entries[1]).toMatchObject({ words: 'Message drafted', times: 2, kind: 'messages' });
  });
});
