import { randomBytes } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import type { LoadedEnrolment } from '../../db/queries/outreach-facts.ts';
import { findTemplate } from '../../db/queries/sequences.ts';
import type { EmailStep, TextStep } from '../../domain/outreach/schemas.ts';
import { type MessageScope, type Rendered, renderTemplate } from '../../domain/outreach/templates.ts';
import { placeWords } from '../../domain/places.ts';
import { messageDay } from '../../domain/time/zoned.ts';
import type { Deps } from '../deps.ts';

export type Composed = { templateSlug: string; templateVersion: number; token: string; unsubscribeUrl: string; rendered: Rendered };

/** Renders a step's pinned template for this enrolment. The token names the send in its unsubscribe address and cannot be guessed. */
export async function compose({ publicUrl }: Pick<Deps, 'publicUrl'>, tx: Tx, loaded: LoadedEnrolment, step: EmailStep | TextStep): Promise<Composed> {
  const version = (loaded.enrolment.templateVersions as Record<string, number>)[step.template];
  const template = await findTemplate(tx, { slug: step.template, version });
  if (!version || !template) throw new Error(`enrolment ${loaded.enrolment.id} has no version of template "${step.template}" pinned`);
  const token = randomBytes(24).toString('base64url');
  const unsubscribeUrl = `${publicUrl}/u/${token}`;
  const rendered = renderTemplate({ ...template, channel: step.kind }, scopeOf(loaded, unsubscribeUrl));
  return { templateSlug: step.template, templateVersion: version, token, unsubscribeUrl, rendered };
}

/** What the templates may speak of. Values that are not known are left out, not empty. */
export function scopeOf({ lead, contact, offer, brokerage }: LoadedEnrolment, unsubscribeUrl: string): MessageScope {
  return {
    seller: known({ name: contact?.displayName, first_name: contact?.firstName, last_name: contact?.lastName }),
    property: known({
      address: lead.line ? placeWords([lead.line, lead.unit].filter(Boolean).join(' ')) : null,
      city: lead.city && placeWords(lead.city),
      state: lead.state,
      zip: lead.zip,
    }),
    brokerage: { name: brokerage.name, postal_address: brokerage.postalAddress, ...known({ phone: brokerage.phone }) },
    offer: known({
      number: offer?.offerNo,
      amount: offer ? dollars(offer.amountCents) : null,
      terms: offer?.terms.replaceAll('-', ' '),
      expires_on: offer?.expiresAt ? messageDay(offer.expiresAt, brokerage.zone) : null,
    }),
    unsubscribe_url: unsubscribeUrl,
  };
}

const dollars = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: cents % 100 === 0 ? 0 : 2 });

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };
const known = <T extends Record<string, unknown>>(values: T): Known<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '')) as Known<T>;

/** The files a step sends along. Read before the ledger is claimed, so that nothing slow stands between claim and call. */
export async function attachmentsOf({ files }: Pick<Deps, 'files'>, { offer, enrolment }: LoadedEnrolment, step: EmailStep | TextStep) {
  if (step.kind !== 'email' || !step.attach?.includes('offer-letter') || !offer?.pdfSha256) return [];
  return [{ name: `Offer-${offer.offerNo}.pdf`, mime: 'application/pdf', bytes: await files.get(enrolment.brokerageId, offer.pdfSha256) }];
}
