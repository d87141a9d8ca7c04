import { createClosingActivities } from './closing.ts';
import { createComplianceActivities } from './compliance.ts';
import { createDeliveryActivities } from './deliveries.ts';
import type { Deps } from './deps.ts';
import { createOfferActivities } from './offers.ts';
import { createOutreachActivities } from './outreach.ts';
import { createSigningActivities } from './signing.ts';
import { createEnrichmentActivities } from './sourcing/enrichment.ts';
import { createQualifyActivities } from './sourcing/qualify.ts';
import { createSourcingActivities } from './sourcing.ts';

export type { Deps } from './deps.ts';

/** Every activity of every area. Workers register the ones of their queue; tests enumerate them all. */
export function createActivities(deps: Deps) {
  return {
    ...createSourcingActivities(deps),
    ...createEnrichmentActivities(deps),
    ...createQualifyActivities(deps),
    ...createOfferActivities(deps),
    ...createClosingActivities(deps),
    ...createComplianceActivities(deps),
    ...createSigningActivities(deps),
    ...createOutreachActivities(deps),
    ...createDeliveryActivities(deps),
  };
}
export type Activities = ReturnType<typeof createActivities>;
