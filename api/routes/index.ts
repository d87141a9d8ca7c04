import { settingsRoutes } from './settings.ts';

/** Every file of this folder; one line each. */
export const allRoutes = [settingsRoutes];
