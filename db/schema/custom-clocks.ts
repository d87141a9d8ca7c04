import { boolean, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant, tenant } from './core.ts';

/** Clocks that people made for a contract: the rule. Where each stands is its row of `deadlines`. */
export const customClocks = pgTable(
  'custom_clocks',
  {
    brokerageId: tenant(),
    id: uuid('id').primaryKey().defaultRandom(),
    dealId: uuid('deal_id').notNull(),
    contractId: uuid('contract_id').notNull(),
    /** Its clock is `own-<number>`. */
    clockNo: integer('clock_no').notNull(),
    title: text('title').notNull(),
    actor: text('actor').notNull(),
    evidence: text('evidence'),
    watched: boolean('watched').notNull(),
    localTime: text('local_time').notNull(),
    /** { date } or { count, unit, direction, from, calendar } */
    rule: jsonb('rule').notNull(),
    reason: text('reason').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (t) => [unique('custom_clocks_no').on(t.brokerageId, t.contractId, t.clockNo)],
);
