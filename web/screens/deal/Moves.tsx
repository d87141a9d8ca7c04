import { List, Text } from '@mantine/core';
import { dayOf } from './days.ts';
import type { Deadline } from './use-deal.ts';

export type Move = { clock: string; title: string; from: string | null; to: string | null; status: string | null };

/** What of the deadlines differs between two readings. */
export const movesBetween = (before: readonly Deadline[], after: readonly Deadline[]): Move[] =>
  after.flatMap(({ clock, title, date, status }) => {
    const was = before.find((each) => each.clock === clock);
    if (was && was.date === date && was.status === status) return [];
    return [{ clock, title, from: was?.date ?? null, to: date, status: was?.status === status ? null : status }];
  });

/** Old and new of each, in words. */
export function Moves({ moves, none }: { moves: readonly Move[]; none: string }) {
  if (moves.length === 0) return <Text>{none}</Text>;
  return (
    <List size="sm" spacing={2}>
      {moves.map(({ clock, title, from, to, status }) => (
        <List.Item key={clock}>
          <b>{title}</b>
          {status && ` is ${status}`}
          {from !== to && (
            <>
              {status ? ', ' : ' '}
              {from && <s>{dayOf(from)}</s>} {from ? '→ ' : 'is due '}
              {to ? dayOf(to) : 'no date yet'}
            </>
          )}
        </List.Item>
      ))}
    </List>
  );
}
