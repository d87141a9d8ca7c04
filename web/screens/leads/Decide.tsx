import { List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useAct } from '../../api/act.ts';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import { count } from '../../parts/time.ts';
import { decideReasons, type LeadRow, nameOfLead } from './words.ts';

/** More at once would be one transaction too long. */
export const mostAtOnce = 10_000;

type Props = {
  outcome: 'qualified' | 'rejected';
  leads: Pick<LeadRow, 'leadNo' | 'status' | 'address' | 'parcelNumber'>[] /** Not only those: everything in review, or in review of one list. */;
  queue?: { count: number; importNo: number | undefined } | undefined;
  close: (decided: boolean) => void;
};

/** Decides leads in review, with a reason; says beforehand how many, and which stay as they are. */
export default function Decide({ outcome, leads, queue, close }: Props) {
  const decide = useAct('post', '/v1/leads/decide');
  const open = leads.filter(({ status }) => status === 'review');
  const rest = leads.length - open.length;
  const many = queue ? Math.min(queue.count, mostAtOnce) : open.length;
  const select = queue
    ? { status: 'review' as const, limit: mostAtOnce, ...(queue.importNo === undefined ? {} : { importNo: queue.importNo }) }
    : { leadNos: open.map(({ leadNo }) => leadNo) };
  const verb = outcome === 'qualified' ? 'Qualify' : 'Reject';
  return (
    <ConfirmWithReason
      opened
      title={`${verb} ${count(many, 'lead')}`}
      reasons={decideReasons[outcome]}
      confirm={`${verb} ${count(many, 'lead')}`}
      danger={outcome === 'rejected'}
      disabled={many === 0}
      pending={decide.isPending}
      problem={decide.error}
      onConfirm={(reason) =>
        decide.mutate(
          { body: { select, outcome, reason } },
          {
            onSuccess: ({ decided, skipped }) => {
              const left = skipped.length > 0 ? ` ${count(skipped.length, 'lead')} had been decided meanwhile and stayed.` : '';
              notifications.show({ message: `${count(decided, 'lead')} ${outcome}.${left}` });
              close(true);
            },
          },
        )
      }
      onClose={() => close(false)}
    >
      <Text size="sm">
        {outcome === 'qualified'
          ? 'They leave the queue. Deals open for qualified leads by the rule of your settings, best score first.'
          : 'They leave the queue, and the rules leave them alone from then on.'}
      </Text>
      {queue && (
        <Text size="sm" fw={600}>
          {queue.importNo === undefined ? 'Every lead in review' : `Every lead in review of import ${queue.importNo}`}: {count(queue.count, 'lead')}.
          {queue.count > mostAtOnce ? ` The best ${mostAtOnce.toLocaleString('en-US')} now, the others stay in the queue.` : ''}
        </Text>
      )}
      {!queue && rest > 0 && (
        <Text size="sm">
          {count(rest, 'selected lead')} {rest === 1 ? 'is' : 'are'} not in review and {rest === 1 ? 'stays' : 'stay'} as {rest === 1 ? 'it is' : 'they are'}.
        </Text>
      )}
      <List size="sm" hidden={queue !== undefined}>
        {open.slice(0, 5).map((lead) => (
          <List.Item key={lead.leadNo}>{nameOfLead(lead)}</List.Item>
        ))}
        {open.length > 5 && <List.Item>and {open.length - 5} more</List.Item>}
      </List>
    </ConfirmWithReason>
  );
}
