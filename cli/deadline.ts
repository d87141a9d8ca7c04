import type { Deadline } from '../domain/compliance/deadline.ts';
import type { WorkingStep } from '../domain/compliance/working.ts';

export type { Deadline };

/** name=value words as the API's request: what names the clock stands at the top, every other word is a fact. */
export function deadlineRequest({ regime, formVersion, clock, zone, calendar, ...facts }: Record<string, unknown>): Record<string, unknown> {
  const inputs = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, listNames.test(name) && typeof value === 'string' ? value.split(',') : value]),
  );
  const given = { regime, clock, zone, formVersion: formVersion === undefined || formVersion === null ? undefined : String(formVersion) };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    inputs,
    ...(calendar ? { calendar: { id: calendar } } : {}),
  };
}
const listNames = /^creditor(Open|Closed)(Days|Dates)$/;

/** The deadline and its working, for a person to read. */
export function deadlineLines({ date, localTime, instant, answer, zone, working, unusedInputs }: Deadline): string[] {
  const { clause, steps } = working;
  return [
    [date, localTime, zone, instant && `= ${instant}`].filter(Boolean).join(' ') || 'no date',
    ...(answer === null ? [] : [`answer    ${answer ? 'yes' : 'no'}`]),
    `clause    ${clause.form}, version ${clause.version}, ${clause.paragraph} (${clause.source}; ${clause.mark})`,
    ...(clause.note ? [`note      ${clause.note}`] : []),
    ...steps.flatMap(stepLines),
    ...(unusedInputs.length > 0 ? [`not used  ${unusedInputs.join(', ')}`] : []),
  ];
}

function stepLines(step: WorkingStep): string[] {
  switch (step.step) {
    case 'fact':
      return [`from      ${step.date}  ${step.why}`];
    case 'count': {
      const skipped = step.days.filter((day) => day.skipped !== null).map((day) => `  skipped ${day.date}  ${day.skipped}`);
      return [
        `count     ${step.count} ${step.kind} days ${step.direction} ${step.dayZero} (day 0)${step.calendar ? `, holidays of ${step.calendar}` : ''}: ${step.date}`,
        ...skipped,
      ];
    }
    case 'months':
      return [`count     ${step.months} months after ${step.dayZero}: ${step.date}`];
    case 'roll':
      return [`roll      ${step.from} to ${step.date}, the ${step.towards} working day`, ...step.days.map((day) => `  passed  ${day.date}  ${day.skipped}`)];
    case 'no-roll':
      return [`no roll   ${step.date}: ${step.why}`];
    case 'choose':
      return [`${step.of.padEnd(9)} of ${step.dates.join(', ')}: ${step.date}`];
    case 'condition':
      return [`because   ${step.why}`];
    case 'answer':
      return [`${step.answer ? 'yes' : 'no '}       ${step.why}`];
    case 'cut-off':
      return [`until     ${step.localTime}${step.zone ? ` in ${step.zone}` : ''}`];
    default:
      return step satisfies never;
  }
}
