import { z } from 'zod';

const cents = z.int().min(0).max(100_000_000_000);
const text = (max: number) => z.string().trim().min(1).max(max);

/** A property as a person enters it. Read like a line of a list, so that it is found again when a list has it, too. */
export const PropertyInput = z
  .strictObject({
    address: text(200),
    unit: text(30).optional(),
    city: text(80).optional(),
    state: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'two letters such as TN')
      .optional(),
    zip: z
      .string()
      .regex(/^\d{5}(-\d{4})?$/, 'five digits')
      .optional(),
    county: text(60).optional(),
    parcelNumber: text(60).optional(),
    propertyType: text(60).optional(),
    bedrooms: z.int().min(0).max(999).optional(),
    bathrooms: z.number().min(0).max(99).optional(),
    livingSqft: z.int().min(1).max(1_000_000).optional(),
    yearBuilt: z.int().min(1600).max(2100).optional(),
    valueCents: cents.optional(),
    liensCents: cents.optional(),
    repairsCents: cents.optional(),
    listPriceCents: cents.optional(),
    owner: text(200).optional(),
    phone: text(40).optional(),
    email: z.email().max(200).optional(),
  })
  .refine(({ city, state, zip, county, parcelNumber }) => (city && state) || zip || (parcelNumber && county && state), {
    error: 'name the place: city and state, or ZIP, or parcel number with county and state',
    path: ['city'],
  });
export type PropertyInput = z.output<typeof PropertyInput>;
