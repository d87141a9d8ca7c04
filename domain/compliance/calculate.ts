import { DomainError } from '../errors.ts';
import { computeDeadline, type Deadline } from './deadline.ts';
import { findForm, findRule, findVersion } from './forms/registry.ts';
import { deadlineInput } from './schemas.ts';

/**
 * The one way to a deadline, for API, CLI and case runner alike: `{ regime, formVersion, clock, zone, inputs, calendar? }`. Throws a DomainError
 * for input that does not fit (`bad-inputs`), an unknown regime, version, clock, zone or calendar, a fact that is missing (`missing-fact`), and a
 * statute not yet in force.
 */
export function calculateDeadline(input: unknown): Deadline {
  const parsed = deadlineInput.safeParse(input);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    const listed = faults
      .slice(0, 5)
      .map(({ path, message }) => (path ? `${path} ${message}` : message))
      .join('; ');
    throw new DomainError('bad-inputs', `The inputs of the deadline are not usable: ${listed}.`, {
      nextStep: 'Mend the inputs listed in errors.',
      details: { faults },
    });
  }
  const { regime, formVersion = null, clock, zone = null, inputs, calendar = null } = parsed.data;
  const form = findForm(regime);
  const version = findVersion(form, formVersion, inputs);
  const rule = findRule(form, version, clock);
  const holidays = calendar?.holidays?.map((holiday) => ({ ...holiday, observed: holiday.observed ?? holiday.date })) ?? null;
  return computeDeadline({ form, version, rule }, { inputs, zone, calendar: calendar && { id: calendar.id, holidays } });
}
