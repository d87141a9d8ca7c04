import { house } from './house.ts';

/** `house` in San Antonio. */
export const texasHouse = <Answer extends Record<string, unknown>>() =>
  house<Answer>({ line: '418 HERONSGATE WAY', city: 'SAN ANTONIO', state: 'TX', zip: '78228', county: 'BEXAR', zone: 'America/Chicago' });
