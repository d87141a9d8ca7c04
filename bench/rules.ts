import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import jsonLogic from 'json-logic-js';
import { compileRules, type Masks, type NamedRule } from '../domain/rules/compile.ts';
import { evaluateRule, type Facts } from '../domain/rules/evaluate.ts';

/** P4: twelve rules over 100,000 deals, 6 % of the optional fields missing, against predicates written by hand. */

interface Deal {
  [fact: string]: unknown;
  state: string;
  absentee: boolean;
  signals: string[];
  equityBps: number | null;
  ltvBps: number | null;
  yearsOwned: number | null;
  daysOnMarket: number | null;
  priceCutBps: number | null;
  arvCents: number | null;
  repairsCents: number | null;
  askingCents: number | null;
  bedrooms: number | null;
}

const v = (name: string) => ({ var: name });

const rules: NamedRule[] = [
  { '>': [v('equityBps'), 2000] },
  { '<': [{ '/': [v('repairsCents'), v('arvCents')] }, 0.3] },
  { or: [{ '>': [v('daysOnMarket'), 90] }, { '>': [v('priceCutBps'), 500] }] },
  { '<=': [v('askingCents'), { '-': [{ '*': [v('arvCents'), 0.7] }, v('repairsCents')] }] },
  { and: [v('absentee'), { '>=': [v('yearsOwned'), 10] }] },
  { in: [v('state'), ['TX', 'FL', 'TN']] },
  { in: ['tax-lien', v('signals')] },
  { '<': [v('ltvBps'), 8000] },
  { and: [{ '>=': [v('bedrooms'), 2] }, { '<=': [v('bedrooms'), 5] }] },
  { '!': [v('absentee')] },
  { or: [{ in: ['probate', v('signals')] }, { in: ['foreclosure', v('signals')] }] },
  { and: [{ '>': [v('equityBps'), 5000] }, { or: [{ '==': [v('state'), 'TX'] }, { '>': [v('yearsOwned'), 20] }] }] },
].map((rule, index) => ({ id: `r${index}`, rule }));

const is = (value: number | null): value is number => value !== null;

const predicates: ((deal: Deal) => boolean)[] = [
  (d) => is(d.equityBps) && d.equityBps > 2000,
  (d) => is(d.repairsCents) && is(d.arvCents) && d.arvCents !== 0 && d.repairsCents / d.arvCents < 0.3,
  (d) => (is(d.daysOnMarket) && d.daysOnMarket > 90) || (is(d.priceCutBps) && d.priceCutBps > 500),
  (d) => is(d.askingCents) && is(d.arvCents) && is(d.repairsCents) && d.askingCents <= d.arvCents * 0.7 - d.repairsCents,
  (d) => d.absentee && is(d.yearsOwned) && d.yearsOwned >= 10,
  (d) => d.state === 'TX' || d.state === 'FL' || d.state === 'TN',
  (d) => d.signals.includes('tax-lien'),
  (d) => is(d.ltvBps) && d.ltvBps < 8000,
  (d) => is(d.bedrooms) && d.bedrooms >= 2 && d.bedrooms <= 5,
  (d) => !d.absentee,
  (d) => d.signals.includes('probate') || d.signals.includes('foreclosure'),
  (d) => is(d.equityBps) && d.equityBps > 5000 && (d.state === 'TX' || (is(d.yearsOwned) && d.yearsOwned > 20)),
];

function byHand(deals: readonly Deal[]): Int32Array {
  const masks = new Int32Array(deals.length);
  for (let row = 0; row < deals.length; row++) {
    const deal = deals[row]!;
    let mask = 0;
    for (let rule = 0; rule < predicates.length; rule++) if (predicates[rule]!(deal)) mask |= 1 << rule;
    masks[row] = mask;
  }
  return masks;
}

export interface RuleBench {
  id: 'P4';
  ratio: number;
  target: number;
  rounds: number;
  detail: Record<string, unknown>;
}

