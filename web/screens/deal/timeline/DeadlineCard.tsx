import { Button, Collapse, Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Milestone } from '../../../../domain/closing/milestones.ts';
import { apiQuery } from '../../../api/query.ts';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Status } from '../../../parts/Status.tsx';
import { dateIn } from '../../../parts/time.ts';
import type { Tone } from '../../../parts/tone.ts';
import { useAsk } from '../acts/asked.ts';
import { dayOf, timeWords } from '../days.ts';
import type { Deadline } from '../use-deal.ts';
import { useDeal } from '../use-deal.ts';
import { usePersonName } from '../use-person.ts';
import { Waits } from '../Waits.tsx';
import { awaitedWords, evidenceWords, factGiving, plain, roleWords } from '../words.ts';
import { type ClockAct, DeadlineAct, labels } from './DeadlineAct.tsx';
import type { Item } from './entries.ts';
import { Working } from './Working.tsx';

const tones: Record<string, Tone> = {
  satisfied: 'good',
  breached: 'bad',
  waived: 'neutral',
  terminated: 'neutral',
  lapsed: 'neutral',
  tolled: 'info',
  pending: 'neutral',
  extended: 'info',
};
const statusWords: Record<string, string> = {
  satisfied: 'done',
  breached: 'missed',
  terminated: 'ended',
  tolled: 'paused',
  pending: 'open',
  lapsed: 'lapsed unused',
};

type Props = {
  deadline: Deadline;
  opened: boolean;
  current: boolean;
  toggle: () => void;
  onFocus: () => void;
  /** The times its date moved. */
  moves: readonly Item[];
  amendmentReason: (amendmentNo: number | undefined) => string | undefined;
  mayAct: boolean;
};

/** One deadline on the line; opened, it shows its working, its history, and what can be done. */
export function DeadlineCard({ deadline, opened, current, toggle, onFocus, moves, amendmentReason, mayAct }: Props) {
  const { zone } = useDeal();
  const { clock, title, actor, status, state, date, localTime, waitsFor, byHand, problem } = deadline;
  const last = moves.at(-1);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className="line-deadline" data-row={clock} data-status={status} data-current={current} tabIndex={-1} onFocus={onFocus} aria-label={title}>
      <button type="button" className="line-toggle" aria-expanded={opened} onClick={toggle}>
        <Chevron size={16} aria-hidden />
        <b>{title}</b>
        <Status tone={tones[state] ?? 'neutral'} {...(state === 'tolled' ? { icon: 'stopped' as const } : {})}>
          {statusWords[state] ?? state}
        </Status>
        <span className="dim">
          {roleWords(actor)}
          {localTime && date ? ` · until ${localTime === '23:59' ? 'the end of the day' : timeWords(localTime)}` : ''}
          {byHand ? ' · set by hand' : ''}
        </span>
      </button>
      {last && (
        <Text size="sm" className="line-moved">
          <s>{last.prior ? dayOf(last.prior) : 'no date'}</s> → {last.date ? dayOf(last.date) : 'no date'}{' '}
          <span className="dim">
            {last.amendmentNo
              ? `by amendment ${last.amendmentNo}${amendmentReason(last.amendmentNo) ? `: ${amendmentReason(last.amendmentNo)}` : ''}`
              : last.cause === 'hand'
                ? 'by hand'
                : 'by a fact'}
          </span>
        </Text>
      )}
      {waitsFor.length > 0 && (
        <Text size="sm" className="line-moved">
          Its date is known once this is recorded: {waitsFor.map(awaitedWords).join(', ')}.
        </Text>
      )}
      {problem && (
        <Text size="sm" className="line-moved" c="var(--tone-bad)">
          {plain(problem, zone)}
        </Text>
      )}
      <Collapse expanded={opened}>{opened && <Details deadline={deadline} moves={moves} mayAct={mayAct} />}</Collapse>
    </li>
  );
}

