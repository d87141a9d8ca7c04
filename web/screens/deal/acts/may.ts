import { useMay } from '../../../api/me.ts';
import { useDeal } from '../use-deal.ts';
import type { Asked } from './asked.ts';

export type OfferedAct = { asked: Asked; label: string; key?: string; danger?: true };

/** What the stage of the deal and the role of the person allow, the likeliest first. */
export function useOffered(): OfferedAct[] {
  const { deal, contract, mayAct } = useDeal();
  const mayApprove = useMay('offers:write');
  if (!mayAct) return [];
  const { stage, side, closedAt } = deal;
  const inForce = contract?.status === 'in-force';
  const underContract = stage === 'under-contract' || stage === 'closing';
  const acts: (OfferedAct | false)[] = [
    stage === 'approval' && side !== 'listing' && mayApprove && { asked: { what: 'approve' }, label: 'Approve the offer' },
    stage === 'following-up' && { asked: { what: 'accept' }, label: 'The seller accepted' },
    stage === 'following-up' && { asked: { what: 'decline' }, label: 'The seller declined …' },
    stage === 'accepted' && !inForce && { asked: { what: 'contract' }, label: 'Record the contract …' },
    (inForce || stage === 'closed' || (side === 'listing' && !closedAt)) && { asked: { what: 'fact' }, label: 'Record a fact …', key: 'r' },
    inForce && !closedAt && { asked: { what: 'amend' }, label: 'Amend …', key: 'a' },
    inForce && !closedAt && { asked: { what: 'new-clock' }, label: 'New deadline …' },
    inForce && !closedAt && { asked: { what: 'fall-through' }, label: 'The contract fell through …', danger: true },
    closedAt !== null && stage !== 'closed' && { asked: { what: 'reopen' }, label: 'Open it again …' },
    closedAt === null && !underContract && { asked: { what: 'dead' }, label: 'Give the deal up …', danger: true },
  ];
  return acts.filter((each) => each !== false);
}
