import { and, asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { type Change, changeSubject } from '../../db/events.ts';
import { listChecklist } from '../../db/queries/checklist.ts';
import { recordContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { stateFacts } from '../../db/queries/deal-law.ts';
import { addDocument, type Document, matchToChecklist, reviewDocument } from '../../db/queries/documents.ts';
import { closingGate } from '../../db/queries/file-gate.ts';
import { events, tasks } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { plainDeal } from '../../domain/compliance/checklists/facts.fixture.ts';
import type { TestDatabase } from '../../test/database.ts';
import type { SeededDeal } from '../../test/seed-deal.ts';
import { drain } from '../relay/relay.ts';
import { closingConsumers } from './closing.ts';
import { stateComplianceConsumers } from './compliance.state.ts';
import { documentConsumers } from './documents.ts';
import { partyMessageConsumers } from './party-messages.ts';
import type { Consumer, RunAction } from './types.ts';

const all = [...closingConsumers, ...stateComplianceConsumers, ...documentConsumers, ...partyMessageConsumers];
/** The consumers of a file without some of them. */
export const without = (...names: string[]): Consumer[] => all.filter(({ name }) => !names.includes(name));

const { contractDate: _, closingDate: __, side: ___, propertyState: ____, yearBuilt: _____, isWholesale: ______, ...known } = plainDeal;
let files = 0;

/** What happens to the documents of one deal, and what its file says then. `of` names the deal of the test that runs. */
export function actsOnFile(of: () => { database: TestDatabase; brokerageId: string; deal: SeededDeal; told: RunAction[] }) {
  const change = <T>(fn: (change: Change) => Promise<T>): Promise<T> => {
    const { database, brokerageId, deal } = of();
    return changeSubject(database.app, { brokerageId, subject: { kind: 'deal', id: deal.dealId }, actor: { kind: 'person', id: 'test' }, source: 'test' }, fn);
  };
  const read = <T>(fn: Parameters<typeof inTenant<T>>[2]): Promise<T> => inTenant(of().database.app, of().brokerageId, fn);
  return {
    change,
    read,
    run: (consumers: Consumer[] = all): Promise<void> =>
      drain({
        app: of().database.app,
        relay: of().database.relay.sql,
        consumers,
        retryDelaysMs: [],
        perform: async (action) => void of().told.push(action),
        log: (line) => expect.unreachable(JSON.stringify(line)),
      }),
    gate: () => read((tx) => closingGate(tx, { dealId: of().deal.dealId })),
    item: async (document: string) => (await read((tx) => listChecklist(tx, { dealId: of().deal.dealId }))).find((one) => one.document === document),
    openTasks: (kind: string) =>
      read((tx) =>
        tx
          .select()
          .from(tasks)
          .where(and(eq(tasks.kind, kind), eq(tasks.status, 'open'), eq(tasks.dealId, of().deal.dealId))),
      ),
    eventsOf: (type: string) =>
      read((tx) =>
        tx
          .select()
          .from(events)
          .where(and(eq(events.type, type), eq(events.subjectId, of().deal.dealId)))
          .orderBy(asc(events.seq)),
      ),
    stateAll: (more = {}) => change((c) => stateFacts(c, { dealId: of().deal.dealId, facts: { ...known, ...more } })),
    underContract: () =>
      change(async (c) => {
        const { dealId } = of().deal;
        await recordContract(c, {
          ...{ dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'test' },
          ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: { optionDays: 10 }, dates: { closingDate: '2027-12-30' } },
        });
        return recomputeDeadlines(c, { dealId, cause: { kind: 'rule', id: 'contract' } });
      }),
    upload: (documentNo?: number): Promise<Document> =>
      change(async (c) => {
        const file = { sha256: String(++files).padStart(64, '0'), bytes: 10, mime: 'application/pdf', name: 'disclosure.pdf' };
        return (await addDocument(c, { dealId: of().deal.dealId, documentNo, file, proposals: [], by: 'test' })).document;
      }),
    match: ({ id }: Document, kind: string | null) => change((c) => matchToChecklist(c, { documentId: id, kind, formVersion: null })),
    review: ({ id, version }: Document, decision: 'accept' | 'reject') =>
      change((c) => reviewDocument(c, { documentId: id, decision, version, reason: decision === 'reject' ? 'missing-pages' : null, note: null, by: 'test' })),
  };
}
