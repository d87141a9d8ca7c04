import { readBoard } from '../db/queries/board.ts';
import { inTenant } from '../db/tenant.ts';
import { boardRows, sortBoard } from '../domain/closing/board.ts';
import { benchBrokerage, benchDatabase } from './database.ts';

/** The board of so many files, each with twenty deadlines, ten tasks, fifteen checklist items and four messages: median and worst of the rounds. */
export async function benchBoard({ deals = 2000, rounds = 20, say }: { deals?: number; rounds?: number; say: (line: string) => void }) {
  const database = await benchDatabase();
  try {
    const brokerageId = await benchBrokerage(database.app);
    for (const statement of files(brokerageId, deals)) await database.admin.unsafe(statement);
    await database.admin.unsafe('analyze');
    const look = () =>
      inTenant(database.app, brokerageId, async (tx) => {
        const { files, now } = await readBoard(tx, {});
        return sortBoard(boardRows(files, now), 'health');
      });
    const rows = await look();
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) {
      const began = performance.now();
      await look();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const [median, worst] = [times[Math.floor(times.length / 2)]!, times.at(-1)!].map((ms) => Math.round(ms)) as [number, number];
    const states = Object.fromEntries(
      [...new Set(rows.map(({ health }) => health.state))].map((state) => [state, rows.filter(({ health }) => health.state === state).length]),
    );
    say(`${rows.length} files: median ${median} ms, worst ${worst} ms; ${JSON.stringify(states)}`);
    return { id: 'U4', value: median, target: 300, rounds, detail: { deals: rows.length, medianMs: median, worstMs: worst, states } };
  } finally {
    await database.stop();
  }
}

const files = (b: string, deals: number): string[] => [
  `insert into leads (brokerage_id, lead_no, property_key, line, city, state, zip, content_hash, as_of, created_at, updated_at, owner_ids)
    select '${b}', n, 'k' || n, n || ' Main St', 'Austin', 'TX', '78701', 'h', '2026-01-01', now(), now(), array[md5(n::text)::uuid] from generate_series(1, ${deals}) n`,
  `insert into deals (brokerage_id, deal_no, workflow_id, lead_id, side, stage, opened_by, opened_at, waiting_for, waiting_since)
    select brokerage_id, lead_no, 'deal/bench/' || lead_no, id, 'buyer', 'under-contract', 'person', now(), 'the seller', now() from leads where brokerage_id = '${b}'`,
  `insert into contracts (brokerage_id, deal_id, form, form_version, state, zone, effective_on, effective_time, price_cents, dates, recorded_at, recorded_by)
    select brokerage_id, id, 'tx-trec-resale', '20-18', 'TX', 'America/Chicago', '2026-01-01', '12:00', 1, jsonb_build_object('closingDate', (now() + deal_no % 60 * interval '1 day')::date), now(), 'bench'
    from deals where brokerage_id = '${b}'`,
  `insert into deadlines (brokerage_id, deal_id, contract_id, clock, title, actor, watched, status, date, due_at, answer, workflow_id, flagged_at, moved_at)
    select c.brokerage_id, c.deal_id, c.id, 'clock-' || n, 'Clock ' || n, 'buyer', true, case when n <= 8 then 'satisfied' when n = 9 and d.deal_no % 9 = 0 then 'breached' else 'pending' end,
      (now() + n * interval '1 day')::date, now() + n * interval '1 day', '{"problem":null,"working":[1,2,3]}', 'deadline/' || d.deal_no || '/' || n, case when n = 10 and d.deal_no % 4 = 0 then now() end, now()
    from contracts c join deals d on d.id = c.deal_id, generate_series(1, 20) n where c.brokerage_id = '${b}'`,
  `insert into tasks (brokerage_id, kind, key, subject_kind, subject_id, deal_id, title, reason, role, due_at, status, created_at)
    select brokerage_id, 'call-seller', id || '/' || n, 'deal', id, id, 'Call', 'bench', 'agent', now() + (n - 3) * interval '1 day', case when n < 6 then 'open' else 'done' end, now()
    from deals, generate_series(1, 10) n where brokerage_id = '${b}'`,
  `insert into checklist_items (brokerage_id, deal_id, document, jurisdiction, title, status, why, due, set_version, state, changed_at)
    select brokerage_id, id, 'DOC-' || n, 'tx', 'Document', 'required', '{}', '[{"relation":"by"}]', '1', case when n < 4 then 'missing' else 'complete' end, now()
    from deals, generate_series(1, 15) n where brokerage_id = '${b}'`,
  `insert into sends (brokerage_id, key, channel, lead_id, deal_id, contact_id, step, address, template_slug, template_version, status, claimed_at)
    select d.brokerage_id, d.id || '/' || n, 'email', d.lead_id, d.id, md5(d.deal_no::text)::uuid, 's', 'a@example.com', 't', 1, 'sent', now() - n * interval '1 day'
    from deals d, generate_series(1, 3) n where d.brokerage_id = '${b}'`,
  `insert into inbound_messages (brokerage_id, channel, from_address, contact_id, body, class, received_at)
    select brokerage_id, 'email', 'a@example.com', md5(deal_no::text)::uuid, 'x', 'reply', now() from deals where brokerage_id = '${b}'`,
];
