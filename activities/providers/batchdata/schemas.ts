import { z } from 'zod';

// No official contract is public and clients disagree on the reply, so every field may be missing, null or of another
// type: such a field is read as unknown, the rest of the record still counts.
const amount = z
  .preprocess((given) => (typeof given === 'string' && given.trim() !== '' ? Number(given) : given), z.number().min(0).max(1e10))
  .nullish()
  .catch(null);
const word = z.string().trim().max(300).nullish().catch(null);
const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of.nullable().catch(null))
    .max(200)
    .nullish()
    .catch(null)
    .transform((items) => (items ?? []).filter((item) => item !== null));
const part = <T extends z.ZodRawShape>(shape: T) => z.object(shape).nullish().catch(null);

const facts = {
  building: part({ livingAreaSquareFeet: amount, yearBuilt: amount, bedroomCount: amount }),
  valuation: part({ estimatedValue: amount }),
  openLien: part({ totalOpenLienBalance: amount }),
  condition: part({ estimatedRepairCost: amount }),
  listing: part({ status: word, price: amount, originalPrice: amount, listingDate: word }),
  filings: list(z.object({ type: z.string().max(60), date: word })),
};
const name = z
  .union([z.string(), z.object({ full: word, first: word, middle: word, last: word })])
  .nullish()
  .catch(null);
const contactDetails = {
  name,
  fullName: word,
  phoneNumbers: list(z.union([z.string(), z.object({ number: z.union([z.string(), z.number()]), type: word })])),
  emails: list(z.union([z.string(), z.object({ email: z.string() })])),
};
export const owner = z.object(contactDetails);
export const record = z.object(facts);
const person = z.object({ ...contactDetails, property: record.nullish().catch(null) });
const property = z.object({ ...facts, owners: list(owner) });

/** Either `persons[]` with their property, or `properties[]` with their owners, has been seen. */
export const lookUpReply = z.object({
  results: z
    .object({
      persons: list(person),
      properties: list(property),
      meta: part({ sandbox: z.boolean().nullish().catch(null), results: part({ matchCount: amount, errorCount: amount }) }),
    })
    .refine(({ persons, properties, meta }) => persons.length + properties.length > 0 || meta != null, 'neither persons, properties nor meta'),
});
export type LookUpReply = z.output<typeof lookUpReply>;
export type OwnerRecord = z.output<typeof owner>;
export type PropertyRecord = z.output<typeof record>;
