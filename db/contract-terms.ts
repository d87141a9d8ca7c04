import type { ContractTerms } from '../domain/compliance/file.ts';
import type { contracts } from './schema/index.ts';

/** A contract's row as the deadline rules see it. */
export const termsOf = (contract: typeof contracts.$inferSelect): ContractTerms => ({
  form: contract.form,
  formVersion: contract.formVersion,
  zone: contract.zone,
  effectiveOn: contract.effectiveOn,
  priceCents: contract.priceCents,
  periods: contract.periods as Record<string, number>,
  dates: contract.dates as ContractTerms['dates'],
});
