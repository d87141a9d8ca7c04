import { contingencies, isContingency } from '../domain/closing/contingencies.ts';
import { isMilestone, milestones } from '../domain/closing/milestones.ts';
import { dollars, localDay, when } from './format.ts';
import type { Output } from './output.ts';

/** A file as the API knows it for an earlier day. */
export type Known = {
  asOf: string;
  zone: string;
  stage: string | null;
  since: string | null;
  contract: { form: string; effectiveOn: string; priceCents: number; amendments: number; status: string } | null;
  deadlines: { title: string; date: string | null; status: string; extended: { from: { date: string } } | null }[];
  facts: { fact: string; effectiveOn: string; value: number | string | null }[];
};

/** The file as it was known: nothing in it is of a later day. */
export function knownLines(out: Output, { asOf, zone, stage, since, contract, deadlines, facts }: Known): void {
  out.line(`As it was known on ${when(asOf, zone)}`);
  out.line();
  out.line(`  Stage     ${stage ? `${stage}${since ? `, since ${when(since, zone)}` : ''}` : 'it was not opened yet'}`);
  if (contract) {
    const { form, effectiveOn, priceCents, amendments, status } = contract;
    const amended = amendments === 0 ? '' : `, ${amendments} ${amendments === 1 ? 'amendment' : 'amendments'}`;
    out.line(`  Contract  ${form}, ${dollars(priceCents)}, effective ${effectiveOn}, ${status}${amended}`);
  }
  for (const { title, date, status, extended } of deadlines.toSorted((a, b) => (a.date ?? '~').localeCompare(b.date ?? '~')))
    out.line(
      `  Deadline  ${date ? localDay(date, null) : 'no date yet'}  ${title}, ${extended && status === 'pending' ? `extended from ${extended.from.date}` : status}`,
    );
  for (const { fact, effectiveOn, value } of facts) out.line(`  Fact      ${localDay(effectiveOn, null)}  ${fact}${factValue(fact, value)}`);
}

/** What a fact says beside its date: money in dollars, a contingency by its name in the field. */
export function factValue(fact: string, value: number | string | null): string {
  if (value === null) return '';
  const kind = isMilestone(fact) ? milestones[fact].value : null;
  return `, ${kind === 'amountCents' ? dollars(Number(value)) : kind === 'contingency' && isContingency(value) ? contingencies[value] : value}`;
}
