import type { DealView } from '../db/queries/closing.view.ts';
import { findContract } from '../db/queries/contracts.ts';
import { lastAgreement } from '../db/queries/listing-agreements.ts';
import { DomainError } from '../domain/errors.ts';
import { whereaboutsOf } from '../domain/outreach/zones.ts';
import { instantOf, isZone, minutesOf } from '../domain/time/zoned.ts';
import { type AppContext, tenantTx } from './context.ts';
import { refuse } from './errors.ts';

/** The property's state and zone; never guessed where they are not known. */
export async function placeOf(
  { state, zip }: DealView,
  given: { state?: string | undefined; zone?: string | undefined },
): Promise<{ state: string; zone: string }> {
  const stateNow = given.state ?? state;
  if (!stateNow)
    throw new DomainError('bad-inputs', "The property's state is not known.", {
      nextStep: 'Give `state`.',
      details: { faults: [{ path: 'state', message: 'is needed' }] },
    });
  if (given.zone && !isZone(given.zone)) throw refuse('unknown-zone', 'There is no such time zone.');
  if (given.zone) return { state: stateNow, zone: given.zone };
  const { basis, candidates } = await whereaboutsOf({ state: stateNow, zip: given.state && given.state !== state ? null : zip, statedZone: null, phone: null });
  const zones = [...new Set(candidates.map(({ zone }) => zone))];
  if (basis === 'address' && zones.length === 1) return { state: stateNow, zone: zones[0]! };
  throw new DomainError('bad-inputs', `Which zone the property is in is not clear: ${zones.join(', ')}.`, {
    nextStep: 'Give `zone`.',
    details: { faults: [{ path: 'zone', message: 'is needed' }] },
  });
}

/** The property's zone: as asked, as its contract or listing agreement has it, or where its address lies. */
export async function zoneOf(c: AppContext, view: DealView, given: string | undefined): Promise<string> {
  if (given === undefined) {
    const { dealId } = { dealId: view.deal.id };
    const known = await tenantTx(c, async (tx) => (await findContract(tx, { dealId }))?.zone ?? (await lastAgreement(tx, { dealId }))?.zone);
    if (known) return known;
  }
  if (given !== undefined && !isZone(given)) throw refuse('unknown-zone', 'There is no such time zone.');
  return given ?? (await placeOf(view, {})).zone;
}

/** A time written as it is where the property is, or with its own offset. */
export function instantIn(text: string, zone: string): Date {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return new Date(text);
  const [day, time] = text.split('T');
  return instantOf(day!, minutesOf(time!.slice(0, 5)), zone);
}
