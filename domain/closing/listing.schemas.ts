import { z } from 'zod';
import { readEmail, readPhone } from '../sourcing/phones.ts';
import { fileDate } from './contract.schemas.ts';
import { contingencyKinds, financings } from './offers-received.ts';

const words = (max = 500) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'has characters that are no text' });
const cents = z.int().min(1).max(100_000_000_000);
const zone = words(60).optional();
/** A time where the property is (`2026-12-03T17:00`), or an instant with its offset. */
export const localInstant = z
  .union([z.iso.datetime({ local: true, offset: true })], { error: 'is to be a time where the property is, such as 2026-12-03T17:00, or an instant' })
  .refine((text) => text >= '1971' && text < '2200', { error: 'is to lie between 1971 and 2199' });
const evidence = z
  .strictObject({ documentId: z.uuid().optional(), note: words().optional() })
  .refine(({ documentId, note }) => documentId !== undefined || note !== undefined, { error: 'name the document, or say what shows it' });

const agreementTerms = {
  commissionBps: z.int().min(0).max(10_000).optional(),
  commissionCents: z.int().min(0).max(100_000_000_000).optional(),
  listPriceCents: cents.optional(),
};

/** A listing agreement as it was signed. */
export const AgreementInput = z
  .strictObject({
    fromOn: fileDate,
    toOn: fileDate,
    ...agreementTerms,
    exclusivity: z.enum(['exclusive-right-to-sell', 'exclusive-agency', 'open']),
    evidence,
    /** The day it was signed; when left out the day it begins, or today where that lies ahead. */
    signedOn: fileDate.optional(),
    zone,
  })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, { error: 'lies before the first day', path: ['toOn'] })
  .refine(({ commissionBps, commissionCents }) => (commissionBps === undefined) !== (commissionCents === undefined), {
    error: 'name the commission in basis points or in cents, one of them',
    path: ['commissionBps'],
  });

/** What both have agreed to change, such as a longer term or another list price. */
export const AgreementChange = z
  .strictObject({ reason: words(), toOn: fileDate.optional(), ...agreementTerms })
  .refine(({ reason: _, ...changes }) => Object.values(changes).some((value) => value !== undefined), { error: 'changes nothing' })
  .refine(({ commissionBps, commissionCents }) => commissionBps === undefined || commissionCents === undefined, {
    error: 'name the commission in basis points or in cents, one of them',
    path: ['commissionBps'],
  });

export const ShowingInput = z.strictObject({ at: localInstant, visitor: words(200), zone });
/** What became of a showing, or another time for it. */
export const ShowingChange = z
  .strictObject({
    at: localInstant.optional(),
    status: z.enum(['scheduled', 'done', 'cancelled']).optional(),
    feedback: words(2000).optional(),
    reason: words().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), { error: 'changes nothing' });

/** Kept in one form, so that a suppressed address is recognised however it was typed. */
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
const buyer = z
  .strictObject({
    contactId: z.uuid().optional(),
    name: words(200).optional(),
    email: address(readEmail, 'is to be an e-mail address').optional(),
    phone: address(readPhone, 'is to be a phone number, such as 615 555 0142').optional(),
  })
  .refine(({ contactId, name }) => (contactId === undefined) !== (name === undefined), {
    error: 'name a contact we have or a person, one of them',
    path: ['name'],
  })
  .refine((it) => it.contactId === undefined || (it.email === undefined && it.phone === undefined), {
    error: 'a contact we have keeps its addresses: change them on the contact itself',
    path: ['contactId'],
  });
export type Buyer = z.output<typeof buyer>;

const terms = {
  priceCents: cents,
  earnestMoneyCents: z.int().min(0).max(100_000_000_000).nullable(),
  financing: z.enum(financings),
  closingOn: fileDate.nullable(),
  contingencies: z
    .array(z.enum(contingencyKinds))
    .max(contingencyKinds.length)
    .refine((given) => new Set(given).size === given.length, { error: 'names one twice' }),
};

export const OfferInInput = z.strictObject({
  buyer,
  ...terms,
  earnestMoneyCents: terms.earnestMoneyCents.default(null),
  closingOn: terms.closingOn.default(null),
  contingencies: terms.contingencies.default([]),
  /** Until when it is to be answered. */
  expiresAt: localInstant.optional(),
  documentId: z.uuid().optional(),
  zone,
});

/** What one side proposes instead; what is left out stays. */
export const CounterInput = z.strictObject({
  by: z.enum(['seller', 'buyer']).default('seller'),
  priceCents: terms.priceCents.optional(),
  earnestMoneyCents: terms.earnestMoneyCents.optional(),
  financing: terms.financing.optional(),
  closingOn: terms.closingOn.optional(),
  contingencies: terms.contingencies.optional(),
  /** Until when the other side is to answer; without one it stands open. */
  expiresAt: localInstant.optional(),
});

export const AcceptInput = z.strictObject({
  /** What becomes of the other offers that wait for an answer; needed where there are any. */
  others: z.enum(['decline', 'keep']).optional(),
});
export const BackupInput = z.strictObject({
  /** Place among the back-ups; the last when left out. */
  position: z.int().min(1).max(1000).optional(),
  /** Until when it stands by; without one, until it is declined or withdrawn. */
  expiresAt: localInstant.optional(),
});