export function benchRules({ deals: count = 100_000, rounds = 15 }: { deals?: number; rounds?: number } = {}): RuleBench {
  const deals = seededDeals(count);
  const compiledIn = timed(() => compileRules(rules));
  const compiled = compiledIn.result;
  checkMasks(deals, compiled.judge(deals));
  const repeats = Math.max(1, Math.round(2_000_000 / count));
  const ratios: number[] = [];
  const perSecond = { product: [] as number[], hand: [] as number[], explained: [] as number[] };
  for (let round = -2; round < rounds; round++) {
    const product = timed(() => repeat(repeats, () => compiled.judge(deals)));
    const hand = timed(() => repeat(repeats, () => byHand(deals)));
    const explained = timed(() => repeat(repeats, () => decidingClauses(compiled.judge(deals))));
    // The first rounds warm up.
    if (round < 0) continue;
    ratios.push(hand.ms / product.ms);
    for (const [name, { ms }] of Object.entries({ product, hand, explained }))
      perSecond[name as keyof typeof perSecond].push((count * rules.length * repeats * 1000) / ms);
  }
  const oracle = timed(() => deals.slice(0, 5_000).map((deal) => rules.map(({ rule }) => jsonLogic.apply(rule as never, deal))));
  const detail = {
    min: Math.min(...ratios),
    max: Math.max(...ratios),
    millionPerSecond: Object.fromEntries(Object.entries(perSecond).map(([name, rates]) => [name, Math.round(median(rates) / 1e5) / 10])),
    explainedRatio: median(perSecond.explained) / median(perSecond.hand),
    jsonLogicRatio: (5_000 * rules.length * 1000) / oracle.ms / median(perSecond.hand),
    compileMs: median(Array.from({ length: 20 }, () => timed(() => compileRules(rules)).ms)),
    firstCompileMs: compiledIn.ms,
    node: process.version,
  };
  return { id: 'P4', ratio: median(ratios), target: 1.2, rounds, detail };
}

/** The explanation as stored: the first rule that did not pass. */
function decidingClauses({ passed }: Masks): Int8Array {
  const all = (1 << rules.length) - 1;
  const deciding = new Int8Array(passed.length);
  for (let row = 0; row < passed.length; row++) {
    const open = ~passed[row]! & all;
    deciding[row] = open === 0 ? -1 : 31 - Math.clz32(open & -open);
  }
  return deciding;
}

/** A wrong answer voids the bench: every mask against the predicates, every verdict against evaluateRule on a part. */
function checkMasks(deals: readonly Deal[], { passed, unknown }: Masks): void {
  const expected = byHand(deals);
  const wrong = expected.findIndex((mask, row) => mask !== passed[row]);
  if (wrong >= 0) throw new Error(`deal ${wrong}: ${passed[wrong]} instead of ${expected[wrong]}`);
  for (const [row, deal] of deals.slice(0, 2_000).entries()) {
    const open = rules.reduce((mask, { rule }, bit) => (evaluateRule(rule, deal as Facts).verdict === 'not-evaluable' ? mask | (1 << bit) : mask), 0);
    if (open !== unknown[row]) throw new Error(`deal ${row}: not evaluable ${unknown[row]} instead of ${open}`);
  }
}

function seededDeals(count: number): Deal[] {
  let seed = 20_261_121;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const optional = (limit: number) => (random() < 0.06 ? null : below(limit));
  return Array.from({ length: count }, () => ({
    state: ['TX', 'FL', 'TN', 'OH', 'CA'][below(5)]!,
    absentee: random() < 0.3,
    signals: ['tax-lien', 'probate', 'vacancy', 'foreclosure'].filter(() => random() < 0.2),
    equityBps: optional(10_000),
    ltvBps: optional(12_000),
    yearsOwned: optional(40),
    daysOnMarket: optional(200),
    priceCutBps: optional(1500),
    arvCents: optional(60_000_000),
    repairsCents: optional(15_000_000),
    askingCents: optional(50_000_000),
    bedrooms: optional(7),
  }));
}

function repeat<T>(times: number, work: () => T): T {
  let result = work();
  for (let time = 1; time < times; time++) result = work();
  return result;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(benchRules()));
