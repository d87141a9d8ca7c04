import type { TermKind } from '../../domain/closing/term-watch.ts';
import type { DeadlineCarried } from '../compliance/messages.ts';

/** What it is told and asked is the watcher's own: `lookAgain`, status, timeline, explain. */
export { explainQuery, lookAgainSignal, statusQuery, timelineQuery } from '../compliance/messages.ts';

/** `dealNo` and `title` only for display; facts are read by id inside activities. */
export type ListingTermInput = {
  brokerageId: string;
  brokerage: string;
  dealId: string;
  dealNo: number;
  kind: TermKind;
  id: string;
  title: string;
  carried?: DeadlineCarried;
};
