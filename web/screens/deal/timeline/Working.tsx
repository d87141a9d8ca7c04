import './working.css';
import { Text } from '@mantine/core';
import type { Working as Given, WorkingStep } from '../../../../domain/compliance/working.ts';
import { dayOf, dayWithYear, timeWords } from '../days.ts';
import { conditionWords, sentence } from '../words.ts';

type Rule = { date?: string | null; localTime?: string | null; working?: Given } & Record<string, unknown>;

const sure: Record<string, string> = {
  A: 'read in the form itself',
  'A*': 'read in the form itself',
  S: 'read in the statute',
  P: 'common practice',
  D: 'set by hand',
  R: 'read in the regulation',
};

/** How a deadline came about: where it starts, each day counted or left out and why, where it rolls, the cut-off, and the clause. */
export function Working({ rule }: { rule: Record<string, unknown> | null }) {
  const working = (rule as Rule | null)?.working;
  if (!working) return <Text size="sm">The rule has no answer yet.</Text>;
  const { steps, clause } = working;
  return (
    <div className="working">
      <ol>
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one calculation keep their order
          <li key={at}>
            <Step step={step} />
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed">
        {clause.form}, version {clause.version}, paragraph {clause.paragraph}
        {clause.note ? `. ${clause.note}` : ''}. {sentence(sure[clause.mark] ?? `confidence ${clause.mark}`)}
        {clause.source && clause.source !== clause.form && !clause.form.includes(clause.source) ? `: ${clause.source}` : ''}.
      </Text>
    </div>
  );
}

const kinds = { calendar: 'calendar', business: 'business', specific: 'specific business', general: 'general business' } as const;

function Step({ step }: { step: WorkingStep }) {
  switch (step.step) {
    case 'fact':
      return (
        <>
          Starts from the {step.why.replace(/^\w+: /, '')}: <b>{dayWithYear(step.date)}</b>
        </>
      );
    case 'count':
      return (
        <>
          {step.count} {kinds[step.kind]} {step.count === 1 ? 'day' : 'days'} {step.direction} {dayOf(step.dayZero)} (day 0, not counted):{' '}
          <b>{dayOf(step.date)}</b>
          {step.calendar && (
            <span className="dim"> · {step.calendar === 'us-federal' ? 'federal holidays' : `holidays of ${step.calendar.replaceAll('-', ' ')}`}</span>
          )}
          <Days days={step.days} />
        </>
      );
    case 'months':
      return (
        <>
          {step.months} months after {dayOf(step.dayZero)}: <b>{dayWithYear(step.date)}</b>
        </>
      );
    case 'roll':
      return (
        <>
          {dayOf(step.from)} is no business day: moves to the {step.towards} one, <b>{dayOf(step.date)}</b>
          <Days days={step.days} />
        </>
      );
    case 'no-roll':
      return (
        <>
          Stays on <b>{dayOf(step.date)}</b>: {step.why.replace('holiday of us-federal', 'federal holiday')}
        </>
      );
    case 'choose':
      return (
        <>
          The {step.of} of {step.dates.map(dayOf).join(' and ')}: <b>{dayOf(step.date)}</b>
        </>
      );
    case 'condition':
      return <>{conditionWords(step.why)}</>;
    case 'answer':
      return (
        <>
          {step.answer ? 'Yes' : 'No'}: {step.why}
        </>
      );
    case 'cut-off':
      return (
        <>
          Ends at <b>{timeWords(String(step.localTime))}</b>
          {step.zone ? `, ${step.zone.split('/').at(-1)!.replaceAll('_', ' ')} time` : ''}
        </>
      );
  }
}

type Day = { date: string; number: number | null; skipped: string | null };
/** Each day with its number, or why it does not count. */
const Days = ({ days }: { days: readonly Day[] }) =>
  days.length === 0 ? null : (
    <ul className="working-days" aria-label="Days">
      {days.map(({ date, number, skipped }) => (
        <li key={date} data-skipped={skipped !== null}>
          <span className="dim">{dayOf(date)}</span> {skipped ? `not counted: ${skipped}` : number === null ? '' : <b>{number}</b>}
        </li>
      ))}
    </ul>
  );
