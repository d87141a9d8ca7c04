import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { dollars } from '../format.ts';
import { centsOf } from '../local.ts';
import type { ListingAgreement } from '../types.ts';

const kinds = ['exclusive-right-to-sell', 'exclusive-agency', 'open'];

export default command({
  name: 'listing',
  description:
    'Record the listing agreement of a deal: listing 7 --from 2026-12-01 --to 2027-05-31 --percent 3 --note "signed on paper"; without --from it is shown',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    from: { type: 'string', description: 'First day', valueHint: 'YYYY-MM-DD' },
    to: { type: 'string', description: 'Last day', valueHint: 'YYYY-MM-DD' },
    percent: { type: 'string', description: 'Commission in per cent of the price' },
    fee: { type: 'string', description: 'Commission in dollars, in place of per cent' },
    price: { type: 'string', description: 'List price in dollars' },
    exclusivity: { type: 'enum', options: kinds, default: 'exclusive-right-to-sell', description: 'Kind of listing' },
    document: { type: 'string', description: 'Id of the signed document', valueHint: 'id' },
    note: { type: 'string', description: 'Evidence in words' },
    zone: { type: 'string', description: "The property's time zone, where it is not clear" },
  },
  async run({ args, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/listing-agreement`;
    if (!args.from) {
      const { items } = await api().get<{ items: ListingAgreement[] }>(path);
      if (items.length === 0) out.line('There is no listing agreement.');
      for (const item of items) out.line(`${item.agreementNo}. ${inWords(item)}`);
      out.result({ agreements: items });
      return;
    }
    if (!args.to || (!args.percent && !args.fee)) throw usageError('An agreement needs --to, and --percent or --fee.');
    const percent = Number(args.percent ?? 0);
    if (!Number.isFinite(percent) || percent < 0 || percent > 100) throw usageError(`--percent is to be a number from 0 to 100, not "${args.percent}".`);
    const recorded = await api().post<ListingAgreement>(path, {
      ...{ fromOn: args.from, toOn: args.to, exclusivity: args.exclusivity },
      ...(args.percent ? { commissionBps: Math.round(percent * 100) } : {}),
      ...(args.fee ? { commissionCents: centsOf(args.fee, '--fee') } : {}),
      ...(args.price ? { listPriceCents: centsOf(args.price, '--price') } : {}),
      ...(args.zone ? { zone: args.zone } : {}),
      evidence: { ...(args.document ? { documentId: args.document } : {}), ...(args.note ? { note: args.note } : {}) },
    });
    out.line(`Recorded: ${inWords(recorded)}`);
    out.result(recorded);
  },
});

const inWords = ({ fromOn, toOn, status, exclusivity, commissionBps, commissionCents, listPriceCents }: ListingAgreement): string =>
  `${exclusivity}, ${fromOn} to ${toOn}, ${commissionBps === null ? dollars(commissionCents) : `${commissionBps / 100} %`}${listPriceCents === null ? '' : `, list price ${dollars(listPriceCents)}`}, ${status}`;
