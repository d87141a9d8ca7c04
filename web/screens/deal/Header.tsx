import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { apiQuery } from '../../api/query.ts';
import { Health } from '../../parts/Health.tsx';
import { Hint } from '../../parts/Hint.tsx';
import { Instant, useBusinessNow } from '../../parts/Instant.tsx';
import { RunLink } from '../../parts/RunLink.tsx';
import { dateIn, daysBetween, daysLeftWords } from '../../parts/time.ts';
import { dayOf } from './days.ts';
import { useDeadlines, useDeal } from './use-deal.ts';
import { plain, sentence, sideWords, stageWords } from './words.ts';

/** What a person asks first, and which therefore stays in sight on every tab. */
export function Header() {
  const { deal, asOf } = useDeal();
  return (
    <div className="deal-head">
      <Text component="p" m={0}>
        Deal {deal.dealNo} · {sideWords(deal.side)}
        {asOf === null && (
          <>
            {' · '}
            <b>{sentence(stageWords(deal.stage))}</b>
          </>
        )}
      </Text>
      {asOf === null && <Standing />}
      <Tools />
    </div>
  );
}

function Standing() {
  const { no, deal, zone } = useDeal();
  const health = useQuery(apiQuery('/v1/deals/{no}/health', { path: { no } }));
  const worst = health.data?.risks[0];
  return (
    <>
      {health.data && deal.closedAt === null && <Health state={health.data.health} reason={worst && plain(worst.what, zone)} />}
      <Closing />
      {deal.waitingFor && deal.closedAt === null && (
        <Text component="p" m={0}>
          Waits for {plain(deal.waitingFor, zone)}
          {deal.waitingSince && (
            <Text span c="dimmed" inherit>
              {' '}
              <Instant at={deal.waitingSince} lasting />
            </Text>
          )}
        </Text>
      )}
      {deal.closedAt && (
        <Text component="p" m={0}>
          Ended <Instant at={deal.closedAt} />
          {deal.closedReason && `: ${deal.closedReason}`}
        </Text>
      )}
    </>
  );
}

/** The date of the closing table with the days that are left. */
function Closing() {
  const { no, zone, deal } = useDeal();
  const now = useBusinessNow()();
  const closing = useDeadlines(no).data?.items.find(({ evidence, date }) => evidence === 'Closing.Completed' && date !== null);
  if (!closing?.date) return null;
  const left = daysBetween(dateIn(now, zone), closing.date);
  return (
    <Text component="p" m={0}>
      {closing.status === 'satisfied' ? 'Closed, due ' : 'Closing '}
      {dayOf(closing.date)}
      {closing.status === 'pending' && deal.closedAt === null && (
        <Text span c={left < 0 ? 'var(--tone-bad)' : 'dimmed'} inherit>
          {' '}
          · {daysLeftWords(left)}
        </Text>
      )}
    </Text>
  );
}

function Tools() {
  const { deal, asOf, zone } = useDeal();
  const today = dateIn(useBusinessNow()(), zone);
  const navigate = useNavigate();
  const field = useId();
  const set = (day: string): void => void navigate({ to: '.', search: (day && day < today ? { asOf: day } : {}) as never, replace: asOf !== null });
  return (
    <Group gap="xs" className="deal-tools no-print" wrap="nowrap">
      <span className="deal-as-of">
        <label htmlFor={field}>As of</label>
        <TextInput
          id={field}
          type="date"
          size="xs"
          value={asOf ?? today}
          min={dateIn(deal.openedAt, zone)}
          max={today}
          onChange={({ currentTarget: { value } }) => value && set(value)}
        />
      </span>
      <Hint label="Print this file">
        <ActionIcon
          aria-label="Print this file"
          onClick={() => void navigate({ to: '/deals/$no/print', params: { no: String(deal.dealNo) } as never, search: (asOf ? { asOf } : {}) as never })}
        >
          <IconPrinter size={18} aria-hidden />
        </ActionIcon>
      </Hint>
      <RunLink workflowId={deal.workflowId} of={`deal ${deal.dealNo}`} />
    </Group>
  );
}
