import { describe, expect, it } from 'vitest';
import { type Course, dealStages, explain, newCourse } from '../../../domain/closing/course.ts';
import { milestoneNames } from '../../../domain/closing/milestones.ts';
import { entriesOf, wordsOfItem } from './timeline/entries.ts';
import { awaitedWords, conditionWords, factTitle, plain, whyWords } from './words.ts';

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

  it('say of every state why it waits, without a name of ours', () => {
    const since = '2026-12-01T15:00:00.000Z';
    const courses: Course[] = dealStages.flatMap((stage) => [
      { ...newCourse(since), stage },
      { ...newCourse(since), stage, waitingFor: 'earnest money received by 2026-12-03' },
      { ...newCourse(since), stage, waitingFor: "the seller's reply", dueAt: '2026-12-08T15:00:00.000Z' },
      { ...newCourse(since), stage, waitingFor: "the seller's reply", followUp: 'the second text on Fri 4 Dec 08:00' },
      { ...newCourse(since), stage, waitingFor: 'a person', replied: true },
    ]);
    const ends: Course[] = (['closed', 'declined', 'expired', 'fell-through', 'dead'] as const).map((outcome) => ({
      ...newCourse(since),
      stage: outcome,
      outcome: { outcome, reason: 'EarnestMoney.Received was late on 2026-12-03' },
    }));
    for (const course of [...courses, ...ends]) {
      const words = whyWords(`${explain(course, zone)}; not yet taken in: Deadline.Moved`, zone);
      expect(words).toMatch(/^[A-Z“].{8,}\.$/);
      expect(words).not.toMatch(/[a-z]-contract|fell-through|following-up|[A-Z][a-z]+\.[A-Z]|\d{4}-\d{2}-\d{2}/);
    }
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
    expect(wordsOfItem({ ...item, status: 'extended' }, zone, () => 'Closing')).toBe('Closing extended: Mon, Dec 28 → Wed, Dec 30');
    expect(wordsOfItem({ ...item, title: 'Keys' }, zone, () => 'own 1')).toMatch(/^Keys moved/);
  });

  it('say stages and parties', () => {
    const of = (what: string) => wordsOfItem({ at: '2026-12-03T15:00:00.000Z', what, type: 'x' }, zone, String);
    expect(of('deal stage changed: following-up → under-contract')).toBe('Stage: following up → under contract');
    expect(of('the title takes part')).toBe('Title company takes part');
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
