import { command, pairs, wholeNumber } from '../command.ts';
import { deadlineLines } from '../deadlines.ts';
import { usageError } from '../errors.ts';
import { dollars } from '../format.ts';
import { centsOf } from '../local.ts';
import type { Contract, FileDeadline } from '../types.ts';

export default command({
  name: 'contract',
  description: 'Record the signed contract of a deal: contract 26 --form tx-trec-resale --price 285000 optionDays=10 closingDate=2026-12-30',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    form: { type: 'string', description: 'Form: tx-trec-resale, ca-car-rpa, fl-far-bar, … ; without it the contract there is is shown' },
    formVersion: { type: 'string', description: "The form's version; the one in force when left out" },
    effective: { type: 'string', description: 'Effective date, YYYY-MM-DD', valueHint: 'date' },
    price: { type: 'string', description: 'Price in dollars; that of the accepted offer received when left out' },
    zone: { type: 'string', description: "The property's time zone, where it is not clear" },
  },
  takesRest: true,
  async run({ args, rest, out, api }) {
    const path = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}/contract`;
    if (!args.form) {
      const contract = await api().get<Contract>(path);
      out.line(`${contract.form} ${contract.formVersion}, ${dollars(contract.priceCents)}, effective ${contract.effectiveOn}, ${contract.status}`);
      for (const { amendmentNo, reason, at } of contract.amendments ?? []) out.line(`  amendment ${amendmentNo}  ${at.slice(0, 10)}  ${reason}`);
      out.result(contract);
      return;
    }
    if (!args.effective) throw usageError('A contract needs --effective.');
    const filled = Object.entries(pairs(rest));
    const contract = await api().post<Contract & { deadlines: FileDeadline[] }>(path, {
      form: args.form,
      ...(args.formVersion ? { formVersion: args.formVersion } : {}),
      ...(args.zone ? { zone: args.zone } : {}),
      effectiveOn: args.effective,
      ...(args.price ? { priceCents: centsOf(args.price, '--price') } : {}),
      periods: Object.fromEntries(filled.filter(([, value]) => typeof value === 'number')),
      dates: Object.fromEntries(filled.filter(([, value]) => typeof value !== 'number')),
    });
    out.line(`Recorded: ${contract.form} ${contract.formVersion}, ${dollars(contract.priceCents)}, effective ${contract.effectiveOn}.`);
    deadlineLines(out, contract.deadlines);
    out.result(contract);
  },
});
