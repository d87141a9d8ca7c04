import { defineCommand } from 'citty';
import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { dollars, when } from '../format.ts';
import { centsOf, localTime } from '../local.ts';
import type { OfferReceived } from '../types.ts';

const deal = { type: 'positional', required: true, description: 'Number of the deal' } as const;
const offer = { type: 'positional', required: true, description: 'Number of the offer within the deal' } as const;
const zone = { type: 'string', description: "The property's time zone, where it is not clear" } as const;
const expires = { type: 'string', description: 'Until when it is to be answered, where the property is', valueHint: 'YYYY-MM-DD HH:MM' } as const;
const of = (dealNo: string): string => `/v1/deals/${wholeNumber(dealNo, 'The deal number')}/offers-received`;
const one = (dealNo: string, offerNo: string): string => `${of(dealNo)}/${wholeNumber(offerNo, 'The offer number')}`;

/** What a counter may change, and a new offer says. */
const terms = {
  price: { type: 'string', description: 'Price in dollars' },
  earnest: { type: 'string', description: 'Earnest money in dollars' },
  financing: { type: 'string', description: 'cash, conventional, fha, va, usda, seller or other' },
  closing: { type: 'string', description: 'Closing date', valueHint: 'YYYY-MM-DD' },
  contingency: { type: 'string', description: 'inspection, financing, appraisal, sale-of-home, title, insurance or other; may be given several times' },
  expires,
} as const;
type Terms = { [K in keyof typeof terms]?: string | undefined };
const termsOf = ({ price, earnest, financing, closing, expires: until }: Terms, contingencies: string[]) => ({
  ...(price ? { priceCents: centsOf(price, '--price') } : {}),
  ...(earnest ? { earnestMoneyCents: centsOf(earnest, '--earnest') } : {}),
  ...(financing ? { financing } : {}),
  ...(closing ? { closingOn: closing } : {}),
  ...(contingencies.length > 0 ? { contingencies } : {}),
  ...(until ? { expiresAt: localTime(until, '--expires') } : {}),
});

const standing = ({ status, backupPosition }: OfferReceived): string => (backupPosition === null ? status : `back-up ${backupPosition}`);
const said = (it: OfferReceived): string =>
  `Offer ${it.offerNo}: ${standing(it)}, ${dollars(it.priceCents)}${it.waitingFor ? `; waiting for ${it.waitingFor}` : ''}.`;

const list = command({
  name: 'list',
  description: 'Offers that buyers made on a listing',
  args: { deal },
  async run({ args, out, api }) {
    const { items } = await api().get<{ items: OfferReceived[] }>(of(args.deal));
    if (items.length === 0) out.line('No offer has come in.');
    else
      out.table(items, [
        { title: 'No', value: ({ offerNo }) => String(offerNo), align: 'right' },
        { title: 'Buyer', value: ({ buyer }) => buyer, max: 32 },
        { title: 'Price', value: ({ priceCents }) => dollars(priceCents), align: 'right' },
        { title: 'Earnest', value: ({ earnestMoneyCents }) => dollars(earnestMoneyCents), align: 'right' },
        { title: 'Financing', value: ({ financing }) => financing },
        { title: 'Closing', value: ({ closingOn }) => closingOn ?? '–' },
        { title: 'Contingencies', value: ({ contingencies }) => contingencies.join(', ') || 'none', max: 40 },
        { title: 'Status', value: standing },
        { title: 'Until', value: ({ expiresAt }) => when(expiresAt) },
      ]);
    out.result({ offers: items });
  },
});

