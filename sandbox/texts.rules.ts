import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Store } from './store.ts';

// Twilio's own magic numbers of its test credentials.
const magicTo: Partial<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
};

/** Twilio's error code for a text it would not take, or null. */
export function judgeText(
  store: Store,
  { to, from, body, statusCallback }: { to: string; from: string; body: string; statusCallback: string | null },
): number | null {
  if (to === '') return 21604;
  if (magicTo[to]) return magicTo[to];
  if (!/^\+[1-9]\d{6,14}$/.test(to) || !parsePhoneNumberFromString(to)?.isPossible()) return 21211;
  if (from === '') return 21603;
  if (!store.endpoint('twilio', from)) return 21606;
  if (body.trim() === '') return 21602;
  if (body.length > 1600) return 21617;
  if (statusCallback !== null && !URL.canParse(statusCallback)) return 21609;
  return store.stopped(from, to) ? 21610 : null;
}
