import { verifyDocusign } from '../../domain/closing/signature.docusign.ts';
import { calculateDeadline } from '../../domain/compliance/calculate.ts';
import { calendarFaults } from '../../domain/compliance/holidays/faults.ts';
import { verifyStripe } from '../../domain/events/signature.stripe.ts';
import { calculate } from '../../domain/offers/formulas/calculate.ts';
import { formulas } from '../../domain/offers/formulas/registry.ts';
import { classifyReply } from '../../domain/outreach/replies.ts';
import { verifySendgrid } from '../../domain/outreach/signature.sendgrid.ts';
import { verifyStandard } from '../../domain/outreach/signature.standard.ts';
import { verifyTwilio } from '../../domain/outreach/signature.twilio.ts';
import { absentee } from '../../domain/sourcing/absentee.ts';
import { scoreMotivation } from '../../domain/sourcing/motivation.ts';
import { checklistFamily } from './checklists.ts';

/** How the cases of one family enter the product: through the function the API calls. */
export interface Family {
  // biome-ignore lint/suspicious/noExplicitAny: a case is foreign data; the function called judges it
  run(given: any): unknown;
  /** Where the product's own holiday table disagrees with the calendar a case brings. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  calendarFaults?(calendar: any): string[];
  /** Where the case format gives a list another meaning than the list itself. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  differences?(expected: any, got: any): string[];
}

const formulaFamily: Family = { run: ({ formula, inputs }) => ({ outputs: calculate(formula, inputs).outputs }) };

const deadlineFamily: Family = { run: calculateDeadline, calendarFaults };
const deadlineFamilies = ['reg-z', 'rescission', 'texas-resale', 'california-rpa', 'florida', 'other-states', 'wholesaling'];

const values = (keys: { value: string }[]): string[] => keys.map(({ value }) => value);

/** A family that is not here is skipped by its name. */
export const families: ReadonlyMap<string, Family> = new Map<string, Family>([
  ...Object.keys(formulas).map((name) => [name, formulaFamily] as const),
  ...deadlineFamilies.map((name) => [name, deadlineFamily] as const),
  [
    'motivated-seller',
    { run: ({ signals = null, equityBps = null, newestFilingAgeDays = null }) => scoreMotivation({ signals, equityBps, newestFilingAgeDays }) },
  ],
  ['twilio', { run: ({ keys, ...request }) => verifyTwilio({ ...request, tokens: values(keys) }) }],
  [
    'standard-webhooks',
    { run: ({ keys, toleranceSeconds, ...request }) => verifyStandard({ ...request, secrets: values(keys), toleranceSeconds: toleranceSeconds ?? undefined }) },
  ],
  ['docusign', { run: ({ keys, ...request }) => verifyDocusign({ ...request, keys: values(keys) }) }],
  [
    'stripe',
    { run: ({ keys, toleranceSeconds, ...request }) => verifyStripe({ ...request, secrets: values(keys), toleranceSeconds: toleranceSeconds ?? undefined }) },
  ],
  ['sendgrid', { run: ({ keys, ...request }) => verifySendgrid({ ...request, keys: values(keys) }) }],
  ['optout-reply', { run: ({ channel, body }) => classifyReply({ channel, body }) }],
  ['checklist', checklistFamily],
  ['absentee', { run: ({ situs = null, mailing = null }) => absentee(situs, mailing) }],
]);
