import { dealStages } from '../../../domain/closing/course.ts';
import type { Health } from '../../../domain/compliance/health.ts';
import { healths } from '../../../domain/compliance/health.ts';
import type { Item } from '../../api/client.ts';

export { dealStages as stages, healths };
export const sides = ['listing', 'buyer', 'wholesale'] as const;
export const sortable = ['property', 'stage', 'closing', 'next', 'open', 'missing', 'waiting', 'health', 'contact'] as const;

/** A file as the board shows it: what is at risk, what is blocked, who must act. */
export type DealRow = {
  dealNo: number;
  property: string | null;
  side: string;
  stage: string;
  closingOn: string | null;
  daysLeft: number | null;
  nextKey: { title: string; dueAt: string } | null;
  open: number | null;
  overdue: number | null;
  missingDocuments: number | null;
  waitingFor: string | null;
  waitingSince: string | null;
  health: { state: Health; reason: string | null } | null;
  lastContactAt: string | null;
  agent: string | null;
};

export const fromDeal = (deal: Item<'/v1/deals'>): DealRow => ({
  dealNo: deal.dealNo,
  property: deal.property,
  side: deal.side,
  stage: deal.stage,
  closingOn: null,
  daysLeft: null,
  nextKey: deal.dueAt ? { title: 'acts by itself', dueAt: deal.dueAt } : null,
  open: null,
  overdue: null,
  missingDocuments: null,
  waitingFor: deal.waitingFor,
  waitingSince: deal.waitingSince,
  health: null,
  lastContactAt: null,
  agent: null,
});

/** Every word of the question stands somewhere in number, address, side, stage, agent or what it waits for. */
export function fitsWords(row: DealRow, q: string): boolean {
  const all = `${row.dealNo} ${row.property ?? ''} ${row.side} ${row.stage} ${row.agent ?? ''} ${row.waitingFor ?? ''}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Worst first when sorted by health. */
export const healthRank = ({ health }: DealRow): number | null => (health ? healths.length - healths.indexOf(health.state) : null);
