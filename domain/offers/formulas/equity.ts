import { bpsOf, sum } from './exact.ts';

/** LTV `Σ liens / value`; equity `value − Σ liens`, which may be negative. Source: domain rules, section 6.1, "LTV", "Equity". */
export function ltvEquity({ valueCents, liensCents }: { valueCents: number; liensCents: number | readonly number[] }) {
  const liens = sum([liensCents].flat());
  const equityCents = valueCents - liens;
  return { ltvBps: bpsOf(liens, valueCents), equityCents, equityBps: bpsOf(equityCents, valueCents) };
}
