import type { EnvelopeSnapshot } from '../ports.ts';
import type { EnvelopesPage } from './client.ts';
import { toSnapshot } from './map.ts';

export const lookBackMs = 90 * 86_400_000;
/** Their list may lag behind; what comes twice changes nothing. */
const overlapMs = 10 * 60_000;
const pageSize = 100;
const maxPages = 500;

/**
 * Everything whose status changed since, oldest change first. One that changes meanwhile moves to the end and would
 * shift the others by a place, so each page begins at the instant the last one ended with, not at a number.
 */
export async function listChanged(
  list: (query: Record<string, string>) => Promise<EnvelopesPage>,
  since: string | null,
  now: Date,
): Promise<{ envelopes: EnvelopeSnapshot[]; through: string | null }> {
  const found = new Map<string, EnvelopeSnapshot>();
  let through = since;
  let from = new Date(since === null ? now.getTime() - lookBackMs : Math.min(Date.parse(since), now.getTime()) - overlapMs).toISOString();
  let start = 0;
  for (let page = 0; page < maxPages; page++) {
    const query = { include: 'custom_fields,recipients', order_by: 'status_changed', order: 'asc', count: String(pageSize) };
    const { envelopes, totalSetSize } = await list({ ...query, from_date: from, start_position: String(start) });
    const some = (envelopes ?? []).map((one) => toSnapshot(one, now));
    for (const one of some) found.set(one.envelopeId, one);
    const latest = [from, ...some.map(({ at }) => at)].toSorted().at(-1)!;
    if (some.length > 0 && (through === null || latest > through)) through = latest;
    if (some.length === 0 || start + some.length >= totalSetSize) break;
    // A whole page of one instant is passed by number after all.
    start = latest > from ? 0 : start + some.length;
    from = latest;
  }
  return { envelopes: [...found.values()], through };
}
