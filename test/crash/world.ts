import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { sql } from 'drizzle-orm';
import { type Activities, createActivities, type Deps } from '../../activities/index.ts';
import { changeSubject } from '../../db/events.ts';
import { findDeal, openDeal } from '../../db/queries/closing.ts';
import { recordConsent } from '../../db/queries/consent.ts';
import { recordContract } from '../../db/queries/contracts.ts';
import { recomputeDeadlines } from '../../db/queries/deadlines.compute.ts';
import { enrolLead } from '../../db/queries/outreach.ts';
import { addParty } from '../../db/queries/parties.ts';
import { draftPartyMessages } from '../../db/queries/party-drafts.ts';
import { releaseMessage } from '../../db/queries/party-messages.ts';
import { listPartyMessages } from '../../db/queries/party-messages.view.ts';
import { contactPoints, contacts, leads } from '../../db/schema/index.ts';
import { inTenant } from '../../db/tenant.ts';
import { defaultSequence } from '../../domain/outreach/default-sequence.ts';
import { makeBrokerage } from '../../workers/up/brokerage.ts';
import * as sample from '../../workers/up/sample/brokerage.ts';

/** One brokerage of its own with one lead that can be written to and called, and a deal on it. */
export type World = { brokerageId: string; slug: string; leadId: string; contactId: string; dealId: string; phone: string; email: string; info: object };

// A Tuesday, eleven in the morning where everybody of this world lives.
export const now = new Date('2026-12-01T17:00:00Z');
const actor = { kind: 'system', id: 'crash-test' } as const;

