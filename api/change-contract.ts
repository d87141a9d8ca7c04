import type { Tx } from '../db/client.ts';
import { businessNow } from '../db/clock.ts';
import { termsOf } from '../db/contract-terms.ts';
import type { Change } from '../db/events.ts';
import { amendContract, fileOf } from '../db/queries/contracts.ts';
import { recomputeDeadlines } from '../db/queries/deadlines.compute.ts';
import { listDeadlines } from '../db/queries/deadlines.ts';
import { factsOfContract } from '../db/queries/deal-facts.ts';
import { dealLaw } from '../db/queries/deal-law.ts';
import { openTasksOf } from '../db/queries/deal-tasks.ts';
import { fileContext } from '../db/queries/file-context.ts';
import { draftsAbout } from '../db/queries/party-drafts.ts';
import { compareChecklists } from '../domain/compliance/checklists/compare.ts';
import { requiredDocuments } from '../domain/compliance/checklists/required.ts';
import { type ContractTerms, checkTerms, statedClosing } from '../domain/compliance/file.ts';
import { amended, type ContractChange, type MovedClock, movedClocks } from '../domain/compliance/ripple.ts';
import { changeParties, type PartyChange, partyRipple } from './change-parties.ts';
import { refuse } from './errors.ts';

type Request = { dealId: string; change: ContractChange & { parties?: PartyChange | undefined }; reason: string; by: string };

/** What an amendment moves; with a change at hand it is also done, as one act with the amendment as its cause. Both ways give one answer. */
export async function changeContract(tx: Tx, { dealId, change, reason, by }: Request, changing?: Change) {
  const { deal, contract } = await fileOf(tx, { dealId });
  const terms = termsOf(contract);
  const { next, changes: termChanges } = amended(terms, change);
  const parties = await partyRipple(tx, { dealId, change: change.parties });
  const changes = { ...termChanges, ...parties.changes };
  checkTerms(next);
  if (Object.keys(changes).length === 0) throw refuse('nothing-changes', 'The contract says so already.');
  const rows = await listDeadlines(tx, { dealId });
  // A date that a person set stays where it is; only its rule's answer moves.
  const context = await fileContext(tx, { dealId, contractId: contract.id, at: await businessNow(tx) });
  const moved = movedClocks(terms, next, await factsOfContract(tx, { dealId }), context).map((clock) => ({ ...clock, ...standing(rows, clock) }));
  const moving = moved.filter(({ held }) => !held);
  const tasks = await openTasksOf(tx, { dealId });
  const ripple = {
    deadlines: moved,
    watchers: moving.flatMap(({ clock }) =>
      rows.filter((row) => row.clock === clock).map(({ workflowId }) => ({ workflowId, effect: 'looks again and sleeps to its new dates' })),
    ),
    messages: [
      ...parties.messages,
      ...(await draftsAbout(tx, { dealId, clocks: moving.map(({ clock }) => clock) })).map(({ id, template, clock }) => ({
        messageId: id,
        template,
        clock,
      })),
    ],
    envelopes: parties.envelopes,
    tasks: tasks
      .filter(({ key }) => rows.some((row) => moving.some(({ clock }) => clock === row.clock) && key.startsWith(`deadline/${row.id}/`)))
      .map(({ id, title, dueAt }) => ({ taskId: id, title, dueAt: dueAt.toISOString() })),
    people: [...peopleToTell(moving, termChanges), ...parties.people],
    documents: await documentsAfter(tx, dealId, next),
  };
  if (!changing) return { dryRun: true, amendmentNo: null, changes, ...ripple };
  const amendment = await amendContract(changing, { deal, contract, next, changes, ripple, reason, by });
  await changeParties(changing, { dealId, dealNo: deal.dealNo, change: change.parties });
  await recomputeDeadlines(changing, { dealId, cause: { kind: 'amendment', id: amendment.id } });
  return { dryRun: false, amendmentNo: amendment.amendmentNo, changes, ...ripple };
}

function standing(rows: Awaited<ReturnType<typeof listDeadlines>>, { clock }: MovedClock): { status: string | null; held: boolean } {
  const row = rows.find((entry) => entry.clock === clock);
  return { status: row?.status ?? null, held: row?.byHand !== null && row?.byHand !== undefined };
}

/** What the law asks for by the contract as amended, and does not now; or no longer. */
async function documentsAfter(tx: Tx, dealId: string, { effectiveOn, dates }: ContractTerms): Promise<Record<string, unknown>[]> {
  const { facts, on, checklist } = await dealLaw(tx, { dealId, at: await businessNow(tx) });
  const closing = statedClosing(dates);
  const amendedFacts = {
    ...{ ...facts, contractDate: effectiveOn },
    ...(typeof closing === 'string' ? { closingDate: closing } : {}),
    ...(typeof dates.financed === 'boolean' ? { financed: dates.financed } : {}),
  };
  return compareChecklists(checklist, requiredDocuments(amendedFacts, on)).map(({ id, change, because }) => ({ document: id, change, because }));
}

function peopleToTell(moved: readonly MovedClock[], changes: Record<string, unknown>): { role: string; why: string }[] {
  const told = new Map<string, string>();
  for (const { actor, title, next } of moved) told.set(actor, [told.get(actor), `${title} → ${next?.date ?? 'no date yet'}`].filter(Boolean).join('; '));
  if ('priceCents' in changes)
    for (const role of ['buyer', 'seller', 'lender', 'title']) told.set(role, [told.get(role), 'the price changes'].filter(Boolean).join('; '));
  return [...told].map(([role, why]) => ({ role, why }));
}
