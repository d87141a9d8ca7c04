import { writeFile } from 'node:fs/promises';
import { command, pairs, wholeNumber } from '../command.ts';
import { dollars } from '../format.ts';
import type { Accepted, Offer } from '../types.ts';

export default command({
  name: 'offer',
  description: 'Ask for a new offer of a deal; it supersedes the open one',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    terms: { type: 'enum', options: ['cash', 'seller-finance', 'subject-to'], description: 'Terms, when the seller wishes others than the brokerage offers' },
    key: { type: 'string', description: 'Your own key: asked again with it, the same offer' },
    out: { type: 'string', description: 'Write the letter to this file', valueHint: 'file.pdf' },
  },
  takesRest: true,
  async run({ args, rest, out, api }) {
    const dealNo = wholeNumber(args.deal, 'The deal number');
    const wishes = { ...(args.terms ? { terms: args.terms } : {}), ...pairs(rest) };
    const accepted = await api().post<Accepted>(`/v1/deals/${dealNo}/offers`, wishes, args.key ? { idempotencyKey: args.key } : {});
    const job = await api().wait(accepted.job.location, ({ status }) => out.progress(`The letter is ${status === 'queued' ? 'waiting' : 'being written'} …`));
    const { offerId } = job.result as { offerId: string };
    const offer = await api().get<Offer>(`/v1/offers/${offerId}`);
    out.line(`Offer ${offer.offerNo} of deal ${dealNo}: ${out.style('bold', dollars(offer.amountCents))}, ${offer.terms}, ${offer.status}`);
    for (const [name, value] of Object.entries(offer.figures)) out.line(`  ${name.padEnd(28)} ${name.endsWith('Cents') ? dollars(value) : value}`);
    if (args.out) {
      await writeFile(args.out, await api().bytes(`/v1/offers/${offerId}/pdf`));
      out.line(`Letter written to ${args.out}.`);
    } else if (offer.pdf) out.line(`Letter: ${api().url}${offer.pdf} (or --out letter.pdf)`);
    out.result(offer);
  },
});
