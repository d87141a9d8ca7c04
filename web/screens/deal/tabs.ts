import { documentsRoute } from './documents/route.ts';
import { messagesRoute } from './messages/route.ts';
import { offersRoute } from './offers/route.ts';
import { overviewRoute } from './overview/route.ts';
import { partiesRoute } from './parties/route.ts';
import { signaturesRoute } from './signatures/route.ts';
import { tasksRoute } from './tasks/route.ts';
import { timelineRoute } from './timeline/route.ts';

/**
 * The tabs of the deal page, in order: each a route below `dealRoute` with `staticData: { dealTab: { label } }`.
 * A tab reads `useDeal()` for the deal, its zone, and whether anything may be done.
 */
export const dealTabs = [overviewRoute, timelineRoute, documentsRoute, messagesRoute, offersRoute, signaturesRoute, partiesRoute, tasksRoute] as const;