function Details({ deadline, moves, mayAct }: Pick<Props, 'deadline' | 'moves' | 'mayAct'>) {
  const personName = usePersonName();
  const { no, asOf, zone } = useDeal();
  const { clock, title, byHand, extended, settled, rule, evidence, contingency, waitsFor, status, watched, dueAt, workflowId } = deadline;
  const isOpen = status === 'pending' && asOf === null;
  const waits = useQuery({ ...apiQuery('/v1/deals/{no}/deadlines/{clock}', { path: { no, clock } }), enabled: isOpen });
  const ruleDate = (rule as { date?: string | null } | null)?.date ?? null;
  return (
    <div className="line-details">
      {byHand && (
        <Text size="sm">
          Set by hand to <b>{dayOf(String(byHand.date))}</b> by {personName(byHand.by)}: {String(byHand.reason)}. The rule itself says{' '}
          <b>{ruleDate ? dayOf(ruleDate) : 'no date yet'}</b>.
        </Text>
      )}
      {extended && <Extended extended={extended} zone={zone} />}
      {settled && (
        <Text size="sm">
          {statusWords[status] ?? status} by {personName(settled.by)}: {plain(String(settled.reason), 'UTC')}
        </Text>
      )}
      {evidence && status === 'pending' && <Text size="sm">Done when this is recorded: {evidenceWords(evidence, contingency).toLowerCase()}.</Text>}
      {moves.length > 1 && (
        <Text size="sm">
          Moved {moves.length} times: {moves.map(({ prior, date }) => `${prior ? dayOf(prior) : 'no date'} → ${date ? dayOf(date) : 'no date'}`).join('; ')}.
        </Text>
      )}
      {isOpen && <Waits query={waits} />}
      <Working rule={rule} />
      {watched && dueAt && <RunLink workflowId={workflowId} of={title} />}
      {mayAct && <ActsOn deadline={deadline} recordable={[evidence, ...waitsFor.map(factGiving)].find((fact) => fact != null) as Milestone | undefined} />}
    </div>
  );
}

/** Who gave it more time, when, and what shows that it was agreed. */
function Extended({ extended: { from, to, by, at, amendmentNo, reason, proof }, zone }: { extended: NonNullable<Deadline['extended']>; zone: string }) {
  const personName = usePersonName();
  return (
    <Text size="sm">
      Extended from <b>{dayOf(from.date)}</b> to <b>{dayOf(to.date)}</b> {amendmentNo === null ? 'by hand' : `by amendment ${amendmentNo}`}, by {personName(by)}{' '}
      on {dayOf(dateIn(at, zone))}
      {reason ? `: ${reason}` : ''}
      {proof ? ` (${proof})` : ''}.
    </Text>
  );
}

function ActsOn({ deadline, recordable }: { deadline: Deadline; recordable: Milestone | undefined }) {
  const { contract } = useDeal();
  const ask = useAsk();
  const [act, setAct] = useState<ClockAct | null>(null);
  const { status, byHand, title, evidence, contingency, livesOn } = deadline;
  const ofIt = recordable === evidence ? contingency : null;
  if (contract?.status !== 'in-force' && !(contract?.status === 'closed' && livesOn)) return null;
  const isOpen = status === 'pending' || status === 'breached';
  const acts: ClockAct[] = isOpen
    ? ['satisfy', 'waive', 'extend', 'set-date', ...(status === 'pending' ? (['toll'] as const) : []), 'terminate', ...(byHand ? (['by-rule'] as const) : [])]
    : ['resume'];
  return (
    <Group gap={6} mt="xs" className="no-print">
      {isOpen && recordable && (
        <Button size="compact-sm" onClick={() => ask({ what: 'fact', fact: recordable, contingency: ofIt })}>
          {evidenceWords(recordable, ofIt)} …
        </Button>
      )}
      {acts.map((each) => (
        <Button key={each} size="compact-sm" variant="default" aria-label={`${labels[each]}: ${title}`} onClick={() => setAct(each)}>
          {labels[each]}
        </Button>
      ))}
      {act && <DeadlineAct act={act} deadline={deadline} close={() => setAct(null)} />}
    </Group>
  );
}
