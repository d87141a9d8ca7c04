import { Text, Tooltip } from '@mantine/core';
import type { Column } from '../../parts/DataTable.tsx';
import { DealLink } from '../../parts/DealLink.tsx';
import { Health } from '../../parts/Health.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { count, daysLeftWords, dayWords } from '../../parts/time.ts';
import { type DealRow, healthRank } from './rows.ts';

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
    width: 260,
    card: 'title',
    sort: ({ property }) => property,
    cell: ({ dealNo, property, agent }) => (
      <div style={{ fontWeight: 500 }}>
        <div className="clip">
          <DealLink dealNo={dealNo} property={property} />
        </div>
        <Text size="xs" c="dimmed" className="clip">
          Deal {dealNo}
          {agent ? ` · ${agent}` : ''}
        </Text>
      </div>
    ),
  },
  { id: 'side', header: 'Side', width: 100, sort: ({ side }) => side, cell: ({ side }) => side },
  { id: 'stage', header: 'Stage', width: 125, sort: ({ stage }) => stage, cell: ({ stage }) => stageWords(stage) },
  {
    id: 'health',
    header: 'Health',
    width: 210,
    sort: healthRank,
    cell: ({ health }) => (health ? <Health state={health.state} reason={health.reason} /> : <Nothing of="no file yet" />),
  },
  {
    id: 'closing',
    header: 'Closing',
    width: 130,
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
    width: 190,
    sort: ({ nextKey }) => nextKey?.dueAt ?? null,
    cell: ({ nextKey }) =>
      nextKey ? (
        <>
          <Instant at={nextKey.dueAt} />
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
    header: 'Open / overdue',
    width: 130,
    end: true,
    sort: ({ open, overdue }) => (open === null ? null : (overdue ?? 0) * 1000 + open),
    cell: ({ open, overdue }) =>
      open === null ? (
        <Nothing of="not counted" />
      ) : (
        <span>
          {open}
          {overdue ? <strong style={{ color: 'var(--tone-bad)' }}> / {overdue} overdue</strong> : ' / 0'}
        </span>
      ),
  },
  {
    id: 'missing',
    header: 'Missing',
    width: 120,
    end: true,
    sort: ({ missingDocuments }) => missingDocuments,
    cell: ({ missingDocuments }) =>
      missingDocuments === null ? <Nothing of="not counted" /> : missingDocuments === 0 ? 'none' : count(missingDocuments, 'document'),
  },
  {
    id: 'waiting',
    header: 'Waiting on',
    width: 220,
    sort: ({ waitingSince }) => waitingSince,
    cell: ({ waitingFor, waitingSince }) =>
      waitingFor ? (
        <>
          <Tooltip label={waitingFor} multiline maw={360}>
            <div className="clip">{waitingFor}</div>
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
    width: 120,
    sort: ({ lastContactAt }) => lastContactAt,
    cell: ({ lastContactAt }) => (lastContactAt ? <Instant at={lastContactAt} /> : <Nothing of="none yet" />),
  },
];
