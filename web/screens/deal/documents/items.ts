import type { Answer } from '../../../api/client.ts';
import type { Tone } from '../../../parts/tone.ts';

export type Checklist = Answer<'/v1/deals/{no}/checklist', 'get'>;
export type Item = Checklist['items'][number];

export type Standing = { tone: Tone; words: string; urgent: number };

/** How an entry stands, as people say it; the most urgent first. */
export function standingOf(item: Item, today: string): Standing {
  if (item.status === 'undecided') return { tone: 'warn', words: 'not decided yet', urgent: 2 };
  if (item.overridden) return { tone: 'neutral', words: 'gone on without it', urgent: 6 };
  switch (item.state) {
    case 'complete':
      return { tone: 'good', words: 'complete', urgent: 7 };
    case 'rejected':
      return { tone: 'bad', words: 'rejected, to be sent again', urgent: 0 };
    case 'in-review':
      return { tone: 'info', words: 'in review', urgent: 3 };
    case 'missing':
      return item.dueOn !== null && item.dueOn < today ? { tone: 'bad', words: 'missing, overdue', urgent: 1 } : { tone: 'warn', words: 'missing', urgent: 4 };
    default:
      return item.state satisfies never;
  }
}

/** What is asked for, the most urgent first; what is suspended, and what is not asked for. */
export function sorted(items: readonly Item[], today: string): { asked: Item[]; suspended: Item[]; not: Item[] } {
  const asked = items.filter(({ status }) => status === 'required' || status === 'undecided');
  const byUrgency = (a: Item, b: Item): number =>
    standingOf(a, today).urgent - standingOf(b, today).urgent || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || a.title.localeCompare(b.title);
  return {
    asked: asked.toSorted(byUrgency),
    suspended: items.filter(({ status }) => status === 'suspended'),
    not: items.filter(({ status }) => status === 'not-required'),
  };
}
