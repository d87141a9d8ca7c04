import { isOfEarlierContract } from '../domain/compliance/checklists/belongs.ts';
import type { documents } from './schema/index.ts';

type DocumentRow = typeof documents.$inferSelect;
export type Document = DocumentRow & {
  dealNo: number;
  /** It is of a contract that fell through and says nothing about the next: the checklist passes it over until a person takes it for that. */
  ofEarlierContract: boolean;
};

/** A row as people know it: with the number of its deal, and whether its contract is the one of now. */
export const asDocument = ({ document, dealNo, contractNow }: { document: DocumentRow; dealNo: number; contractNow: number }): Document => ({
  ...{ ...document, dealNo },
  ofEarlierContract: isOfEarlierContract(document, contractNow),
});
