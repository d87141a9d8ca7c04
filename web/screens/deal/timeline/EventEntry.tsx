import { timeIn } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import type { Entry } from './entries.ts';

const causes: Record<string, string> = { fact: 'by a fact that was recorded', hand: 'by hand', rule: 'by the rule' };

/** Something that happened, or that will: what, when, and for a moved date what moved it. */
export function EventEntry({ entry, reason }: { entry: Extract<Entry, { is: 'event' }>; reason: string | undefined }) {
  const { zone } = useDeal();
  const { at, words, item, tense, times } = entry;
  const cause = item.type === 'Deadline.Moved' ? (item.amendmentNo ? `by amendment ${item.amendmentNo}` : causes[item.cause ?? '']) : null;
  return (
    <li className="line-entry" data-tense={tense}>
      <span>
        {words}
        {times > 1 && `, ${times} times`}
      </span>
      {cause && <span className="dim"> · {cause}</span>}
      {reason && item.type === 'Contract.Amended' && <span className="dim">: {reason}</span>}
      <time className="dim line-time" dateTime={at}>
        {timeIn(at, zone)}
      </time>
    </li>
  );
}
