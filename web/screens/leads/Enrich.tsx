import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../api/act.ts';
import { apiQuery } from '../../api/query.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { count, moneyWords } from '../../parts/time.ts';

/** Asks data providers about leads, and says before what it may cost. */
export default function Enrich({ leadNos, close }: { leadNos: number[]; close: (asked: boolean) => void }) {
  const costs = useQuery(apiQuery('/v1/lookups/costs'));
  const enrich = useAct('post', '/v1/leads/enrich');
  const billed = (costs.data?.items ?? []).filter(({ costCents }) => costCents > 0);
  const [answers, cents] = [billed.reduce((sum, each) => sum + each.count, 0), billed.reduce((sum, each) => sum + each.costCents, 0)];
  const each = answers > 0 ? cents / answers : null;
  return (
    <Dialog opened onClose={() => close(false)} title={`Look up ${count(leadNos.length, 'lead')}`}>
      <Stack gap="sm">
        <Text>The data providers of your brokerage are asked for owners, phones, values and liens; then the rules decide each lead anew.</Text>
        <Text fw={600}>
          {costs.data === undefined
            ? 'Reading what an answer costs …'
            : each === null
              ? 'Nothing has been billed yet, so what an answer costs is not known here: your contract with the provider says it.'
              : `About ${moneyWords(Math.round(each * leadNos.length))} at most: an answer has cost ${moneyWords(Math.round(each))} on average (${count(answers, 'answer')} so far).`}
        </Text>
        <Text size="sm" c="dimmed">
          A record is never billed twice: what was answered before is kept and not asked again.
        </Text>
        {enrich.error && <ProblemView error={enrich.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => close(false)}>
            Cancel
          </Button>
          <Button
            data-autofocus
            loading={enrich.isPending}
            onClick={() =>
              enrich.mutate(
                { body: { select: { leadNos } } },
                {
                  onSuccess: ({ leads }) => {
                    notifications.show({ message: `${count(leads, 'lead')} being looked up. The list changes as answers come in.` });
                    close(true);
                  },
                },
              )
            }
          >
            Look up {count(leadNos.length, 'lead')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
