import type { AddressFacts } from './addresses.ts';
import { zoneWords } from './zones.tables.ts';
import { type Evidence, type Whereabouts, whereaboutsOf } from './zones.ts';

type Place = { mailingState: string | null; mailingZip: string | null };
/** What is known of a recipient: their own contact, the property they own, and the brokerage that writes. */
export type Recipient = {
  contact: (Place & { statedZone: string | null }) | null;
  lead: Place & { ownerOccupied: boolean | null; state: string | null; zip: string | null };
  brokerage: { zone: string };
};

/** The evidence of where the person lives: their mailing address, or the property if they live in it. */
function evidenceOf({ lead, contact }: Recipient, phone: string | null): Evidence {
  const [state, zip] =
    contact?.mailingState || contact?.mailingZip
      ? [contact.mailingState, contact.mailingZip]
      : lead.mailingState || lead.mailingZip
        ? [lead.mailingState, lead.mailingZip]
        : lead.ownerOccupied
          ? [lead.state, lead.zip]
          : [null, null];
  return { state, zip, statedZone: contact?.statedZone ?? null, phone };
}

/** Where the recipient may be, by the phone that would be used; the brokerage's own zone for plans when nothing is known. */
export async function locate(recipient: Recipient, addresses: readonly AddressFacts[]): Promise<Whereabouts> {
  const phone = addresses.find(({ kind, wrong }) => kind === 'phone' && !wrong)?.value ?? null;
  const found = await whereaboutsOf(evidenceOf(recipient, phone));
  const { zone } = recipient.brokerage;
  return found.basis === 'nothing' ? { ...found, zone, place: zoneWords(zone) } : found;
}
