import { activityInfo } from '@temporalio/activity';
import { changeSubject } from '../db/events.ts';
import { hashOf } from '../db/hash.ts';
import { letterParties, recordFile, sameLetter } from '../db/queries/letters.ts';
import { requestOffer } from '../db/queries/offer-requests.ts';
import { findOfferTemplate } from '../db/queries/offer-templates.ts';
import { findOffer, markOfferBlocked, markOfferDrafted, type Offer } from '../db/queries/offers.ts';
import { openTask } from '../db/queries/tasks.ts';
import { inTenant } from '../db/tenant.ts';
import { letterVariables, type OfferInputs } from '../domain/offers/letter.ts';
import { LetterTemplate } from '../domain/offers/schemas.ts';
import { composeLetter, type Letter } from '../domain/offers/templates.ts';
import type { Deps } from './deps.ts';
import { finalRefusals } from './refusals.ts';
import { letterFrame } from './rendering/frame.ts';
import { type LetterFrame, letterPages, renderLetter } from './rendering/letter.ts';
import { businessNow } from './time.ts';

export type RequestOfferInput = { brokerageId: string; dealId: string; requestKey: string };
export type RequestOfferAnswer = { kind: 'requested'; offerId: string; offerNo: number; terms: string; amountCents: number } | { kind: 'none'; reason: string };

export type RenderOfferInput = { brokerageId: string; offerId: string };
export type RenderOfferAnswer =
  | { kind: 'drafted'; pdfSha256: string }
  | { kind: 'blocked'; missing: string[]; message: string }
  /** The offer was withdrawn or superseded before its letter was written. */
  | { kind: 'closed'; status: string; message: string };

const dayMs = 86_400_000;

export function createOfferActivities(deps: Deps) {
  const { db, files } = deps;

  return {
    /** Asked again with the same key: the same offer. */
    requestOffer: ({ brokerageId, dealId, requestKey }: RequestOfferInput): Promise<RequestOfferAnswer> =>
      finalRefusals(async () => {
        const requestedBy = activityInfo().workflowExecution?.workflowId ?? 'run';
        return changeSubject(db, await changing(deps, brokerageId, dealId), async (change): Promise<RequestOfferAnswer> => {
          const answer = await requestOffer(change, { dealId, requestKey, requestedBy });
          if (answer.kind === 'none') return { kind: 'none', reason: answer.reason };
          const { id: offerId, offerNo, terms, amountCents } = answer.offer;
          return { kind: 'requested', offerId, offerNo, terms, amountCents };
        });
      }),

    /** Writes the letter and stores it. Killed anywhere and run again: bytes lie under their hash, the row moves once. */
    renderOffer: ({ brokerageId, offerId }: RenderOfferInput): Promise<RenderOfferAnswer> =>
      finalRefusals(async () => {
        const prepared = await inTenant(db, brokerageId, async (tx) => {
          const offer = await findOffer(tx, { offerId });
          if (!offer) return { answer: { kind: 'closed', status: 'unknown', message: 'this offer is not there any more' } as RenderOfferAnswer };
          const answer = settled(offer);
          if (answer) return { answer };
          const inputs = offer.inputs as OfferInputs;
          const [parties, template] = [await letterParties(tx, inputs), await findOfferTemplate(tx, inputs.template)];
          const variables = letterVariables(inputs, parties);
          const composed = composeLetter(LetterTemplate.parse(template?.definition), variables, inputs);
          if (composed.kind === 'blocked') return { offer, blocked: composed };
          const frame = letterFrame(inputs, parties, variables);
          const letterHash = hashOf({ letter: composed.letter, frame });
          return { offer, letter: composed.letter, frame, letterHash, stored: await sameLetter(tx, { letterHash }) };
        });
        if ('answer' in prepared) return prepared.answer!;
        const { offer } = prepared;
        if ('blocked' in prepared) return block(deps, brokerageId, offer, prepared.blocked!);

        const { letter, frame, letterHash, stored } = prepared;
        const file = stored ? { sha256: stored } : await store(letter, frame, brokerageId);
        if ('missing' in file) return block(deps, brokerageId, offer, file);
        return changeSubject(db, await changing(deps, brokerageId, offer.dealId), async (change) => {
          const now = await findOffer(change.tx, { offerId });
          const answer = now && settled(now);
          if (answer) return answer;
          if ('bytes' in file) await recordFile(change.tx, { ...file, mime: 'application/pdf', name: `letter-of-intent-${frame.reference}.pdf` });
          await markOfferDrafted(change, { offerId, pdfSha256: file.sha256, letterHash });
          return { kind: 'drafted', pdfSha256: file.sha256 };
        });
      }),
  };

  async function store(letter: Letter, frame: LetterFrame, brokerageId: string) {
    const { bytes, pages } = await renderLetter(letter, frame);
    if (pages > letterPages) return { missing: [], message: `The letter has ${pages} pages where ${letterPages} are allowed: shorten its template` };
    return files.put(brokerageId, bytes);
  }
}

/** What there is to say about an offer whose letter needs no more work; null while it does. */
function settled({ status, pdfSha256, problem }: Offer): RenderOfferAnswer | null {
  if (status === 'requested') return null;
  if (status === 'blocked') return { kind: 'blocked', ...(problem as { missing: string[]; message: string }) };
  if (pdfSha256 && ['drafted', 'approved', 'sent', 'accepted', 'declined'].includes(status)) return { kind: 'drafted', pdfSha256 };
  return { kind: 'closed', status, message: `the offer is ${status}` };
}

async function block(
  deps: Deps,
  brokerageId: string,
  { id: offerId, dealId, offerNo, templateSlug }: Offer,
  { missing, message }: { missing: string[]; message: string },
): Promise<RenderOfferAnswer> {
  return changeSubject(deps.db, await changing(deps, brokerageId, dealId), async (change) => {
    const now = await findOffer(change.tx, { offerId });
    const answer = now && settled(now);
    if (answer) return answer;
    await markOfferBlocked(change, { offerId, missing, message });
    await openTask(change, {
      kind: 'fix-template',
      key: `fix-template/${offerId}`,
      subject: { kind: 'deal', id: dealId },
      dealId,
      title: `Mend the letter of offer ${offerNo}`,
      reason: `${message}. Add what is missing or publish a new version of the template "${templateSlug}", then request the offer again.`,
      role: 'coordinator',
      dueAt: new Date(change.now.getTime() + dayMs),
    });
    return { kind: 'blocked', missing, message };
  });
}

async function changing(deps: Deps, brokerageId: string, dealId: string) {
  const run = activityInfo().workflowExecution?.workflowId ?? 'unknown';
  return {
    brokerageId,
    subject: { kind: 'deal', id: dealId } as const,
    actor: { kind: 'workflow', id: run } as const,
    source: 'worker',
    correlationId: run,
    at: await businessNow(deps),
  };
}
