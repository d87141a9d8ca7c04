import { calculatorRoutes } from './calculators.ts';
import { eventRoutes } from './events.ts';
import { jobRoutes } from './jobs.ts';
import { keyRoutes } from './keys.ts';
import { parkedRoutes } from './parked.ts';
import { peopleRoutes } from './people.ts';
import { settingsRoutes } from './settings.ts';
import { taskRoutes } from './tasks.ts';

/** Every file of this folder; one line each. */
export const allRoutes = [calculatorRoutes, eventRoutes, jobRoutes, keyRoutes, parkedRoutes, peopleRoutes, settingsRoutes, taskRoutes];
