import { z } from 'zod';
import { forms } from '../compliance/forms/registry.ts';
import { type Contingency, contingencyNames } from './contingencies.ts';
import { milestoneNames } from './milestones.ts';
import { NewParty } from './parties.schemas.ts';

/** A sentence or two; what no database can store is refused before anything is done. */
export const words = (max = 500) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'has characters that are no text' });
/** A calendar date where the property is, within what contracts can mean. */
export const fileDate = z.iso.date().refine((date) => date >= '1971-01-01' && date <= '2199-12-31', { error: 'is to be a date from 1971 to 2199' });
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'is to be a time of day such as 17:00' });
const key = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/, { error: 'is to be a name such as optionDays' });
export const days = z.int().min(0).max(3660);
const filledIn = z.union([fileDate, z.boolean(), z.enum(['will', 'will-not', 'neither']), time], {
  error: 'is to be a date such as 2026-12-30, a time such as 17:00, true or false, or will, will-not, neither',
});
const few = (value: object): boolean => Object.keys(value).length <= 60;
export const cents = z.int().min(1).max(100_000_000_000);

/** Forms a contract can be written on: those that set clocks going by themselves. */
export const contractForms = [...forms.values()].filter(({ versions }) => versions.some(({ duties }) => duties?.length)).map(({ regime }) => regime);

/** A contract as a coordinator enters it. State and zone are the property's when left out. */
export const ContractInput = z.strictObject({
  form: z.enum(contractForms as [string, ...string[]]),
  /** The form's version; left out, the one in force on the effective date. */
  formVersion: words(60).optional(),
  effectiveOn: fileDate,
  effectiveTime: time.default('12:00'),
  /** Left out, that of the offer received that is accepted. */
  priceCents: cents.optional(),
  /** Days filled into blanks: { optionDays: 10 }. */
  periods: z.record(key, days).refine(few).default({}),
  /** Dates and boxes filled in: { closingDate: "2026-12-30", financed: true }. */
  dates: z.record(key, filledIn).refine(few).default({}),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'is to be a state such as TX' })
    .optional(),
  zone: words(60).optional(),
  /** Who takes part: contacts we have, or people with their addresses. */
  parties: z.array(NewParty).max(40).default([]),
});
export type ContractInput = z.output<typeof ContractInput>;

/** What an amendment changes; null takes a period or date out. */
export const ChangeInput = z
  .strictObject({
    reason: words(),
    priceCents: cents.optional(),
    effectiveOn: fileDate.optional(),
    periods: z.record(key, days.nullable()).refine(few).optional(),
    dates: z.record(key, filledIn.nullable()).refine(few).optional(),
    /** Who takes part from now on, and the ids of parties who no longer do. */
    parties: z
      .strictObject({ add: z.array(NewParty).max(20).default([]), leave: z.array(z.uuid()).max(20).default([]) })
      .refine(({ add, leave }) => add.length + leave.length > 0, { error: 'names nobody' })
      .refine(({ leave }) => new Set(leave).size === leave.length, { error: 'names a party twice', path: ['leave'] })
      .optional(),
  })
  .refine(({ reason: _, ...changes }) => Object.values(changes).some((value) => value !== undefined), { error: 'changes nothing' });

export const milestoneName = z.enum(milestoneNames as [(typeof milestoneNames)[number], ...(typeof milestoneNames)[number][]]);
export const evidence = z.strictObject({ documentId: z.uuid().optional(), note: words().optional() });

/** What happened on the file, with its proof. */
export const FactInput = z.strictObject({
  fact: milestoneName,
  /** The day it took effect where the property is; today when left out. */
  effectiveOn: fileDate.optional(),
  amountCents: cents.optional(),
  text: words().optional(),
  /** Which one was removed; needed with `Contingency.Removed`, and with nothing else. */
  contingency: z.enum(contingencyNames as [Contingency, ...Contingency[]]).optional(),
  evidence: evidence.optional(),
});

export const TakeBackInput = z.strictObject({ reason: words() });

const why = { reason: words(), proof: words(200).optional() };
/** What a person does to one deadline. */
export const DeadlineAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('satisfy'), ...why }),
  z.strictObject({ act: z.literal('waive'), ...why }),
  z.strictObject({ act: z.literal('terminate'), ...why }),
  z.strictObject({ act: z.literal('toll'), ...why }),
  /** A tolled, waived or otherwise settled clock runs again. */
  z.strictObject({ act: z.literal('resume'), ...why }),
  /** Sets the date by hand; the rule's own answer stays beside it. */
  z.strictObject({ act: z.literal('set-date'), date: fileDate, localTime: time.default('23:59'), ...why }),
  z.strictObject({ act: z.literal('by-rule'), ...why }),
]);
export type DeadlineAct = z.output<typeof DeadlineAct>;

/** What becomes of the earnest money when a contract ends. */
export const earnestMoneyEnds = z.enum(['to-buyer', 'to-seller', 'split', 'disputed', 'none-paid']);
export const FallThroughInput = z.strictObject({ reason: words(), earnestMoney: earnestMoneyEnds });
