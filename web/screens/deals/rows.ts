import { dealStages } from '../../../domain/closing/course.ts';
import { healths } from '../../../domain/compliance/health.ts';
import type { Item } from '../../api/client.ts';

export { dealStages as stages, healths };
export const sides = ['listing', 'buyer', 'wholesale'] as const;
export const sortable = ['property', 'stage', 'health', 'closing', 'next', 'open', 'missing', 'waiting', 'contact'] as const;
/** Closings of the next so many days. */
export const spans = ['7', '14', '30'] as const;
/** Files with which nobody had a word for so many days. */
export const silences = ['7', '14', '30'] as const;

/** Ways to look at the deals that come with them. */
export const readyViews = [
  { name: 'This week’s closings', filters: { closing: '7', sort: 'closing' } },
  { name: 'Silent for two weeks', filters: { silent: '14', sort: 'contact' } },
  { name: 'Most open tasks first', filters: { sort: 'open' } },
];

/** A file as the board shows it: what is at risk, what is blocked, who must act. */
export type DealRow = Item<'/v1/deals/board'>;

export type DealFilter = {
  q?: string;
  side?: (typeof sides)[number];
  health?: (typeof healths)[number];
  closing?: (typeof spans)[number];
  silent?: (typeof silences)[number];
};

const dayMs = 86_400_000;
export const fits = (row: DealRow, { q, side, health, closing, silent }: DealFilter, now: number): boolean =>
  (!side || row.side === side) &&
  (!health || row.health.state === health) &&
  (!closing || (row.daysLeft !== null && row.daysLeft >= 0 && row.daysLeft <= Number(closing))) &&
  (!silent || row.lastContactAt === null || now - Date.parse(row.lastContactAt) >= Number(silent) * dayMs) &&
  (!q || fitsWords(row, q));

/** Every word of the question stands somewhere in number, address, side, stage, agent or what it waits for. */
function fitsWords(row: DealRow, q: string): boolean {
  const all = [row.dealNo, row.property, row.city, row.state, row.side, row.stage, row.agent?.name, row.waitingFor].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Worst first when sorted by health; of the same health what is overdue, then what closes first. */
export const healthRank = ({ health, overdue, daysLeft }: DealRow): number =>
  (healths.length - healths.indexOf(health.state)) * 1_000_000 - Math.min(overdue, 99) * 10_000 + Math.min(Math.max(daysLeft ?? 9000, 0), 9000);
