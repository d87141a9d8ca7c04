import { Group, Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Item } from '../../api/client.ts';
import { apiQuery } from '../../api/query.ts';
import { Instant } from '../../parts/Instant.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { Status } from '../../parts/Status.tsx';
import { count } from '../../parts/time.ts';
import { Waits } from '../../parts/Waits.tsx';

type Job = Item<'/v1/lead-jobs'>;
const names: Record<Job['kind'], string> = { enrichment: 'Look-up', 'rules-test': 'Test of rules', rescoring: 'Decisions by the new rules' };
const isOpen = ({ status }: Job): boolean => status === 'queued' || status === 'running';

/** Work over many leads that is under way, as milestones in words; what ended while one looked, and for a day what failed. Nothing where there is none. */
export function Jobs() {
  const { data, error, refetch } = useQuery({
    ...apiQuery('/v1/lead-jobs'),
    // Leads are ticked off one by one, which are no events.
    refetchInterval: ({ state }) => (state.data?.items.some(isOpen) ? 1000 : false),
  });
  const seen = useRef(new Set<number>());
  const jobs = data?.items ?? [];
  for (const { jobNo } of jobs.filter(isOpen)) seen.current.add(jobNo);
  const shown = jobs.filter((job) => isOpen(job) || job.status === 'failed' || seen.current.has(job.jobNo));
  if (error && !data) return <ProblemView error={error} retry={refetch} />;
  if (shown.length === 0) return null;
  return (
    <ul className="cards panel" aria-label="Work over many leads" style={{ marginBottom: 10, flex: 'none' }}>
      {shown.map((job) => (
        <One key={job.jobNo} job={job} />
      ))}
    </ul>
  );
}

function One({ job }: { job: Job }) {
  const { jobNo, kind, status, done, total, explanation, finishedAt, problem, workflowId } = job;
  const name = `${names[kind]} ${jobNo}`;
  const why = (problem as { message?: string } | null)?.message;
  return (
    <li className="card" style={{ paddingBlock: 4 }}>
      <Group gap="sm" fz="sm">
        <Text fw={600} size="sm">
          {name}
        </Text>
        {isOpen(job) ? (
          <Status tone="info" icon="working">
            {status === 'queued' ? 'waits for its turn' : 'under way'}
          </Status>
        ) : (
          <Status tone={status === 'failed' ? 'bad' : 'good'}>{status === 'failed' ? 'failed' : `finished: ${count(total, 'lead')}`}</Status>
        )}
        {finishedAt && (
          <Text size="sm" c="dimmed">
            <Instant at={finishedAt} />
          </Text>
        )}
        <RunLink workflowId={workflowId} of={name} />
      </Group>
      {explanation && <Waits query={{ data: { explanation }, isError: false }} />}
      {status === 'failed' && <Text size="sm">{why ?? 'Its run ended without saying why.'} Ask for it once more; what was answered is kept.</Text>}
      {isOpen(job) && <Progress value={total > 0 ? (done / total) * 100 : 0} size="sm" mt={4} maw={420} aria-label={`${name}: ${done} of ${total} leads`} />}
    </li>
  );
}
