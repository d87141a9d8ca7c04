import { Anchor, Text } from '@mantine/core';
import { useMe } from '../../api/me.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShortTable } from '../../parts/ShortTable.tsx';
import { plain } from '../../parts/words.ts';
import { ageWords, runWords, type SystemState } from './verdicts.ts';

type Run = SystemState['stuck'][number];

/** Runs whose next instant has gone by: which, how late, the likely reason, and where to read on. */
export function Stuck({ runs, runUrl }: { runs: SystemState['stuck']; runUrl: string | null }) {
  const { zone } = useMe().brokerage;
  const columns: Column<Run>[] = [
    {
      id: 'run',
      header: 'Run',
      card: 'title',
      width: 190,
      cell: ({ workflowId }) =>
        runUrl ? <Anchor href={runUrl.replace('{workflowId}', encodeURIComponent(workflowId))}>{runWords(workflowId)}</Anchor> : runWords(workflowId),
    },
    {
      id: 'late',
      header: 'Late by',
      width: 130,
      cell: ({ lateSeconds, dueAt }) => (
        <>
          {ageWords(lateSeconds)}
          <Text size="xs" c="dimmed">
            due <Instant at={dueAt} />
          </Text>
        </>
      ),
    },
    { id: 'waits', header: 'Was to do', cell: ({ waitingFor }) => (waitingFor ? plain(waitingFor, zone) : 'its next step'), width: 200 },
    {
      id: 'reason',
      header: 'Likely reason',
      cell: ({ reason, runbook }) => (
        <>
          {reason}.{' '}
          <Anchor href={runbook} inherit underline="always">
            What to do
          </Anchor>
        </>
      ),
    },
  ];
  return (
    <Section title="Runs that are late" about="More than ten minutes after the instant at which they would act by themselves.">
      <ShortTable
        label="Runs that are late"
        rows={runs}
        columns={columns}
        idOf={({ workflowId }) => workflowId}
        empty={<Text size="sm">None: every run acts when it is due.</Text>}
      />
    </Section>
  );
}
