import { sellerCancelClocks } from '../../domain/compliance/statutes/duties.ts';
import { DomainError } from '../../domain/errors.ts';
import { localDate } from '../../domain/time/zoned.ts';
import type { DeadlineRow } from '../deadline-rows.ts';
import type { Change } from '../events.ts';
import { cancelAssignment } from './assignments.ts';
import { type Contract, endContract, fileOf, lastContract } from './contracts.ts';
import { settleDeadline } from './deadlines.settle.ts';
import { listDeadlines } from './deadlines.ts';
import { findDocument } from './documents.ts';

type Cancellation = { dealId: string; receivedOn: string | null; documentId: string | null; earnestMoney: string; by: string };

/** The seller used a right to cancel that was open on the day the cancellation came: the contract ends as fallen through, its assignment with it. */
export async function cancelBySeller(change: Change, { dealId, receivedOn, documentId, earnestMoney, by }: Cancellation): Promise<Contract> {
  const { tx, now } = change;
  const { deal, contract } = await fileOf(tx, { dealId });
  const today = localDate(now, contract.zone);
  const on = receivedOn ?? today;
  const message = on > today ? 'lies ahead' : on < contract.effectiveOn ? `lies before the contract of ${contract.effectiveOn}` : null;
  if (message)
    throw new DomainError('bad-inputs', `The cancellation cannot have come on ${on}: it ${message}.`, {
      nextStep: 'Give the day it came.',
      details: { faults: [{ path: 'receivedOn', message }] },
    });
  if (documentId && (await findDocument(tx, { documentId }))?.dealId !== dealId)
    throw new DomainError('no-such-document', 'The deal has no such document.', { nextStep: 'List the documents of the deal and take the id of one.' });
  const rights = (await listDeadlines(tx, { dealId })).filter(({ clock }) => sellerCancelClocks.includes(clock));
  const right = rights.find((row) => isOpenOn(row, on));
  if (!right) throw noRight(deal.dealNo, rights, on);
  const reason = `the seller cancelled on ${on} (${sourceOf(right)})`;
  await change.event('Contract.SellerCancelled', { dealId, dealNo: deal.dealNo, contractId: contract.id, clock: right.clock, receivedOn: on, documentId });
  await settleDeadline(change, { deal, row: right, status: 'satisfied', reason, proof: documentId, by });
  await cancelAssignment(change, { dealId, contractId: contract.id, reason, contractEnded: true });
  await endContract(change, { dealId, status: 'terminated', reason, earnestMoney });
  return (await lastContract(tx, { dealId }))!;
}

/** Recorded late, a cancellation that came in time still counts; a right without a date has no end yet. */
const isOpenOn = ({ status, date }: DeadlineRow, on: string): boolean => ['pending', 'tolled', 'lapsed'].includes(status) && (date === null || on <= date);

const sourceOf = ({ answer, title }: DeadlineRow): string =>
  (answer as { deadline?: { working?: { clause?: { source?: string } } } | null }).deadline?.working?.clause?.source ?? title;

function noRight(dealNo: number, rights: readonly DeadlineRow[], on: string): DomainError {
  const until =
    rights
      .flatMap(({ date }) => date ?? [])
      .toSorted()
      .at(-1) ?? null;
  const ended = until ? `it ended with ${until}` : 'the law as we keep it gives none for this deal';
  return new DomainError('no-right-to-cancel', `On ${on} the seller of deal ${dealNo} had no right to cancel by statute: ${ended}.`, {
    nextStep: `If the parties agree to end the contract, record POST /v1/deals/${dealNo}/fall-through with the reason.`,
    details: { until },
  });
}
