import { z } from 'zod';
import { readEmail, readPhone } from '../sourcing/phones.ts';
import { partyRoles } from './parties.ts';

/** Addresses are kept in one form each, so that a suppressed one is recognised however it was typed. */
const address = (read: typeof readEmail, message: string) =>
  z
    .string()
    .max(254)
    .transform((text, context): string => {
      const value = read(text);
      if (value?.value) return value.value;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
export const partyEmail = address(readEmail, 'is to be an e-mail address');
export const partyPhone = address(readPhone, 'is to be a phone number, such as 615 555 0142');

/** Somebody who takes part in a deal: a contact we have, or a person with addresses. */
export const NewParty = z
  .strictObject({
    role: z.enum(partyRoles),
    contactId: z.uuid().optional(),
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'has characters that are no text' })
      .optional(),
    email: partyEmail.optional(),
    phone: partyPhone.optional(),
  })
  .refine(({ contactId, name }) => (contactId === undefined) !== (name === undefined), {
    error: 'name a contact we have or a person, one of them',
    path: ['name'],
  })
  .refine((party) => party.contactId === undefined || (party.email === undefined && party.phone === undefined), {
    error: 'a contact we have keeps its addresses: change them on the contact itself',
    path: ['contactId'],
  });
export type NewParty = z.output<typeof NewParty>;
