import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { deals, parties, partyMessages, sends } from '../schema/index.ts';

type Row = typeof partyMessages.$inferSelect;
export type PartyMessage = Row & Around;
type Around = { dealNo: number; role: string; contactId: string; sendStatus: string | null; sendId: string | null; sentTo: string | null };
export type About = { clock?: string; document?: string };

const withParty = (tx: Tx) =>
  tx
    .select({
      message: partyMessages,
      dealNo: deals.dealNo,
      role: parties.role,
      contactId: parties.contactId,
      sendStatus: sends.status,
      sendId: sends.id,
      sentTo: sends.address,
    })
    .from(partyMessages)
    .innerJoin(deals, and(eq(deals.brokerageId, partyMessages.brokerageId), eq(deals.id, partyMessages.dealId)))
    .innerJoin(parties, and(eq(parties.brokerageId, partyMessages.brokerageId), eq(parties.id, partyMessages.partyId)))
    .leftJoin(sends, and(eq(sends.brokerageId, partyMessages.brokerageId), eq(sends.key, partyMessages.workflowId)))
    .$dynamic();
type Joined = { message: Row } & Around;
const flat = ({ message, ...rest }: Joined): PartyMessage => ({ ...message, ...rest });

/** Newest first. */
export async function listPartyMessages(
  tx: Tx,
  { dealId, status, before, limit }: { dealId: string; status?: string | undefined; before?: number | undefined; limit: number },
): Promise<PartyMessage[]> {
  const rows = await withParty(tx)
    .where(
      and(
        eq(partyMessages.brokerageId, tx.brokerageId),
        eq(partyMessages.dealId, dealId),
        status ? eq(partyMessages.status, status) : undefined,
        before === undefined ? undefined : sql`${partyMessages.messageNo} < ${before}`,
      ),
    )
    .orderBy(desc(partyMessages.messageNo))
    .limit(limit);
  return rows.map(flat);
}

export async function findPartyMessage(tx: Tx, { messageId }: { messageId: string }): Promise<PartyMessage | undefined> {
  const [row] = await withParty(tx).where(and(eq(partyMessages.brokerageId, tx.brokerageId), eq(partyMessages.id, messageId)));
  return row && flat(row);
}
