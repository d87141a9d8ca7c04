import { Anchor, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Answer } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import { apiQuery } from '../../api/query.ts';
import { Instant } from '../../parts/Instant.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Page } from '../../parts/Page.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';
import { count, dateWords, moneyWords } from '../../parts/time.ts';
import { Waits } from '../../parts/Waits.tsx';
import { importStatus } from './Imports.tsx';

const Rejects = lazy(() => import('./Rejects.tsx'));
const route = getRouteApi('/shell/imports/$no');
type ImportView = Answer<'/v1/imports/{no}', 'get'>;
const isOpen = ({ status }: ImportView): boolean => status === 'queued' || status === 'running';

/** One list: how far it is, what came of its lines, and those that were not taken, to mend. */
export function Import() {
  const no = Number(route.useParams().no);
  const query = useQuery({
    ...apiQuery('/v1/imports/{no}', { path: { no } }),
    // Lines are counted by batches, which are no events.
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? 1000 : false),
  });
  return (
    <Page title={query.data ? query.data.list : `Import ${no}`}>
      <Shown query={query} what={`import ${no}`}>
        {(found) => <File found={found} />}
      </Shown>
    </Page>
  );
}

const buckets = [
  { name: 'new', label: 'new leads' },
  { name: 'updated', label: 'updated' },
  { name: 'unchanged', label: 'unchanged' },
  { name: 'merged', label: 'merged with a line above' },
] as const;

function File({ found }: { found: ImportView }) {
  const { importNo, status, report, progress, cost } = found;
  const { label, ...look } = importStatus[status];
  const share = progress.bytesTotal ? Math.min(100, Math.round((progress.bytesDone / progress.bytesTotal) * 100)) : 0;
  return (
    <div style={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      <Stack gap="sm">
        <Group gap="lg">
          <Status {...look}>{label}</Status>
          <Text size="sm" c="dimmed">
            Import {importNo} · {found.fileName} · list of {dateWords(found.date)} from {found.source} · taken in <Instant at={found.createdAt} />
          </Text>
          <Anchor component={Link} to="/leads" search={{ import: importNo } as never} size="sm">
            Its leads
          </Anchor>
          <RunLink workflowId={found.workflowId} of={`import ${importNo}`} />
        </Group>
        {isOpen(found) && (
          <div className="panel">
            {status === 'running' && (
              <Text mb={6} role="status">
                {count(report?.read ?? 0, 'line')} read so far, {share} % of the file
              </Text>
            )}
            <Working no={importNo} />
            <Progress value={share} aria-label={`Share of the file that is read: ${share} percent`} />
          </div>
        )}
        {status === 'failed' && <Failure problem={found.problem} />}
        {report && (
          <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="xs">
            {buckets.map(({ name, label: words }) => (
              <Count key={name} n={report[name]} label={words} />
            ))}
            <Count n={report.rejected.total} label="not taken" bad={report.rejected.total > 0} />
          </SimpleGrid>
        )}
        {report && status === 'finished' && (
          <Text size="sm" c="dimmed">
            {count(report.read, 'line')} in all, each in one of these.
            {report.rowsPerSecond > 0 ? ` ${report.rowsPerSecond.toLocaleString('en-US')} lines a second.` : ''}
            {cost && cost.costCents > 0
              ? ` The list cost ${moneyWords(cost.costCents)}${cost.costPerLeadCents === null ? '' : `: ${moneyWords(cost.costPerLeadCents)} for each of ${count(cost.leads, 'lead')}`}.`
              : ''}
          </Text>
        )}
        {report && report.rejected.total > 0 && (
          <section aria-label="Lines that were not taken">
            <Suspense fallback={<Loading what="the lines that were not taken" />}>
              <Rejects
                importNo={importNo}
                finished={status === 'finished'}
                download={
                  <Button
                    component="a"
                    href={`/v1/imports/${importNo}/rejects.csv`}
                    download
                    variant="default"
                    leftSection={<IconDownload size={15} aria-hidden />}
                  >
                    Download them
                  </Button>
                }
              />
            </Suspense>
          </section>
        )}
      </Stack>
    </div>
  );
}

/** The step of its run, in words. */
function Working({ no }: { no: number }) {
  return <Waits query={useQuery({ ...apiQuery('/v1/imports/{no}/explain', { path: { no } }), refetchInterval: 2000 })} />;
}

const Count = ({ n, label, bad = false }: { n: number; label: string; bad?: boolean }) => (
  <div className="panel">
    <Text fz={22} fw={600} lh={1.2} c={bad ? 'var(--tone-bad)' : undefined}>
      {n.toLocaleString('en-US')}
    </Text>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
  </div>
);

/** What a run wrote when it failed, as any other refusal. */
function Failure({ problem }: { problem: unknown }) {
  const { detail, nextStep, code } = (problem ?? {}) as { detail?: string; nextStep?: string; code?: string };
  return (
    <ProblemView
      error={
        new Problem(0, {
          type: code ?? 'import-failed',
          title: 'The list was not imported',
          detail: detail ?? 'Its run ended without saying why.',
          nextStep: nextStep ?? 'Import the list once more.',
        })
      }
    />
  );
}
