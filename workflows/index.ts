// Workflow functions only: this is the entry of the bundle.
export { dealWorkflow } from './closing/deal.ts';
export { dailyDigestWorkflow } from './closing/digest.ts';
export { listingTermWorkflow } from './closing/listing-term.ts';
export { dealOpeningWorkflow } from './closing/opening.ts';
export { complianceDeadlineWorkflow } from './compliance/deadline.ts';
export { deliveryWorkflow } from './outreach/delivery.ts';
export { followUpSequenceWorkflow } from './outreach/follow-up.ts';
export { partyMessageWorkflow } from './outreach/party-message.ts';
export { envelopeWorkflow } from './signing/envelope.ts';
export { ingestionRunWorkflow } from './sourcing/ingestion.ts';
export { leadJobWorkflow } from './sourcing/lead-job.ts';
