import { Text, Tooltip } from '@mantine/core';
import type { Column } from '../../parts/DataTable.tsx';
import { DealLink } from '../../parts/DealLink.tsx';
import { Health } from '../../parts/Health.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { count, daysLeftWords, dayWords } from '../../parts/time.ts';
import { dayOf } from '../deal/days.ts';
import { type DealRow, healthRank, stages } from './rows.ts';

const Nothing = ({ of }: { of: string }) => (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">{of}</span>
  </>
);
/** Dates in a sentence as days; no more of the words of a deal, which the first page need not load. */
const dated = (words: string): string => words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, dayOf);
const stageWords = (stage: string): string => stage.replaceAll('-', ' ');

export const columns: readonly Column<DealRow>[] = [
  {
    id: 'property',
    header: 'Property',
    width: 215,
    card: 'title',
    sort: ({ property }) => property,
    cell: ({ dealNo, property, agent }) => (
      <div style={{ fontWeight: 500 }}>
        <div className="clip">
          <DealLink dealNo={dealNo} property={property} />
        </div>
        <Text size="xs" c="dimmed" className="clip">
          Deal {dealNo}
          {agent ? ` · ${agent.name}` : ''}
        </Text>
      </div>
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    width: 115,
    sort: ({ stage }) => stages.indexOf(stage as (typeof stages)[number]),
    cell: ({ stage, side }) => (
      <>
        {stageWords(stage)}
        <Text size="xs" c="dimmed">
          {side}
        </Text>
      </>
    ),
  },
  {
    id: 'health',
    header: 'Health',
    width: 140,

    sort: healthRank,
    cell: ({ health }) => <Health state={health.state} reason={health.reason} />,
  },
  {
    id: 'closing',
    header: 'Closing',
    width: 100,
    has: ({ closingOn }) => closingOn !== null,
    sort: ({ closingOn }) => closingOn,
    cell: ({ closingOn, daysLeft }) =>
      closingOn ? (
        <>
          {dayWords(`${closingOn}T12:00:00Z`, 'UTC')}
          {daysLeft !== null && (
            <Text size="xs" c={daysLeft < 0 ? 'var(--tone-bad)' : 'dimmed'}>
              {daysLeftWords(daysLeft)}
            </Text>
          )}
        </>
      ) : (
        <Nothing of="no closing date yet" />
      ),
  },
  {
    id: 'next',
    header: 'Next key date',
    width: 150,
    has: ({ nextKey }) => nextKey !== null,
    sort: ({ nextKey }) => nextKey?.dueAt ?? null,
    cell: ({ nextKey, zone }) =>
      nextKey ? (
        <>
          <Instant at={nextKey.dueAt} zone={zone} />
          <Text size="xs" c="dimmed" className="clip">
            {nextKey.title}
          </Text>
        </>
      ) : (
        <Nothing of="no date ahead" />
      ),
  },
  {
    id: 'open',
    header: 'Open',
    width: 100,
    end: true,
    sort: ({ openTasks, overdue }) => -(overdue * 1000 + openTasks),
    cell: ({ openTasks, overdue }) => (
      <>
        {count(openTasks, 'task')}
        {overdue > 0 && (
          <Text size="xs" fw={600} c="var(--tone-bad)">
            {overdue} overdue
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'missing',
    header: 'Missing',
    width: 110,
    end: true,
    has: ({ missingDocuments }) => missingDocuments.length > 0,
    sort: ({ missingDocuments }) => -missingDocuments.length,
    cell: ({ missingDocuments }) =>
      missingDocuments.length === 0 ? (
        <Nothing of="no document missing" />
      ) : (
        <Tooltip label={missingDocuments.join(', ')} multiline maw={360}>
          <span>{count(missingDocuments.length, 'document')}</span>
        </Tooltip>
      ),
  },
  {
    id: 'waiting',
    header: 'Waiting on',
    width: 140,
    has: ({ waitingFor }) => waitingFor !== null,
    sort: ({ waitingSince }) => waitingSince,
    cell: ({ waitingFor, waitingSince }) =>
      waitingFor ? (
        <>
          <Tooltip label={dated(waitingFor)} multiline maw={360}>
            <div className="clip">{dated(waitingFor)}</div>
          </Tooltip>
          {waitingSince && (
            <Text size="xs" c="dimmed">
              since <Instant at={waitingSince} />
            </Text>
          )}
        </>
      ) : (
        <Nothing of="nobody" />
      ),
  },
  {
    id: 'contact',
    header: 'Last contact',
    width: 100,
    has: ({ lastContactAt }) => lastContactAt !== null,
    sort: ({ lastContactAt }) => lastContactAt,
    cell: ({ lastContactAt }) => (lastContactAt ? <Instant at={lastContactAt} /> : <Nothing of="none yet" />),
  },
];
