import { listChecklist } from '../../db/queries/checklist.ts';
import { dealSettings, findDeal } from '../../db/queries/closing.ts';
import { lastContract } from '../../db/queries/contracts.ts';
import { closeTasks, findOpenTask, openTask, rescheduleTask, restateTask, type Task } from '../../db/queries/tasks.ts';
import { collectBy } from '../../domain/compliance/checklists/collect-by.ts';
import { isCollected } from '../../domain/compliance/checklists/items.ts';
import type { Due } from '../../domain/compliance/checklists/row.ts';
import { localDate } from '../../domain/time/zoned.ts';
import { type Consumer, writes } from './types.ts';

const dayMs = 86_400_000;
type Asking = Parameters<typeof openTask>[0];

/** One task per deal while required documents are missing, which says how many and by when; its due date follows theirs, and it closes when none is missing. */
const collectDocuments = writes({
  name: 'collect-documents',
  on: ['Checklist.Changed', 'Checklist.ItemMoved', 'Checklist.Overridden', 'Deal.Closed', 'Deal.Reopened'],
  async write(change, { eventId, payload: { dealId, dealNo } }) {
    const missing = (await openItems(change, dealId)).filter(
      ({ status, state, overridden, due }) =>
        status === 'required' && state !== 'complete' && overridden === null && isCollected({ due: (due ?? []) as Due[] }),
    );
    const zone = (await lastContract(change.tx, { dealId }))?.zone ?? (await dealSettings(change.tx, {})).zone;
    await keepOne(change, eventId, {
      kind: 'collect-documents',
      ...{ dealId, title: `Collect the required documents of deal ${dealNo}` },
      say(open) {
        if (missing.length === 0) return null;
        const { dueAt, next } = collectBy(
          missing.map(({ dueOn }) => dueOn),
          { now: change.now, askedAt: open?.createdAt ?? change.now, zone },
        );
        const moved = open && next && open.dueAt.getTime() !== dueAt.getTime() ? `, not on ${localDate(open.dueAt, zone)} any more` : '';
        const when = next ? `. The next is due on ${next}${moved}` : '';
        const count = missing.length === 1 ? '1 required document is' : `${missing.length} required documents are`;
        return { reason: `${count} not complete: ${few(missing)}${when}`, dueAt };
      },
    });
  },
});

/** Where the law cannot say whether a document is due, somebody is asked for the facts. */
const lawQuestions = writes({
  name: 'law-questions',
  on: ['Checklist.Changed', 'Deal.Closed', 'Deal.Reopened'],
  async write(change, { eventId, payload: { dealId, dealNo } }) {
    const undecided = (await openItems(change, dealId)).filter(({ status }) => status === 'undecided');
    await keepOne(change, eventId, {
      kind: 'answer-law-questions',
      ...{ dealId, title: `Answer what the checklist of deal ${dealNo} asks` },
      say: (open) =>
        undecided.length === 0
          ? null
          : {
              reason: `Facts are missing to decide about ${few(undecided)}; the checklist lists the questions`,
              dueAt: open?.dueAt ?? new Date(change.now.getTime() + 2 * dayMs),
            },
    });
  },
});

/** The items of a deal that is open; of one that has ended, nothing is left to do. */
const openItems = async ({ tx }: Asking, dealId: string) => {
  const deal = await findDeal(tx, { dealId });
  return deal && !deal.closedAt ? listChecklist(tx, { dealId }) : [];
};

/** By their titles, which hold commas of their own. */
const few = (items: { title: string }[]): string => {
  const shown = items.slice(0, 5).map(({ title }) => title);
  return `${shown.join('; ')}${items.length > shown.length ? '; …' : ''}`;
};

type Kept = {
  kind: 'collect-documents' | 'answer-law-questions';
  dealId: string;
  title: string;
  /** What it says now, seen from the task that is open; null where nothing is left to do. */
  say: (open: Task | null) => { reason: string; dueAt: Date } | null;
};

/** Keeps one open task of a kind per deal while there is a reason for it, with the reason and the due date of now. */
async function keepOne(change: Asking, cause: string, { kind, dealId, title, say }: Kept): Promise<void> {
  const keyPrefix = `${kind}/${dealId}/`;
  const open = await findOpenTask(change.tx, { keyPrefix });
  const said = say(open);
  if (!said) return void (await closeTasks(change, { keyPrefix, outcome: 'nothing is left to do', by: 'rule' }));
  const { reason, dueAt } = said;
  if (open) {
    await rescheduleTask(change, { task: open, dueAt });
    return void (await restateTask(change.tx, { keyPrefix, reason }));
  }
  const subject = { kind: 'deal', id: dealId } as const;
  await openTask(change, { kind, key: `${keyPrefix}${cause}`, subject, dealId, title, reason, role: 'coordinator', dueAt });
}

export const collectConsumers: Consumer[] = [collectDocuments, lawQuestions];
