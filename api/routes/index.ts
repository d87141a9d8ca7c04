import { assignmentRoutes } from './assignments.ts';
import { automationRoutes } from './automation.ts';
import { boardRoutes } from './board.ts';
import { deadlineRoutes as deadlineCalculatorRoutes } from './calculators.deadline.ts';
import { calculatorRoutes } from './calculators.ts';
import { calendarRoutes } from './calendar.ts';
import { checklistRoutes } from './checklists.ts';
import { clockRoutes } from './clock.ts';
import { contractRoutes } from './contracts.ts';
import { conversationRoutes } from './conversations.ts';
import { deadlineRoutes } from './deadlines.ts';
import { dealDecisionRoutes } from './deals.decisions.ts';
import { dealRoutes } from './deals.ts';
import { deliveryRoutes } from './deliveries.ts';
import { digestRoutes } from './digest.ts';
import { documentReviewRoutes } from './documents.review.ts';
import { documentRoutes } from './documents.ts';
import { enrichmentRoutes } from './enrichment.ts';
import { enrolmentRoutes } from './enrolments.ts';
import { envelopeRoutes } from './envelopes.ts';
import { eventRoutes } from './events.ts';
import { factRoutes } from './facts.ts';
import { healthRoutes } from './health.ts';
import { importMappingRoutes } from './imports.mappings.ts';
import { importRejectRoutes } from './imports.rejects.ts';
import { importRoutes } from './imports.ts';
import { jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { leadJobRoutes } from './lead-jobs.ts';
import { leadRoutes } from './leads.ts';
import { listingRoutes } from './listing.ts';
import { needsMeRoutes } from './needs-me.ts';
import { offerTemplateRoutes } from './offer-templates.ts';
import { offerRoutes } from './offers.ts';
import { offerReceivedRoutes } from './offers-received.ts';
import { outboxRoutes } from './outbox.ts';
import { pageRoutes } from './pages.ts';
import { parkedRoutes } from './parked.ts';
import { partyRoutes } from './parties.ts';
import { partyMessageRoutes } from './party-messages.ts';
import { peopleRoutes } from './people.ts';
import { ruleRoutes } from './rules.ts';
import { sendingRoutes } from './sending.ts';
import { sequenceRoutes } from './sequences.ts';
import { sessionRoutes } from './session.ts';
import { sessionsRoutes } from './sessions.ts';
import { settingsHistoryRoutes } from './settings.history.ts';
import { settingsRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { streamRoutes } from './stream.ts';
import { systemRoutes } from './system.ts';
import { taskRoutes } from './tasks.ts';
import { templateRoutes } from './templates.ts';
import { unmatchedRoutes } from './unmatched.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';
import { viewRoutes } from './views.ts';
import { waitRoutes } from './waits.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every file of this folder; one line each. */
export const allRoutes = [
  // Before the formulas: their path would take the word for the name of one.
  deadlineCalculatorRoutes,
  calculatorRoutes,
  calendarRoutes,
  // Before the deals, whose numbers stand at its place.
  boardRoutes,
  clockRoutes,
  contractRoutes,
  assignmentRoutes,
  automationRoutes,
  deadlineRoutes,
  factRoutes,
  deliveryRoutes,
  checklistRoutes,
  conversationRoutes,
  dealDecisionRoutes,
  dealRoutes,
  digestRoutes,
  documentRoutes,
  documentReviewRoutes,
  enrichmentRoutes,
  enrolmentRoutes,
  envelopeRoutes,
  eventRoutes,
  healthRoutes,
  importRoutes,
  importRejectRoutes,
  importMappingRoutes,
  jobRoutes,
  keyRoutes,
  leadRoutes,
  listingRoutes,
  needsMeRoutes,
  offerRoutes,
  offerReceivedRoutes,
  offerTemplateRoutes,
  outboxRoutes,
  pageRoutes,
  parkedRoutes,
  partyRoutes,
  partyMessageRoutes,
  peopleRoutes,
  ruleRoutes,
  sendingRoutes,
  sequenceRoutes,
  sessionRoutes,
  leadJobRoutes,
  waitRoutes,
  sessionsRoutes,
  settingsHistoryRoutes,
  settingsRoutes,
  signInRoutes,
  streamRoutes,
  systemRoutes,
  taskRoutes,
  templateRoutes,
  unmatchedRoutes,
  unsubscribeRoutes,
  viewRoutes,
  webhookRoutes,
];
