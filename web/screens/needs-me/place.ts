import type { TaskKind } from '../../../domain/closing/task-kinds.ts';
import type { NeedsMeLine } from './lines.ts';

/** An address of the application; `as never` where it goes to the router, whose types know one route at a time. */
export type Place = { to: string; params?: Record<string, string>; search?: Record<string, unknown> };
type At = (line: NeedsMeLine) => Place | null;
/** The one act of a line: what a person may say is done, what is done at once, or the words for going where it is done. */
export type OneAct = 'done' | 'approve' | 'send' | 'retry' | { go: string };

const system: Place = { to: '/system' };
const lead: At = ({ leadNo }) => (leadNo === null ? null : { to: '/leads/$no', params: { no: String(leadNo) } });
const deal =
  (tab = ''): At =>
  (line) =>
    line.dealNo === null ? lead(line) : { to: `/deals/$no${tab && `/${tab}`}`, params: { no: String(line.dealNo) } };
const [offers, messages, documents, signatures] = ['offers', 'messages', 'documents', 'signatures'].map((tab) => deal(tab)) as [At, At, At, At];
const orSystem =
  (at: At): At =>
  (line) =>
    at(line) ?? system;

/** Where each kind of line is acted on, and what it offers. "Done" stands only where a person's word makes it true; `elsewhere` is that word for what may have been done outside, by telephone. */
const kinds: Record<TaskKind | 'parked-event', { at: At; act: OneAct; elsewhere?: string }> = {
  'answer-law-questions': { at: documents, act: { go: 'Answer' } },
  'answer-offer': { at: offers, act: { go: 'Answer' } },
  'answer-seller': {
    at: (line) => (line.contactId ? { to: '/conversations/$contactId', params: { contactId: line.contactId } } : messages(line)),
    act: { go: 'Answer' },
    elsewhere: 'Answered already',
  },
  'approve-offer': { at: offers, act: 'approve' },
  'call-seller': { at: (line) => lead(line) ?? deal('parties')(line), act: 'done' },
  'collect-documents': { at: documents, act: { go: 'Collect' } },
  'complete-assignment': { at: offers, act: { go: 'Look' } },
  'correct-signer': { at: signatures, act: { go: 'Correct' } },
  'decide-unknown-lookup': { at: orSystem(lead), act: { go: 'Decide' } },
  'decide-unknown-send': { at: orSystem((line) => (line.dealNo === null ? null : messages(line))), act: { go: 'Decide' } },
  'fetch-signed': { at: signatures, act: 'done' },
  'find-envelope': { at: signatures, act: { go: 'Decide' } },
  // The letter of an offer names no lead; a message of a follow-up does.
  'fix-template': { at: (line) => (line.leadNo === null ? offers(line) : messages(line)), act: { go: 'Mend' } },
  'make-offer': { at: offers, act: { go: 'Make it' } },
  'match-message': { at: () => ({ to: '/unmatched' }), act: { go: 'Say who' }, elsewhere: 'Set it aside' },
  'meet-deadline': { at: deal('timeline'), act: 'done' },
  'mend-delivery': { at: () => system, act: { go: 'Mend' } },
  'mend-follow-up': { at: messages, act: { go: 'Mend' } },
  'promote-backup': { at: offers, act: 'done' },
  'reach-party': { at: deal('parties'), act: 'done' },
  'record-contract': { at: deal(), act: { go: 'Record' } },
  'release-message': { at: messages, act: 'send' },
  'renew-listing': { at: offers, act: 'done' },
  'resubmit-document': { at: documents, act: { go: 'Collect' } },
  'review-document': {
    at: ({ dealNo, aboutId }) => (dealNo === null ? null : { to: '/review', search: { deal: dealNo, ...(aboutId ? { doc: aboutId } : {}) } }),
    act: { go: 'Review' },
  },
  'send-envelope': { at: signatures, act: 'done' },
  'signature-notice': { at: signatures, act: 'done' },
  'signed-after-end': { at: signatures, act: 'done' },
  'signed-older-version': { at: documents, act: 'done' },
  'void-envelope': { at: signatures, act: 'done' },
  'parked-event': { at: () => system, act: 'retry' },
};

const isKnown = (kind: string): kind is keyof typeof kinds => kind in kinds;
/** Where a line is acted on; its deal or lead for a kind that this page does not know yet, or where the machinery is not for this role. */
export function placeOf(line: NeedsMeLine, maySystem: boolean): Place | null {
  const place = isKnown(line.kind) ? kinds[line.kind].at(line) : deal()(line);
  return place === system && !maySystem ? deal()(line) : place;
}
export const oneActOf = ({ kind }: { kind: string }): OneAct => (isKnown(kind) ? kinds[kind].act : 'done');
/** The words for saying that it was done elsewhere; null where only the place itself can say so. */
export const elsewhereOf = ({ kind }: { kind: string }): string | null => (isKnown(kind) && kinds[kind].elsewhere) || null;
