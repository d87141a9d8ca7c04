import { DomainError } from '../../errors.ts';
import { isoDay, parseDay } from '../days.ts';
import { type FactName, Facts } from '../facts.ts';
import { californiaRpa } from './california.ts';
import { crsp, farBar, vacantLand } from './florida.ts';
import { brokerEscrow, condominium } from './florida-statutes.ts';
import type { DeadlineRule, Form, FormVersion } from './form.ts';
import { colorado, generic, leadPaint, washington } from './others.ts';
import { regZ } from './reg-z.ts';
import { texasResale } from './texas.ts';
import { wholesaling } from './wholesaling.ts';

/** Every form and statute with clocks. Another one is another row. */
export const forms: ReadonlyMap<string, Form> = new Map(
  [regZ, texasResale, californiaRpa, farBar, crsp, vacantLand, condominium, brokerEscrow, colorado, washington, leadPaint, generic, ...wholesaling].map(
    (form) => [form.regime, form],
  ),
);

export function findForm(regime: string): Form {
  const form = forms.get(regime);
  if (form) return form;
  const regimes = [...forms.keys()];
  throw new DomainError('unknown-regime', 'There is no such regime.', { nextStep: `Use one of: ${regimes.join(', ')}.`, details: { regimes } });
}

/**
 * The version of a form: by its name, by a year, a revision month (`rev. 6/19`) or a date in which it was in force; and where nothing is
 * named, the one in force on the contract's date.
 */
export function findVersion(form: Form, named: string | null, inputs: Readonly<Record<string, unknown>>): FormVersion {
  if (named !== null) return namedVersion(form, named);
  if (form.versions.length === 1 && !form.statute) return form.versions[0]!;
  const date = governingDate(form, inputs);
  if (date === null) return form.versions[0]!;
  const version = inForce(form, date);
  if (version) return version;
  throw new DomainError('form-not-in-force', `${form.title} has no rule for ${date}: its first begins on ${form.versions.at(-1)!.effectiveFrom}.`, {
    nextStep: 'Check the dates; before the rule began there is no such deadline.',
    details: { effectiveFrom: form.versions.at(-1)!.effectiveFrom },
  });
}

function namedVersion(form: Form, named: string): FormVersion {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9/-]/g, '');
  const same = form.versions.find(({ version, also = [] }) => [version, ...also].some((name) => plain(name) === plain(named)));
  if (same) return same;
  const date = dateNamed(named);
  const dated = date === null ? undefined : inForce(form, date);
  if (dated) return dated;
  const versions = form.versions.map(({ version }) => version);
  throw new DomainError('unknown-form-version', `${form.title} has no such version.`, {
    nextStep: `Use one of: ${versions.join(', ')}; or a year, a revision such as "rev. 10/21", or a date.`,
    details: { versions },
  });
}

/** A year means the form at its end, a revision month the form of that month. */
function dateNamed(name: string): string | null {
  const [, year] = /^\s*(\d{4})\s*$/.exec(name) ?? [];
  if (year) return `${year}-12-31`;
  const [, month, short] = /^\s*rev\.?\s*(\d{1,2})\/(\d{2}|\d{4})\s*$/i.exec(name) ?? [];
  if (month && short) return isoOf(`${short.length === 2 ? `20${short}` : short}-${month.padStart(2, '0')}-28`);
  return isoOf(name.trim());
}
const isoOf = (text: string): string | null => (parseDay(text) === null ? null : text);

const inForce = (form: Form, date: string): FormVersion | undefined =>
  form.versions.find(({ effectiveFrom, effectiveTo }) => effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo));

function governingDate({ versionBy = [] }: Form, inputs: Readonly<Record<string, unknown>>): string | null {
  const facts = new Facts(inputs);
  const known = versionBy.find((name: FactName) => facts.has(name));
  if (known) return isoDay(facts.date(known));
  const dates = Object.values(inputs).filter((value): value is string => typeof value === 'string' && parseDay(value) !== null);
  return dates.toSorted()[0] ?? null;
}

export function findRule({ title, regime }: Form, { version, rules }: FormVersion, clock: string): DeadlineRule {
  const rule = rules.find((row) => row.clock === clock);
  if (rule) return rule;
  const clocks = rules.map((row) => row.clock);
  throw new DomainError('unknown-clock', `${title} (${version}) has no such clock.`, {
    nextStep: `Use one of: ${clocks.join(', ')}.`,
    details: { regime, clocks },
  });
}
