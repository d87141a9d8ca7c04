import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { LetterParties } from '../../domain/offers/letter.ts';
import type { Tx } from '../client.ts';
import { brokerages, contacts, files, offers, people } from '../schema/index.ts';

/** The people of a letter, by the ids that were pinned; read inside the activity only. */
export async function letterParties(tx: Tx, { sellerIds, signerId }: { sellerIds: string[]; signerId: string | null }): Promise<LetterParties> {
  const mine = tx.brokerageId;
  const [brokerage] = await tx
    .select({ name: brokerages.name, address: brokerages.postalAddress, phone: brokerages.phone })
    .from(brokerages)
    .where(eq(brokerages.id, mine));
  const [signer] = signerId
    ? await tx
        .select({ name: people.name, email: people.email, role: people.role })
        .from(people)
        .where(and(eq(people.brokerageId, mine), eq(people.id, signerId)))
    : [];
  const rows =
    sellerIds.length === 0
      ? []
      : await tx
          .select()
          .from(contacts)
          .where(and(eq(contacts.brokerageId, mine), inArray(contacts.id, sellerIds)));
  const sellers = sellerIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const first = sellers.find(({ mailingLine }) => mailingLine !== null);
  return {
    buyer: brokerage!,
    signer: signer ?? null,
    sellers: sellers.map(({ displayName }) => ({ name: displayName })),
    mailing: first ? { line: first.mailingLine, unit: first.mailingUnit, city: first.mailingCity, state: first.mailingState, zip: first.mailingZip } : null,
  };
}

/** A stored PDF of the very same letter. */
export async function sameLetter(tx: Tx, { letterHash }: { letterHash: string }): Promise<string | null> {
  const [row] = await tx
    .select({ pdfSha256: offers.pdfSha256 })
    .from(offers)
    .where(and(eq(offers.brokerageId, tx.brokerageId), eq(offers.letterHash, letterHash), isNotNull(offers.pdfSha256)))
    .limit(1);
  return row?.pdfSha256 ?? null;
}

/** Names a stored file; its bytes are there already. */
export async function recordFile(tx: Tx, { sha256, bytes, mime, name }: { sha256: string; bytes: number; mime: string; name: string }): Promise<void> {
  await tx.insert(files).values({ brokerageId: tx.brokerageId, sha256, bytes, mime, name }).onConflictDoNothing();
}
