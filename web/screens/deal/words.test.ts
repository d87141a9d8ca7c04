import { describe, expect, it } from 'vitest';
import { milestoneNames } from '../../../domain/closing/milestones.ts';
import { wordsOfItem } from './timeline/entries.ts';
import { awaitedWords, factTitle, plain } from './words.ts';

const zone = 'America/Chicago';

describe('words of the field', () => {
  it('leave no internal name, date or instant in a sentence', () => {
    expect(plain('EarnestMoney.Received on 2026-12-03', zone)).toBe('earnest money received on Thu, Dec 3');
    expect(plain('the date it counts from (contractReceivedByTitleDate)', zone)).toBe('the date it counts from (contract received by the title company)');
    expect(plain('it looks at 2026-12-03T15:00:00.000Z again', zone)).toContain('9:00 AM CST');
    for (const name of milestoneNames) expect(plain(`Get the evidence (${name})`, zone)).not.toContain(name);
    expect(factTitle('Contract.Amended')).toBe('Contract amended');
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
});
