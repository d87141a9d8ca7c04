import { Progress, Text } from '@mantine/core';
import {
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleDotFilled,
  IconCircleMinus,
  IconCircleXFilled,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { dayOf } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { awaitedWords, stageWords } from '../words.ts';
import { endedEarly, type Phase, phases, progress, type Step, steps } from './road.ts';

/** The whole way at a glance: stages behind and ahead, and the steps of the contract, those without a date as placeholders. */
export function Road() {
  const { no, deal } = useDeal();
  const deadlines = useDeadlines(no);
  const all = steps(deadlines.data?.items ?? []);
  const { done, of, next } = progress(all);
  const words = of === 0 ? null : `${done} of ${of}${next ? ` · next: ${next.title}${next.date ? `, ${dayOf(next.date)}` : ''}` : ''}`;
  return (
    <Section title="Road map" aside={words && <Text size="sm">{words}</Text>}>
      <ol className="road" aria-label="Stages">
        {phases(deal.side, deal.stage).map((phase) => (
          <Stage key={phase.name} {...phase} />
        ))}
      </ol>
      {endedEarly(deal.stage) && <Text mb="xs">It ended: {stageWords(deal.stage)}.</Text>}
      {of > 0 && <Progress value={(done / of) * 100} size="sm" mb="sm" aria-label={`Steps of the contract: ${words}`} />}
      {all.length > 0 ? (
        <ul className="steps" aria-label="Steps of the contract">
          {all.map((step) => (
            <StepLine key={step.clock} no={no} step={step} />
          ))}
        </ul>
      ) : (
        !deal.closedAt && (
          <Text size="sm" c="dimmed">
            The steps between contract and closing appear once the signed contract is recorded: its form and dates say which.
          </Text>
        )
      )}
    </Section>
  );
}

const stageMarks = { done: IconCircleCheckFilled, now: IconCircleDotFilled, ahead: IconCircleDashed };
const stageSaid = { done: 'done', now: 'now', ahead: 'still to come' };
function Stage({ name, state }: Phase) {
  const Icon = stageMarks[state];
  return (
    <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <Icon size={18} aria-hidden />
      <span>{name}</span>
      <span className="visually-hidden">, {stageSaid[state]}</span>
    </li>
  );
}

const marks = { done: IconCircleCheckFilled, missed: IconCircleXFilled, off: IconCircleMinus, paused: IconPlayerPauseFilled, ahead: IconCircle };
function StepLine({ no, step: { clock, title, date, state, status, waitsFor } }: { no: number; step: Step }) {
  const Icon = state === 'ahead' && date === null ? IconCircleDashed : marks[state];
  const says =
    state === 'ahead' ? (date ? dayOf(date) : `after ${waitsFor.map(awaitedWords).join(', ') || 'what it counts from'}`) : state === 'done' ? 'done' : status;
  return (
    <li data-state={state} data-undated={state === 'ahead' && date === null}>
      <Icon size={16} aria-hidden />
      <Link to="/deals/$no/timeline" params={{ no: String(no) } as never} search={{ clock } as never}>
        {title}
      </Link>
      <span className="dim">{says}</span>
    </li>
  );
}
