import { calculatorRoutes } from './calculators.ts';
import { dealDecisionRoutes } from './deals.decisions.ts';
import { dealRoutes } from './deals.ts';
import { eventRoutes } from './events.ts';
import { healthRoutes } from './health.ts';
import { jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { offerTemplateRoutes } from './offer-templates.ts';
import { offerRoutes } from './offers.ts';
import { pageRoutes } from './pages.ts';
import { parkedRoutes } from './parked.ts';
import { peopleRoutes } from './people.ts';
import { settingsRoutes } from './settings.ts';
import { taskRoutes } from './tasks.ts';

/** Every file of this folder; one line each. */
export const allRoutes = [
  calculatorRoutes,
  dealDecisionRoutes,
  dealRoutes,
  eventRoutes,
  healthRoutes,
  jobRoutes,
  keyRoutes,
  offerRoutes,
  offerTemplateRoutes,
  pageRoutes,
  parkedRoutes,
  peopleRoutes,
  settingsRoutes,
  taskRoutes,
];
