import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { dollars } from '../format.ts';
import { centsOf } from '../local.ts';
import type { Output } from '../output.ts';
import type { Assignment, WholesaleRequirement } from '../types.ts';

const acts = ['draft', 'effective', 'cancel', 'seller-cancelled'];
const statements: Record<string, string> = {
  seller: 'SellerWholesaleDisclosure.Received',
  counsel: 'RightToCounsel.Disclosed',
  assignee: 'AssigneeDisclosure.Given',
  notice: 'AssignmentNotice.Given',
};

export default command({
  name: 'assign',
  description:
    'The assignment of a wholesale contract and what the law asks first: assign 26 --act draft --to <party> --fee 12000 --on 2026-12-20 seller=2026-11-18; then --act effective',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    act: { type: 'enum', options: acts, description: 'What to do; without it the assignment and the law are shown' },
    to: { type: 'string', description: 'Id of the party who is the assignee', valueHint: 'party' },
    fee: { type: 'string', description: 'Assignment fee in dollars' },
    on: { type: 'string', description: 'The day it takes effect, or the day the seller’s cancellation came', valueHint: 'YYYY-MM-DD' },
    document: { type: 'string', description: 'Id of the written assignment, or of the cancellation', valueHint: 'id' },
    reason: { type: 'string', description: 'Why it is cancelled, or why the broker goes on' },
    override: { type: 'string', description: 'A demand of the law that the broker goes on without; may be given several times', valueHint: 'OK-CANCELLATION' },
    earnestMoney: { type: 'string', alias: 'earnest-money', description: 'to-buyer, to-seller, split, disputed or none-paid', valueHint: 'whom' },
  },
  takesRest: true,
  async run({ args, rest, all, out, api }) {
    const deal = `/v1/deals/${wholeNumber(args.deal, 'The deal number')}`;
    const requirements = all('override');
    if (requirements.length > 0 && !args.reason) throw usageError('An override needs --reason.');
    const override = requirements.length > 0 ? { override: { requirements, reason: args.reason } } : {};
    const document = args.document ? { documentId: args.document } : {};
    if (args.act !== 'draft' && rest.length > 0) throw usageError(`"${rest[0]}" is one word too many.`);
    switch (args.act) {
      case 'draft': {
        if (!args.to || !args.fee || !args.on) throw usageError('A draft needs --to, --fee and --on.');
        const terms = { assigneePartyId: args.to, feeCents: centsOf(args.fee, '--fee', { free: true }), effectiveOn: args.on };
        return show(out, await api().post<Assignment>(`${deal}/assignment`, { ...terms, ...document, ...override, disclosures: rest.map(statementOf) }));
      }
      case 'effective':
        return show(out, await api().post<Assignment>(`${deal}/assignment/effective`, { ...(args.on ? { effectiveOn: args.on } : {}), ...override }));
      case 'cancel':
        if (!args.reason) throw usageError('Say why with --reason.');
        return show(out, await api().post<Assignment>(`${deal}/assignment/cancel`, { reason: args.reason }));
      case 'seller-cancelled': {
        if (!args.earnestMoney) throw usageError('Say with --earnest-money what becomes of it.');
        const body = { ...(args.on ? { receivedOn: args.on } : {}), ...document, earnestMoney: args.earnestMoney };
        const contract = await api().post<{ status: string; endedReason: string | null }>(`${deal}/seller-cancellation`, body);
        out.line(`The contract is ${contract.status}: ${contract.endedReason}.`);
        return out.result(contract);
      }
      default: {
        const { assignment, law } = await api().get<{ assignment: Assignment | null; law: WholesaleRequirement[] }>(`${deal}/assignment`);
        if (assignment) return show(out, assignment);
        out.line('No assignment is drafted.');
        lawLines(out, law);
        return out.result({ assignment, law });
      }
    }
  },
});

function statementOf(word: string): { fact: string; on: string } {
  const [name = '', on = ''] = word.split('=', 2);
  const fact = statements[name];
  if (!fact || !on) throw usageError(`"${word}" is to be a statement with its date: ${Object.keys(statements).join('=…, ')}=YYYY-MM-DD.`);
  return { fact, on };
}

function show(out: Output, assignment: Assignment): void {
  const { assignmentNo, state, feeCents, effectiveOn, law } = assignment;
  out.line(`Assignment ${assignmentNo}: ${state}, fee ${dollars(feeCents)}, effective ${effectiveOn}`);
  lawLines(out, law);
  out.result(assignment);
}

function lawLines(out: Output, law: readonly WholesaleRequirement[]): void {
  if (law.length === 0) out.line('  The law as we keep it asks nothing of wholesalers in this state.');
  for (const { id, state, what, why, until, nextStep, source, mark } of law) {
    out.line(`  ${state.padEnd(11)} ${id}: ${what}`);
    out.line(out.style('dim', `              ${why}${until ? ` (${until})` : ''}. ${source}, confidence ${mark}`));
    if (nextStep) out.line(`              ${nextStep}`);
  }
}
