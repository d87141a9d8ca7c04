import { Text } from '@mantine/core';
import type { Column } from '../../parts/DataTable.tsx';
import { DealLink } from '../../parts/DealLink.tsx';
import { Health } from '../../parts/Health.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant } from '../../parts/Instant.tsx';

import { placeWords } from '../../parts/place.ts';
import { count, daysLeftWords, dayWords, plainDays } from '../../parts/time.ts';
import { type DealRow, healthRank, stages } from './rows.ts';

const Nothing = ({ of }: { of: string }) => (
  <>
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">{of}</span>
  </>
);
const stageWords = (stage: string): string => stage.replaceAll('-', ' ');

export const columns: readonly Column<DealRow>[] = [
  {
    id: 'property',
    header: 'Property',
    width: 172,
    grows: true,
    card: 'title',
    sort: ({ property }) => property,
    cell: ({ dealNo, property, city, state, agent }) => (
      <div style={{ fontWeight: 500 }}>
        <div className="two-lines">
          <DealLink dealNo={dealNo} property={property && placeWords(property.split(', ')[0]!)} />
        </div>
        <Text size="xs" c="dimmed" className="clip">
          Deal {dealNo}
          {city && state ? ` · ${placeWords(city)}, ${state}` : ''}
          {agent ? ` · ${agent.name}` : ''}
        </Text>
      </div>
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    width: 126,
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
    width: 106,
    sort: healthRank,
    cell: ({ health, zone }) => <Health state={health.state} reason={health.reason && plainDays(health.reason, zone)} />,
  },
  {
    id: 'closing',
    header: 'Closing',
    width: 98,
    has: ({ closingOn }) => closingOn !== null,
    sort: ({ closingOn }) => closingOn,
    cell: ({ closingOn, daysLeft }) =>
      closingOn ? (
        <>
          <span style={{ whiteSpace: 'nowrap' }}>{dayWords(`${closingOn}T12:00:00Z`, 'UTC')}</span>
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
    width: 112,
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
    width: 88,
    end: true,
    sort: ({ openTasks, overdue }) => -(overdue * 1000 + openTasks),
    cell: ({ openTasks, overdue }) => (
      <>
        {openTasks === 0 ? <Nothing of="no task" /> : count(openTasks, 'task')}
        {overdue > 0 && (
          <Text size="xs" fw={600} c="var(--tone-bad)" style={{ whiteSpace: 'nowrap' }}>
            {overdue} overdue
          </Text>
        )}
      </>
    ),
  },
  {
    id: 'missing',
    header: 'Missing',
    width: 112,
    end: true,
    has: ({ missingDocuments }) => missingDocuments.length > 0,
    sort: ({ missingDocuments }) => -missingDocuments.length,
    cell: ({ missingDocuments }) =>
      missingDocuments.length === 0 ? (
        <Nothing of="no document missing" />
      ) : (
        <Hint label={missingDocuments.join('; ')}>
          <span style={{ whiteSpace: 'nowrap' }}>{count(missingDocuments.length, 'document')}</span>
        </Hint>
      ),
  },
  {
    id: 'waiting',
    header: 'Waiting on',
    width: 132,
    grows: true,
    has: ({ waitingFor }) => waitingFor !== null,
    sort: ({ waitingSince }) => waitingSince,
    cell: ({ waitingFor, waitingSince, zone }) =>
      waitingFor ? (
        <>
          <Hint label={plainDays(waitingFor, zone)}>
            <div className="two-lines">{plainDays(waitingFor, zone)}</div>
          </Hint>
          {waitingSince && (
            <Text size="xs" c="dimmed">
              <Instant at={waitingSince} lasting />
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
    width: 102,
    has: ({ lastContactAt }) => lastContactAt !== null,
    sort: ({ lastContactAt }) => lastContactAt,
    cell: ({ lastContactAt }) => (lastContactAt ? <Instant at={lastContactAt} /> : <Nothing of="none yet" />),
  },
];
