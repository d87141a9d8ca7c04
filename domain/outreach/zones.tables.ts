/** The zones of the fifty states; the first stands for "somewhere in the country" in words and plans. */
export const unitedStatesZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

const zonesByState = {
  'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC TN VA VT WV',
  'America/Chicago': 'AL AR FL IA IL IN KS KY LA MI MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'AZ CO ID KS MT ND NE NM NV OR SD TX UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA ID NV OR WA',
  'America/Anchorage': 'AK',
  'America/Adak': 'AK',
  'Pacific/Honolulu': 'HI',
  'America/Puerto_Rico': 'PR VI',
  'Pacific/Guam': 'GU MP',
  'Pacific/Pago_Pago': 'AS',
};
/** Where most of a two-zone state lives: it stands first there. */
const mainZones: Record<string, string> = {
  AZ: 'America/Phoenix',
  ID: 'America/Denver',
  NV: 'America/Los_Angeles',
  OR: 'America/Los_Angeles',
  TN: 'America/Chicago',
};

/** The zones of a state, the one of most people first; empty for what is no state. */
export function zonesOfState(state: string): string[] {
  const zones = Object.entries(zonesByState).flatMap(([zone, states]) => (states.split(' ').includes(state) ? [zone] : []));
  const main = mainZones[state];
  return main ? [main, ...zones.filter((zone) => zone !== main)] : zones;
}

/** Area codes with numbers in two zones: libphonenumber's defaults there are odd, so both count. Source: its seven-digit prefix data. */
export const straddlingAreaCodes: Record<string, readonly string[]> = {
  208: ['America/Boise', 'America/Los_Angeles'],
  986: ['America/Boise', 'America/Los_Angeles'],
  219: ['America/Chicago', 'America/New_York'],
  574: ['America/New_York', 'America/Chicago'],
  812: ['America/New_York', 'America/Chicago'],
  930: ['America/New_York', 'America/Chicago'],
  270: ['America/Chicago', 'America/New_York'],
  364: ['America/Chicago', 'America/New_York'],
  606: ['America/New_York', 'America/Chicago'],
  308: ['America/Chicago', 'America/Denver'],
  423: ['America/New_York', 'America/Chicago'],
  541: ['America/Los_Angeles', 'America/Boise'],
  605: ['America/Chicago', 'America/Denver'],
  620: ['America/Chicago', 'America/Denver'],
  785: ['America/Chicago', 'America/Denver'],
  701: ['America/Chicago', 'America/Denver'],
  775: ['America/Los_Angeles', 'America/Denver'],
  850: ['America/Chicago', 'America/New_York'],
  448: ['America/Chicago', 'America/New_York'],
  906: ['America/New_York', 'America/Chicago'],
  907: ['America/Anchorage', 'America/Adak'],
  // The Navajo Nation keeps daylight time.
  928: ['America/Phoenix', 'America/Denver'],
};

const words: Record<string, string> = {
  'America/New_York': 'Eastern time',
  'America/Chicago': 'Central time',
  'America/Denver': 'Mountain time',
  'America/Boise': 'Mountain time',
  'America/Phoenix': 'Arizona time',
  'America/Los_Angeles': 'Pacific time',
  'America/Anchorage': 'Alaska time',
  'Pacific/Honolulu': 'Hawaii time',
};

/** `America/Chicago` → `Central time`; `America/Indiana/Vincennes` → `Vincennes time`. */
export const zoneWords = (zone: string): string => words[zone] ?? `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time`;