const add = command({
  name: 'add',
  description: 'Record an offer that came in: offers-in add 7 --buyer "Bea Buyer" --price 310000 --financing conventional --expires "2026-12-03 17:00"',
  args: {
    deal,
    buyer: { type: 'string', required: true, description: "The buyer's name" },
    email: { type: 'string', description: "The buyer's e-mail address" },
    phone: { type: 'string', description: "The buyer's phone number" },
    ...terms,
    document: { type: 'string', description: 'Id of the document that holds it', valueHint: 'id' },
    zone,
  },
  async run({ args, out, api, all }) {
    if (!args.price || !args.financing) throw usageError('An offer needs --price and --financing.');
    const recorded = await api().post<OfferReceived>(of(args.deal), {
      buyer: { name: args.buyer, ...(args.email ? { email: args.email } : {}), ...(args.phone ? { phone: args.phone } : {}) },
      ...termsOf(args, all('contingency')),
      ...(args.document ? { documentId: args.document } : {}),
      ...(args.zone ? { zone: args.zone } : {}),
    });
    out.line(`Recorded. ${said(recorded)}`);
    out.result(recorded);
  },
});

const show = command({
  name: 'show',
  description: 'One offer with every round',
  args: { deal, offer },
  async run({ args, out, api }) {
    const it = await api().get<OfferReceived & { explanation: string }>(one(args.deal, args.offer));
    out.line(said(it));
    out.line(`  ${it.explanation}`);
    for (const { round, by, terms: proposed, at, expiresAt } of it.rounds)
      out.line(`  round ${round}  ${when(at)}  the ${by}: ${dollars(proposed.priceCents)}${expiresAt ? `, until ${when(expiresAt)}` : ''}`);
    out.result(it);
  },
});

const counter = command({
  name: 'counter',
  description: 'One side proposes other terms: offers-in counter 7 2 --price 318000 --expires "2026-12-04 12:00"',
  args: { deal, offer, by: { type: 'enum', options: ['seller', 'buyer'], default: 'seller', description: 'Who proposes' }, ...terms },
  async run({ args, out, api, all }) {
    const answered = await api().post<OfferReceived>(`${one(args.deal, args.offer)}/counter`, { by: args.by, ...termsOf(args, all('contingency')) });
    out.line(said(answered));
    out.result(answered);
  },
});

const accept = command({
  name: 'accept',
  description: 'Accept an offer; say what becomes of others that wait',
  args: { deal, offer, others: { type: 'enum', options: ['decline', 'keep'], description: 'What becomes of the other offers that wait for an answer' } },
  async run({ args, out, api }) {
    const answered = await api().post<OfferReceived>(`${one(args.deal, args.offer)}/accept`, args.others ? { others: args.others } : {});
    out.line(said(answered));
    out.result(answered);
  },
});

const ending = (name: 'decline' | 'withdraw', description: string) =>
  command({
    name,
    description,
    args: { deal, offer, reason: { type: 'string', description: 'Why' } },
    async run({ args, out, api }) {
      const answered = await api().post<OfferReceived>(`${one(args.deal, args.offer)}/${name}`, args.reason ? { reason: args.reason } : {});
      out.line(said(answered));
      out.result(answered);
    },
  });

const backup = command({
  name: 'backup',
  description: 'Keep an offer behind the accepted one',
  args: { deal, offer, position: { type: 'string', description: 'Place among the back-ups; the last when left out' }, expires },
  async run({ args, out, api }) {
    const answered = await api().post<OfferReceived>(`${one(args.deal, args.offer)}/backup`, {
      ...(args.position ? { position: wholeNumber(args.position, '--position', { max: 1000 }) } : {}),
      ...(args.expires ? { expiresAt: localTime(args.expires, '--expires') } : {}),
    });
    out.line(said(answered));
    out.result(answered);
  },
});

const promote = command({
  name: 'promote',
  description: 'A back-up becomes the accepted offer; a deal that fell through is opened again',
  args: { deal, offer },
  async run({ args, out, api }) {
    const answered = await api().post<OfferReceived>(`${one(args.deal, args.offer)}/promote`, undefined);
    out.line(said(answered));
    out.result(answered);
  },
});

export default defineCommand({
  meta: { name: 'offers-in', description: 'Offers that buyers make on a listing: list, add, show, counter, accept, decline, withdraw, backup, promote' },
  subCommands: {
    ...{ list, add, show, counter, accept, backup, promote },
    decline: ending('decline', 'The seller declines an offer, or lets a back-up go'),
    withdraw: ending('withdraw', 'The buyer withdraws an offer'),
  },
});
