import { documentsRoute } from './documents/route.ts';
import { overviewRoute } from './overview/route.ts';
import { partiesRoute } from './parties/route.ts';
import { tasksRoute } from './tasks/route.ts';
import { timelineRoute } from './timeline/route.ts';

/**
 * The tabs of the deal page, in order: each a route below `dealRoute` with `staticData: { dealTab: { label } }`.
 * A tab reads `useDeal()` for the deal, its zone, and whether anything may be done.
 */
export const dealTabs = [overviewRoute, timelineRoute, documentsRoute, partiesRoute, tasksRoute] as const;
