import type { Tx } from '../db/client.ts';
import type { Change } from '../db/events.ts';
import { type FellingParty, waitingFor } from '../db/queries/parties.ripple.ts';
import { addParty, findContact, leaveDeal, listParties, type Party } from '../db/queries/parties.ts';
import { givenParty, type PartyWish } from '../domain/closing/parties.ts';
import { DomainError } from '../domain/errors.ts';

export type PartyChange = { add: PartyWish[]; leave: string[] };
export type PartyRipple = FellingParty & { people: { role: string; why: string }[]; changes: Record<string, { prior: unknown; next: unknown }> };
const nothing: PartyRipple = { messages: [], envelopes: [], people: [], changes: {} };

/** What an amendment of the parties touches: their drafts and signatures that wait, and whom to tell. Names stay in the rows. */
export async function partyRipple(tx: Tx, { dealId, change }: { dealId: string; change: PartyChange | undefined }): Promise<PartyRipple> {
  if (!change) return nothing;
  const present = await listParties(tx, { dealId });
  const leaving = change.leave.map((id) => ofDeal(present, id));
  for (const { contactId } of change.add)
    if (contactId && !(await findContact(tx, { contactId })))
      throw new DomainError('no-such-contact', `There is no contact ${contactId}.`, { nextStep: 'Give name and address of the party instead.' });
  const coming = change.add.filter(
    (wish) => !present.some(({ id, role, contactId }) => role === wish.role && contactId === wish.contactId && !change.leave.includes(id)),
  );
  const changes = {
    ...Object.fromEntries(leaving.map(({ id, role }) => [`parties.${id}`, { prior: role, next: null }])),
    ...Object.fromEntries(coming.map(({ role }, at) => [`parties.new.${at + 1}`, { prior: null, next: role }])),
  };
  const why = [
    ...leaving.map(({ role }) => `a ${spoken(role)} takes part no more`),
    ...coming.map(({ role }) => `a ${spoken(role)} takes part from now on`),
  ].join('; ');
  const staying = present.filter(({ id }) => !change.leave.includes(id)).map(({ role }) => role);
  const roles = why === '' ? [] : [...new Set([...staying, ...leaving.map(({ role }) => role), ...coming.map(({ role }) => role)])];
  return { ...(await waitingFor(tx, { dealId, partyIds: change.leave })), people: roles.map((role) => ({ role, why })), changes };
}

/** Does it, in the transaction of the amendment. */
export async function changeParties(
  changing: Change,
  { dealId, dealNo, change }: { dealId: string; dealNo: number; change: PartyChange | undefined },
): Promise<void> {
  for (const partyId of change?.leave ?? []) await leaveDeal(changing, { partyId });
  for (const wish of change?.add ?? []) await addParty(changing, { dealId, dealNo, ...givenParty(wish) });
}

function ofDeal(present: readonly Party[], partyId: string): Party {
  const party = present.find(({ id }) => id === partyId);
  if (party) return party;
  throw new DomainError('no-such-party', `No party ${partyId} takes part in the deal.`, { nextStep: 'List the parties of the deal and take the id of one.' });
}

const spoken = (role: string): string => role.replaceAll('-', ' ');
