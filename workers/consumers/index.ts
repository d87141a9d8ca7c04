import { assignmentConsumers } from './assignments.ts';
import { closingConsumers } from './closing.ts';
import { stateComplianceConsumers } from './compliance.state.ts';
import { complianceConsumers } from './compliance.ts';
import { contactConsumers } from './contacts.ts';
import { deliveryConsumers } from './deliveries.ts';
import { digestConsumers } from './digests.ts';
import { documentConsumers } from './documents.ts';
import { leadJobConsumers } from './lead-jobs.ts';
import { listingConsumers } from './listing.ts';
import { outreachConsumers } from './outreach.ts';
import { partyMessageConsumers } from './party-messages.ts';
import { signingConsumers } from './signing.ts';
import { sourcingConsumers } from './sourcing.ts';
import type { Consumer } from './types.ts';

/** Everyone who listens to the log. A name is for ever: its position is stored under it. */
export const allConsumers: Consumer[] = [
  ...sourcingConsumers,
  ...leadJobConsumers,
  ...closingConsumers,
  ...assignmentConsumers,
  ...complianceConsumers,
  ...stateComplianceConsumers,
  ...documentConsumers,
  ...outreachConsumers,
  ...partyMessageConsumers,
  ...signingConsumers,
  ...listingConsumers,
  ...contactConsumers,
  ...deliveryConsumers,
  ...digestConsumers,
];
