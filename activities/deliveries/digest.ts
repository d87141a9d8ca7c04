import { eq } from 'drizzle-orm';
import type { Change } from '../../db/events.ts';
import { readBoard } from '../../db/queries/board.ts';
import type { Delivery } from '../../db/queries/deliveries.ts';
import { listNeedsMe } from '../../db/queries/needs-me.ts';
import { findSender, sendingStopped } from '../../db/queries/outreach-facts.ts';
import { type Person, readPerson } from '../../db/queries/people.ts';
import { claimSend } from '../../db/queries/sends.ts';
import { brokerages } from '../../db/schema/index.ts';
import { boardRows } from '../../domain/closing/board.ts';
import { digestWords } from '../../domain/closing/digest.ts';
import { messageIdOf } from '../../domain/outreach/message-id.ts';
import { localDate } from '../../domain/time/zoned.ts';
import type { Deps } from '../deps.ts';
import { type Attempt, end, type OfDelivery, refuse } from './context.ts';
import { type Decision, held, sendThroughLedger } from './ledger.ts';
import { callNotice, type NoticeClaim } from './notice.ts';

/** Writes to a person what needs them today, at most once, through the same ledger as everything that goes out. */
export const sendDigest = (deps: Deps, args: OfDelivery): Promise<Attempt> =>
  sendThroughLedger<NoticeClaim>(deps, args, {
    decide: (change, row) => decide(deps, change, row),
    call: (claimed) => callNotice(deps, claimed),
    refused: async (_change, _send, { code, message }) => `${message} (${code}): the person's address takes nothing`,
  });

async function decide({ publicUrl }: Deps, change: Change, row: Delivery): Promise<Decision<NoticeClaim>> {
  const { tx, now } = change;
  const answered = (answer: Attempt): Decision<NoticeClaim> => ({ kind: 'answer', answer });
  const skipped = async (why: string): Promise<Decision<NoticeClaim>> => answered(await end(change, row, 'skipped', why));
  const { day } = row.about as { day: string };
  const [brokerage] = await tx.select({ name: brokerages.name, zone: brokerages.zone }).from(brokerages).where(eq(brokerages.id, tx.brokerageId));
  const person = await readPerson(tx, { personId: row.personId! });
  if (!person?.digest || person.disabledAt) return skipped('it is not wanted any more');
  // Held by a stop or an outage, it would tell tomorrow what was urgent today.
  if (localDate(now, brokerage!.zone) !== day) return skipped('its day is over');
  if (await sendingStopped(tx, {})) return held(change, row);
  const words = digestWords({ ...(await factsFor(change, person)), day, publicUrl });
  if (!words) return skipped('nothing needs them today');
  const sender = await findSender(tx, { provider: 'email' });
  if (!sender) return answered(await refuse(change, row, 'no mailbox is configured'));
  const send = await claimSend(tx, {
    send: {
      ...{ key: row.workflowId, channel: 'email', personId: person.id, step: 'daily-digest', address: person.email, claimedAt: now },
      ...{ templateSlug: 'daily-digest', templateVersion: 1, ...words, providerId: messageIdOf(row.workflowId, sender.address) },
    },
  });
  return { kind: 'claimed', claimed: { send: send!, from: sender.address, fromName: brokerage!.name } };
}

/** Theirs, and what is their role's and nobody's yet; the files that close soon or are not well. */
async function factsFor({ tx, now }: Change, { id, name, role }: Person) {
  const lines = await listNeedsMe(tx, { anyOf: { ownerId: id, role }, limit: 500 });
  const { files } = await readBoard(tx, { open: true });
  return { person: name, lines, files: boardRows(files, now) };
}
