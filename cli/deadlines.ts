import { isCustomClock } from '../domain/compliance/custom.ts';
import { localDay } from './format.ts';
import type { Output } from './output.ts';
import type { FileDeadline } from './types.ts';

/** A clock by its name; one that a person made, with what they called it. */
export const clockWords = (clock: string, title: string): string => (isCustomClock(clock) ? `${clock} ${title}` : clock);

/** Deadlines as a table: when, whose, what shows it was done, where it stands. */
export function deadlineLines(out: Output, deadlines: readonly FileDeadline[]): void {
  if (deadlines.length === 0) {
    out.line('No deadlines: the deal is under no contract.');
    return;
  }
  out.table(
    [...deadlines],
    [
      // Never the reader's own clock: far from the property the day would be another one.
      {
        title: 'Due where the property is',
        value: ({ waitsFor, date, localTime }) => (date ? localDay(date, localTime) : `waits for ${waitsFor.join(', ')}`),
        max: 44,
      },
      { title: 'Deadline', value: ({ clock, title }) => clockWords(clock, title) },
      { title: 'Who', value: ({ actor }) => actor },
      { title: 'Evidence', value: ({ evidence, contingency }) => (contingency ? `${evidence} ${contingency}` : (evidence ?? 'a person')) },
      {
        title: 'State',
        value: ({ status, state, extended, flaggedAt, byHand }) =>
          `${state}${state === 'extended' ? ` from ${extended!.from.date}` : ''}${flaggedAt && status === 'pending' ? ', flagged' : ''}${byHand ? ', by hand' : ''}`,
      },
    ],
  );
}

/** One deadline's working, a step a line. */
export function workingLines(out: Output, { rule }: FileDeadline): void {
  const working = rule?.working;
  if (!working) return;
  const { form, version, paragraph, source, mark } = working.clause;
  out.line(`  ${form} ${version}, ${paragraph} (${source}, confidence ${mark})`);
  for (const step of working.steps) {
    const { step: kind, days, ...rest } = step;
    out.line(
      `  ${out.style('dim', kind.padEnd(10))} ${Object.entries(rest)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    );
    for (const { date, number, skipped } of days ?? [])
      out.line(out.style('dim', `             ${date}  ${skipped ? `skipped: ${skipped}` : `day ${number}`}`));
  }
}
