import { Temporal } from 'temporal-polyfill';
import { formatPhone, inLetters, joinNames } from './display.ts';
import type { Variables } from './liquid.ts';
import { formatPercent, formatUsd } from './money.ts';
import type { OfferFormula, Wishes } from './schemas.ts';
import type { DealSide, OfferFacts, OfferKind, TermFigures, WorkingStep } from './terms.ts';

export interface LetterAddress {
  line: string | null;
  unit: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
}

/** Everything a letter is made of, pinned when the offer is requested: ids instead of people. */
export interface OfferInputs {
  dealNo: number;
  leadId: string;
  side: DealSide;
  terms: OfferKind;
  figures: TermFigures;
  formula: OfferFormula;
  facts: OfferFacts;
  wishes: Wishes;
  working: WorkingStep[];
  notes: string[];
  property: LetterAddress & { county: string | null; parcelNumber: string | null; propertyType: string | null };
  /** Contacts in the order in which they own. */
  sellerIds: string[];
  signerId: string | null;
  template: { slug: string; version: number };
  /** The day of the letter where the brokerage is. */
  date: string;
  expiresAt: string;
  offerDays: number;
  zone: string;
}

/** Personal data, loaded when the letter is written. */
export interface LetterParties {
  buyer: { name: string; address: string; phone: string | null };
  signer: { name: string; email: string; role: string } | null;
  sellers: { name: string }[];
  mailing: LetterAddress | null;
}

const termTitles: Record<OfferKind, string> = {
  cash: 'All cash at closing',
  'seller-finance': 'Seller financing',
  'subject-to': 'Subject to the existing financing',
};

/** What a template may name. Unknown things are absent, so that a text that needs one is blocked by its name. */
export function letterVariables(inputs: OfferInputs, { buyer, signer, sellers, mailing }: LetterParties): Variables {
  const { figures, property } = inputs;
  const names = sellers.map(({ name }) => inLetters(name));
  return present({
    letter: { date: longDate(inputs.date), reference: `D-${inputs.dealNo}`, expires: lastMomentText(inputs), openDays: String(inputs.offerDays) },
    buyer: { name: buyer.name, address: buyer.address, phone: buyer.phone && formatPhone(buyer.phone) },
    signer: signer ? { name: signer.name, email: signer.email, title: signer.role[0]!.toUpperCase() + signer.role.slice(1) } : null,
    seller: { names: joinNames(names), word: names.length > 1 ? 'Sellers' : 'Seller' },
    sellers: names.map((name) => ({ name })),
    mailing: mailing ? { line: street(mailing), place: place(mailing) } : null,
    property: {
      line: street(property),
      place: place(property),
      address: property.line && place(property) ? `${street(property)}, ${place(property)}` : null,
      county: property.county ? inLetters(property.county) : null,
      parcel: property.parcelNumber,
      state: property.state,
    },
    offer: {
      terms: termTitles[inputs.terms],
      price: formatUsd(figures.priceCents),
      earnestMoney: formatUsd(figures.earnestMoneyCents),
      closeInDays: String(figures.closeInDays),
      inspectionDays: String(figures.inspectionDays),
      downPayment: money(figures.downPaymentCents),
      note: money(figures.noteCents),
      rate: figures.aprBps === undefined ? null : formatPercent(figures.aprBps),
      payment: money(figures.paymentCents),
      amortizationMonths: whole(figures.amortizationMonths),
      balloonAfterMonths: whole(figures.balloonAfterMonths),
      balloon: figures.balloonCents ? formatUsd(figures.balloonCents) : null,
      existingLoan: money(figures.existingLoanCents),
      cashToSeller: money(figures.cashToSellerCents),
    },
  });
}

/** Every variable there can be, for the check of a template. */
export const letterVariableNames: readonly string[] = [
  ...['date', 'reference', 'expires', 'openDays'].map((name) => `letter.${name}`),
  ...['name', 'address', 'phone'].map((name) => `buyer.${name}`),
  ...['name', 'email', 'title'].map((name) => `signer.${name}`),
  ...['seller.names', 'seller.word', 'sellers', 'mailing.line', 'mailing.place'],
  ...['line', 'place', 'address', 'county', 'parcel', 'state'].map((name) => `property.${name}`),
  ...['terms', 'price', 'earnestMoney', 'closeInDays', 'inspectionDays', 'downPayment', 'note', 'rate', 'payment'].map((name) => `offer.${name}`),
  ...['amortizationMonths', 'balloonAfterMonths', 'balloon', 'existingLoan', 'cashToSeller'].map((name) => `offer.${name}`),
];

type Draft = { [name: string]: string | null | Draft | Variables[] };

function present(draft: Draft): Variables {
  const entries = Object.entries(draft).flatMap(([name, value]): [string, Variables[string]][] => {
    if (value === null || value === '') return [];
    return [[name, typeof value === 'string' || Array.isArray(value) ? value : present(value)]];
  });
  return Object.fromEntries(entries);
}

const money = (cents: number | undefined) => (cents === undefined ? null : formatUsd(cents));
const whole = (number: number | undefined) => (number === undefined ? null : String(number));

const street = ({ line, unit }: LetterAddress) => (line ? inLetters([line, unit].filter(Boolean).join(' ')) : null);

function place({ city, state, zip }: LetterAddress): string | null {
  if (!city || !state) return null;
  return `${inLetters(city)}, ${state}${zip ? ` ${zip}` : ''}`;
}

const longDate = (date: string) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-US', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

function lastMomentText({ expiresAt, zone }: OfferInputs): string {
  const at = Temporal.Instant.from(expiresAt).epochMilliseconds;
  const day = new Date(at).toLocaleDateString('en-US', { timeZone: zone, weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
  const time = new Date(at).toLocaleTimeString('en-US', { timeZone: zone, hour: 'numeric', minute: '2-digit', timeZoneName: 'longGeneric' });
  return `${time} on ${day}`.replaceAll('\u202f', ' ').replace(' AM', ' a.m.').replace(' PM', ' p.m.');
}
