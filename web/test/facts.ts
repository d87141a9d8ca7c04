import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Db } from '../../db/client.ts';
import { changeSubject } from '../../db/events.ts';
import { projectDeal } from '../../db/queries/closing.ts';
import { finishTask, handOverTask, openTask, snoozeTask } from '../../db/queries/tasks.ts';
import { inTenant } from '../../db/tenant.ts';

/** Figures from 0 to below 1, the same for a seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Deals = readonly { dealId: string; dealNo: number }[];
/** `text` is what the screen says from then on, where a fact adds something to it. */
export type Happened = { screen: 'needs-me' | 'deals'; text: string | null };

const stages = ['open', 'approval', 'following-up', 'accepted', 'under-contract'] as const;
const due = new Date('2026-01-02T15:00:00Z');

/** Facts one after the other, each of which the two lists show: tasks come, go, change hands and are put off, deals move and wait for something else. */
export function facts(db: Db, brokerageId: string, deals: Deals, random: () => number): { next(kind?: 'open' | 'wait'): Promise<Happened> } {
  const open: string[] = [];
  let count = 0;
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  return {
    async next(kind) {
      const n = ++count;
      const { dealId } = pick(deals);
      const what = kind ?? pick(open.length < 5 ? (['open', 'move'] as const) : open.length > 30 ? (['done'] as const) : everything);
      return changeSubject(
        db,
        { brokerageId, subject: { kind: 'deal', id: dealId }, actor: { kind: 'system', id: 'test' }, source: 'test' },
        async (change): Promise<Happened> => {
          const some = Math.floor(random() * open.length);
          const taskId = open[some]!;
          if (what === 'open') {
            const task = { kind: 'call-seller' as const, key: randomUUID(), title: `Call number ${n}`, reason: 'They asked', role: 'coordinator', dueAt: due };
            open.push((await openTask(change, { ...task, subject: { kind: 'deal', id: dealId }, dealId }))!);
            return { screen: 'needs-me', text: task.title };
          }
          if (what === 'done' || what === 'snooze') open.splice(some, 1);
          if (what === 'done') await finishTask(change, { taskId, outcome: 'called', by: 'test' });
          if (what === 'snooze') await snoozeTask(change, { taskId, until: new Date(change.now.getTime() + 7 * 86_400_000), reason: 'later' });
          if (what === 'hand-over') await handOverTask(change, { taskId, role: pick(['agent', 'broker', 'coordinator', 'marketer']), reason: 'theirs' });
          const waitingFor = `paper number ${n}`;
          if (what === 'move') await projectDeal(change, { dealId, stage: pick(stages), waitingFor, dueAt: null, reason: null });
          if (what === 'wait') {
            const { stage } = (await change.tx.query.deals.findMany()).find(({ id }) => id === dealId)!;
            await projectDeal(change, { dealId, stage: stage as (typeof stages)[number], waitingFor, dueAt: null, reason: null });
          }
          return { screen: 'deals', text: what === 'move' || what === 'wait' ? waitingFor : null };
        },
      );
    },
  };
}
const everything = ['open', 'open', 'done', 'snooze', 'hand-over', 'move', 'wait'] as const;

/** What the two lists should say, by the rows themselves. */
export const inDatabase = (db: Db, brokerageId: string): Promise<{ needsMe: string[]; deals: string[] }> =>
  inTenant(db, brokerageId, async (tx) => {
    const [tasks, deals, people] = [await tx.query.tasks.findMany(), await tx.query.deals.findMany(), await tx.query.people.findMany()];
    const open = tasks.filter(({ status }) => status === 'open');
    const owner = (id: string | null) => people.find((person) => person.id === id)?.name;
    const no = (id: string | null) => deals.find((deal) => deal.id === id)?.dealNo;
    const seen = open.filter(({ snoozedUntil }) => snoozedUntil === null);
    return {
      needsMe: seen.map((task) => `${task.title} | ${no(task.dealId)} | ${task.ownerId ? owner(task.ownerId) : 'nobody'}, ${task.role}`).sort(),
      deals: deals
        .map((deal) => `${deal.dealNo} | ${deal.stage.replaceAll('-', ' ')} | ${open.filter(({ dealId }) => dealId === deal.id).length} | ${deal.waitingFor}`)
        .sort(),
    };
  });

/** What a page shows of one of the lists, in the same words. */
export async function onScreen(page: Page, screen: Happened['screen']): Promise<string[]> {
  const rows: string[] = await page.evaluate(
    screen === 'needs-me'
      ? `[...document.querySelectorAll('[data-row]')].map((row) => {
          const who = [...row.querySelectorAll('span')].map((span) => span.textContent).find((text) => /, [a-z]+$|taken by nobody$/.test(text)) ?? '';
          const taken = /^([a-z]+), taken by nobody$/.exec(who);
          return [row.getAttribute('aria-label'), /\\((\\d+)\\)/.exec([...row.querySelectorAll('a')].at(-1)?.textContent ?? '')?.[1], taken ? 'nobody, ' + taken[1] : who].join(' | ');
        })`
      : `[...document.querySelectorAll('tr[data-row]')].map((row) => {
          const heads = [...document.querySelectorAll('thead th')].map((head) => head.textContent);
          const cell = (name) => row.children[heads.indexOf(name)];
          return [row.dataset.row, cell('Stage').firstChild.textContent, /^\\d+/.exec(cell('Open').textContent)?.[0] ?? '0', cell('Waiting on').querySelector('.two-lines')?.textContent ?? 'null'].join(' | ');
        })`,
  );
  return rows.sort();
}
