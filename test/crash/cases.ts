import type { Activities, Deps } from '../../activities/index.ts';
import { askedDigest, askedNotice, askedPersonal, askedPush, digestMorning } from './deliveries.ts';
import { begunImport, readImport, requestedImport } from './imports.ts';
import type { Call, KillPoint } from './kill.ts';
import { askedJob, leadJob } from './lead-jobs.ts';
import { expiredOffer } from './listing.ts';
import { askedEnvelope, movedSigner, signedEnvelope, unclearEnvelope, unwantedEnvelope } from './signing.ts';
import { draftedOffer, enrolled, releasedMessage, requestedOffer, runActivity, sentOffer, underContract, type World } from './world.ts';

export type Case = {
  call: Call;
  /** Prepares the world up to the moment before the activity and answers its input. */
  input(deps: Deps, world: World): Promise<object>;
  /** What the next attempt cannot know: it is left to a person, never done twice. */
  unclearAfter?: readonly KillPoint[];
  /** What its run does before it leaves an unclear outcome to a person. */
  atLast?(deps: Deps, world: World, input: object): Promise<unknown>;
};

const ofDeal = ({ brokerageId, dealId }: World) => ({ brokerageId, dealId });
const step = async (deps: Deps, world: World, name: string): Promise<object> => {
  const { brokerageId, enrolmentId } = await enrolled(deps, world);
  return { brokerageId, enrolmentId, step: name, key: `followup/${world.slug}/${enrolmentId}/1/${name}/1`, again: false };
};

/** One case per activity: the crash test fails for an activity without one. */
export const cases: Record<keyof Activities, Case> = {
  openDeal: { call: 'database', input: async (_deps, world) => ofDeal(world) },
  advanceDeal: {
    call: 'database',
    input: async (deps, world) => ({
      ...ofDeal(world),
      stage: 'approval',
      waitingFor: 'the approval of offer 1',
      dueAt: null,
      offerId: await draftedOffer(deps, world),
    }),
  },
  approveOffer: { call: 'database', input: async (deps, world) => ({ ...ofDeal(world), offerId: await draftedOffer(deps, world), by: 'person' }) },
  sendOffer: { call: 'database', input: async (deps, world) => ({ ...ofDeal(world), offerId: await draftedOffer(deps, world) }) },
  recordDecision: {
    call: 'database',
    input: async (deps, world) => ({ ...ofDeal(world), offerId: await sentOffer(deps, world), decision: 'accepted', reason: null, by: 'person' }),
  },
  advanceFile: { call: 'database', input: (deps, world) => underContract(deps, world).then(() => ofDeal(world)) },
  // A look at a deadline that is missed tells everybody at once.
  watchDeadline: { call: 'database', input: async (deps, world) => ({ brokerageId: world.brokerageId, deadlineId: await underContract(deps, world) }) },
  // A look at an offer that nobody answered ends it.
  watchListingTerm: { call: 'database', input: (deps, world) => expiredOffer(deps, world) },
  // After the call the key finds it; before it, nobody can know that it was never made.
  sendEnvelope: {
    call: 'signatures',
    unclearAfter: ['before-call'],
    input: askedEnvelope,
    atLast: (deps, world, input) => runActivity(deps, world, 'lookForEnvelope', { ...(input as Awaited<ReturnType<typeof askedEnvelope>>), look: 4 }),
  },
  lookForEnvelope: { call: 'signatures', input: async (deps, world) => ({ ...(await unclearEnvelope(deps, world)), look: 1 }) },
  giveUpEnvelope: { call: 'database', input: async (deps, world) => ({ ...(await askedEnvelope(deps, world)), code: 'out-of-time', message: 'no answer' }) },
  withdrawEnvelope: { call: 'signatures', input: async (deps, world) => ({ ...(await unwantedEnvelope(deps, world)), expired: false }) },
  correctSigners: { call: 'signatures', input: movedSigner },
  closeEnvelope: { call: 'signatures', input: signedEnvelope },
  closeDeal: {
    call: 'database',
    input: async (deps, world) => {
      await sentOffer(deps, world);
      return { ...ofDeal(world), outcome: 'dead', reason: 'sold elsewhere' };
    },
  },
  openDealsByRule: { call: 'database', input: async (_deps, { brokerageId }) => ({ brokerageId }) },
  requestOffer: { call: 'database', input: async (_deps, world) => ({ ...ofDeal(world), requestKey: 'standard' }) },
  renderOffer: { call: 'database', input: async (deps, world) => ({ brokerageId: world.brokerageId, offerId: await requestedOffer(deps, world) }) },
  beginImport: { call: 'database', input: (deps, world) => requestedImport(deps, world) },
  // Killed around the commit of a batch, not around the read before it.
  ingestList: { call: 'bulk', input: (deps, world) => begunImport(deps, world) },
  finishImport: { call: 'database', input: (deps, world) => readImport(deps, world) },
  failImport: {
    call: 'database',
    input: async (deps, world) => ({ ...(await begunImport(deps, world)), code: 'broken-gzip', message: 'This gzip file is damaged' }),
  },
  enrichLeads: { call: 'propertyData', unclearAfter: ['before-call', 'after-call'], input: (deps, world) => leadJob(deps, world, 'enrichment') },
  decideLeads: { call: 'database', input: (deps, world) => askedJob(deps, world) },
  scoreLeads: { call: 'database', input: (deps, world) => leadJob(deps, world, 'rescoring') },
  failLeadJob: {
    call: 'database',
    input: async (deps, world) => ({ ...(await leadJob(deps, world, 'rules-test')), code: 'no-such-rule-set', message: 'There is no rule set 9' }),
  },
  sendStep: { call: 'email', unclearAfter: ['before-call', 'after-call'], input: (deps, world) => step(deps, world, 'offer-email') },
  sendPartyMessage: { call: 'email', unclearAfter: ['before-call', 'after-call'], input: (deps, world) => releasedMessage(deps, world) },
  refusePartyMessage: { call: 'database', input: async (deps, world) => ({ ...(await releasedMessage(deps, world)), why: 'no e-mail address is known' }) },
  // The id of a push stays: what was lost is pushed again, and the receiver knows it.
  pushToCrm: { call: 'crm', input: askedPush },
  sendNotice: { call: 'email', unclearAfter: ['before-call', 'after-call'], input: askedNotice },
  sendDigest: { call: 'email', unclearAfter: ['before-call', 'after-call'], input: askedDigest },
  askForDigests: { call: 'database', input: digestMorning },
  sendPersonalMessage: { call: 'email', unclearAfter: ['before-call', 'after-call'], input: askedPersonal },
  giveUpDelivery: { call: 'database', input: async (deps, world) => ({ ...(await askedPush(deps, world)), why: 'no answer for days' }) },
  takeStep: { call: 'database', input: (deps, world) => step(deps, world, 'call') },
  skipStep: { call: 'database', input: async (deps, world) => ({ ...(await step(deps, world, 'first-text')), by: 'person' }) },
  closeEnrolment: { call: 'database', input: async (deps, world) => ({ ...(await enrolled(deps, world)), status: 'stopped', reason: 'replied' }) },
  holdEnrolment: {
    call: 'database',
    input: async (deps, world) => ({ ...(await enrolled(deps, world)), step: 'offer-email', why: 'the template is missing a variable' }),
  },
};
