import { z } from 'zod';
import { change, id } from './core.ts';

const deal = { dealId: id, dealNo: z.int() };
const document = { ...deal, documentId: id, documentNo: z.int(), version: z.int() };
const message = { ...deal, messageId: id, messageNo: z.int(), workflowId: z.string(), template: z.string() };
const ids = z.array(z.string());

/** Subject of all but the last: deal. File names, notes, names and addresses stay in the rows. */
export const documentEvents = {
  /** `proposal` is what the matcher takes it for; a person confirms. */
  'Document.Uploaded': { version: 1, payload: z.object({ ...document, mime: z.string(), bytes: z.int(), proposal: z.string().nullable() }) },
  'Document.VersionAdded': { version: 1, payload: z.object({ ...document, mime: z.string(), bytes: z.int(), proposal: z.string().nullable() }) },
  /** A person made another version the one in force: `prior` was it before. */
  'Document.VersionTaken': { version: 1, payload: z.object({ ...document, prior: z.int() }) },
  'Document.Matched': {
    version: 1,
    payload: z.object({
      ...document,
      ...{ kind: change(z.string()), formVersion: z.string().nullable() },
      /** Another where a document of a contract that fell through is taken for the next one. */
      contractNo: change(z.int()).optional(),
    }),
  },
  'Document.Reviewed': {
    version: 1,
    payload: z.object({ ...document, kind: z.string().nullable(), status: change(z.string()), reason: z.string().nullable() }),
  },
  'Document.Viewed': { version: 1, payload: z.object({ ...document, personId: id }) },
  /** What the law asks of the deal is another: ids of the checklist. */
  'Checklist.Changed': { version: 1, payload: z.object({ ...deal, added: ids, removed: ids, changed: ids }) },
  /** Nothing changed, and a deal that waits for compliance at the closing table goes on. */
  'Checklist.Confirmed': { version: 1, payload: z.object({ ...deal, position: z.int() }) },
  /** Where one required document stands: missing, in-review, rejected, complete. */
  'Checklist.ItemMoved': { version: 1, payload: z.object({ ...deal, document: z.string(), documentId: id.nullable(), state: change(z.string()) }) },
  'Checklist.Overridden': { version: 1, payload: z.object({ ...deal, document: z.string(), overridden: change(z.boolean()), by: z.string() }) },
  /** A person gave up a fact for the state's compliance, which could not take it in; why stays with the parked event. */
  'Checklist.FactGivenUp': { version: 1, payload: z.object({ ...deal, parkedId: id, fact: z.string(), by: z.string() }) },
  /** The law data changed: the deal's state looks at it anew. */
  'Checklist.ReevaluationAsked': { version: 1, payload: z.object(deal) },
  'Party.Added': { version: 1, payload: z.object({ ...deal, partyId: id, contactId: id, role: z.string() }) },
  'Party.Left': { version: 1, payload: z.object({ ...deal, partyId: id, contactId: id, role: z.string() }) },
  'PartyMessage.Drafted': { version: 1, payload: z.object({ ...message, partyId: id }) },
  /** The recipient's contact data changed while it waited for a person. */
  'PartyMessage.Readdressed': { version: 1, payload: z.object({ ...message, fields: z.array(z.string()) }) },
  'PartyMessage.Edited': { version: 1, payload: z.object(message) },
  /** Starts the run that sends it. */
  'PartyMessage.Released': { version: 1, payload: z.object({ ...message, by: z.string() }) },
  'PartyMessage.Skipped': { version: 1, payload: z.object({ ...message, by: z.string() }) },
  /** What came of the send: sent, unknown or refused. */
  'PartyMessage.Ended': { version: 1, payload: z.object({ ...message, status: z.string() }) },
  /** Subject: contact. One for each change: the fields, never their values, and the open deals it touches. Whoever holds a copy takes it from the row. */
  'Contact.Updated': { version: 1, payload: z.object({ contactId: id, fields: z.array(z.string()), deals: z.array(z.object(deal)).default([]) }) },
} as const;
