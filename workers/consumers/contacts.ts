import { announceSigner } from '../../db/queries/envelopes.signers.ts';
import { releaseHeldOf } from '../../db/queries/outreach.ts';
import { readdressMessages } from '../../db/queries/party-messages.contact.ts';
import { type Consumer, writes } from './types.ts';

/** Outreach follows a change of contact data: drafts speak to the name of now, and what lacked a word of the contact looks again. */
const outreachContacts = writes({
  name: 'contact-outreach',
  on: ['Contact.Updated'],
  async write(change, { payload: { contactId, fields } }) {
    await readdressMessages(change, { contactId, fields });
    await releaseHeldOf(change, { contactId, heldBy: 'missing-variable', reason: 'the contact data changed' });
  },
});

/** Signatures follow: who has not signed yet is corrected at the provider, by the envelope's own run. */
const signatureContacts = writes({
  name: 'contact-signatures',
  on: ['Contact.Updated'],
  async write(change, { payload: { contactId, fields } }) {
    if (fields.includes('email') || fields.includes('name')) await announceSigner(change, { contactId });
  },
});

export const contactConsumers: Consumer[] = [outreachContacts, signatureContacts];
