import { type Document, findDocument } from '../db/queries/documents.ts';
import { type AppContext, tenantTx } from './context.ts';
import { found } from './errors.ts';

/** The document of an id, or 404. */
export const documentOf = async (c: AppContext, id: string): Promise<Document> =>
  found(await tenantTx(c, (tx) => findDocument(tx, { documentId: id })), 'document', id);