export async function makeWorld({ db }: Deps): Promise<World> {
  const [brokerageId, leadId, contactId, dealId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
  const slug = `w-${brokerageId.slice(0, 8)}`;
  const [phone, email] = [`+1615555${String(100 + Math.floor(Math.random() * 99)).padStart(4, '0')}`, `${brokerageId}+silent@example.com`];
  await makeBrokerage(db, brokerageId, `kt_${randomUUID()}`, { ...sample, brokerage: { ...sample.brokerage, slug }, keyName: 'crash', by: 'crash-test' });
  await inTenant(db, brokerageId, async (tx) => {
    await tx.insert(contacts).values({
      brokerageId,
      id: contactId,
      kind: 'person',
      firstName: 'Ann',
      lastName: 'Walker',
      displayName: 'Ann Walker',
      mailingLine: '12 OAK ST',
      mailingCity: 'NASHVILLE',
      mailingState: 'TN',
      mailingZip: '37206',
      createdAt: now,
    });
    await tx.insert(contactPoints).values([
      { brokerageId, contactId, kind: 'phone', value: phone, lineType: 'mobile', source: 'list', createdAt: now },
      { brokerageId, contactId, kind: 'email', value: email, source: 'list', createdAt: now },
    ]);
    await tx.insert(leads).values({
      ...{
        brokerageId,
        id: leadId,
        leadNo: 1,
        propertyKey: leadId,
        contentHash: leadId,
        asOf: '2026-11-01',
        createdAt: now,
        updatedAt: now,
        status: 'qualified',
        ownerIds: [contactId],
      },
      ...{
        line: '1208 FAIRWIN AVE',
        city: 'NASHVILLE',
        state: 'TN',
        zip: '37216',
        county: 'DAVIDSON',
        parcelNumber: '072 13 0 123.00',
        propertyType: 'single-family',
      },
      ...{ valueCents: 25_000_000, repairsCents: 4_000_000, liensCents: 9_000_000, livingSqft: 1500 },
    });
  });
  await change({ db }, brokerageId, { kind: 'contact', id: contactId }, (c) =>
    recordConsent(c, { contactId, channel: 'sms', address: phone, form: 'written', evidence: 'web form' }),
  );
  await change({ db }, brokerageId, { kind: 'deal', id: dealId }, (c) => openDeal(c, { dealId, leadId, side: 'wholesale', openedBy: 'rule', wishes: {} }));
  const info = {
    workflowExecution: { workflowId: `deal/${slug}/1`, runId: randomUUID() },
    currentAttemptScheduledTimestampMs: now.getTime(),
    scheduledTimestampMs: now.getTime(),
  };
  return { brokerageId, slug, leadId, contactId, dealId, phone, email, info };
}

export const change = <T>(
  { db }: Pick<Deps, 'db'>,
  brokerageId: string,
  subject: { kind: 'deal' | 'lead' | 'contact' | 'import' | 'brokerage'; id: string },
  fn: Parameters<typeof changeSubject<T>>[2],
): Promise<T> => changeSubject(db, { brokerageId, subject, actor, source: 'test', at: now }, fn);

/** Runs an activity to its end in this process, as the attempt after a crash would. */
export function runActivity<K extends keyof Activities>(
  deps: Deps,
  world: World,
  name: K,
  input: Parameters<Activities[K]>[0],
): Promise<Awaited<ReturnType<Activities[K]>>> {
  const activity = createActivities(deps)[name] as (input: unknown) => Promise<never>;
  return new MockActivityEnvironment(world.info).run(activity, input) as never;
}

export async function requestedOffer(deps: Deps, world: World): Promise<string> {
  const answer = await runActivity(deps, world, 'requestOffer', { brokerageId: world.brokerageId, dealId: world.dealId, requestKey: 'standard' });
  if (answer.kind !== 'requested') throw new Error(`no offer: ${answer.reason}`);
  return answer.offerId;
}

export async function draftedOffer(deps: Deps, world: World): Promise<string> {
  const offerId = await requestedOffer(deps, world);
  await runActivity(deps, world, 'renderOffer', { brokerageId: world.brokerageId, offerId });
  return offerId;
}

export async function sentOffer(deps: Deps, world: World): Promise<string> {
  const offerId = await draftedOffer(deps, world);
  await runActivity(deps, world, 'sendOffer', { brokerageId: world.brokerageId, dealId: world.dealId, offerId });
  return offerId;
}

/** The deal under a contract whose first deadline is over; answers that deadline. */
export const underContract = (deps: Deps, world: World): Promise<string> =>
  change(deps, world.brokerageId, { kind: 'deal', id: world.dealId }, async (c) => {
    await recordContract(c, {
      ...{ dealId: world.dealId, form: 'tx-trec-resale', formVersion: '20-18', state: 'TX', zone: 'America/Chicago', priceCents: 20_000_000, by: 'person' },
      ...{ effectiveOn: '2026-11-20', effectiveTime: '12:00', periods: { optionDays: 10 }, dates: { closingDate: '2026-12-30' } },
    });
    const rows = await recomputeDeadlines(c, { dealId: world.dealId, cause: { kind: 'rule', id: 'contract' } });
    return rows.find(({ clock }) => clock === 'earnest-money')!.id;
  });

/** A message to the seller that a person has released. */
export const releasedMessage = (deps: Deps, world: World): Promise<{ brokerageId: string; messageId: string }> =>
  change(deps, world.brokerageId, { kind: 'deal', id: world.dealId }, async (c) => {
    const deal = (await findDeal(c.tx, { dealId: world.dealId }))!;
    await addParty(c, { dealId: deal.id, dealNo: deal.dealNo, role: 'seller', contactId: world.contactId });
    const about = { deal, template: 'document-accepted', cause: 'crash-test', roles: ['seller'], about: {} } as const;
    await draftPartyMessages(c, { ...about, variables: { document: { title: 'the survey' } } });
    const [message] = await listPartyMessages(c.tx, { dealId: deal.id, limit: 1 });
    await releaseMessage(c, { messageId: message!.id, by: 'person' });
    return { brokerageId: world.brokerageId, messageId: message!.id };
  });

/** The enrolment of the world's lead in the shipped sequence, at a step. */
export async function enrolled(deps: Deps, world: World): Promise<{ brokerageId: string; enrolmentId: string }> {
  const { enrolmentId } = await change(deps, world.brokerageId, { kind: 'lead', id: world.leadId }, (c) =>
    enrolLead(c, { leadId: world.leadId, sequence: defaultSequence.slug, dealId: world.dealId }),
  );
  return { brokerageId: world.brokerageId, enrolmentId };
}

/** How many rows a brokerage has in each table, and how its sends and offers stand: equal for equal histories. */
export async function tally({ db }: Deps, { brokerageId }: World): Promise<Record<string, unknown>> {
  return inTenant(db, brokerageId, async (tx) => {
    const tables = await tx.execute<{
      name: string;
    }>(sql`select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.column_name = 'brokerage_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`);
    const counts: Record<string, unknown> = {};
    for (const { name } of tables) {
      const [row] = await tx.execute<{ rows: number }>(sql`select count(*)::int as rows from ${sql.identifier(name)}`);
      if (row!.rows > 0) counts[name] = row!.rows;
    }
    for (const name of ['sends', 'offers', 'deals', 'enrolments', 'imports', 'tasks', 'leads', 'enrichments', 'party_messages', 'envelopes'] as const) {
      const column = name === 'deals' ? 'stage' : 'status';
      const rows = await tx.execute<{ state: string; n: number }>(
        sql`select ${sql.identifier(column)} as state, count(*)::int as n from ${sql.identifier(name)} group by 1 order by 1`,
      );
      counts[`${name} by ${column}`] = Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    }
    const types = await tx.execute<{ type: string; n: number }>(sql`select type, count(*)::int as n from events group by 1 order by 1`);
    counts['events by type'] = Object.fromEntries(types.map(({ type, n }) => [type, n]));
    return counts;
  });
}
