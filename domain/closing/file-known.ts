import { clocksKnown, type KnownClock } from './clocks-known.ts';
import type { LoggedEvent } from './file-timeline.ts';
import { isMilestone, type Milestone } from './milestones.ts';

/** A file as it was known at an instant: from its events until then, so that nothing later can change the answer. */
export type FileKnown = {
  /** Null before it was opened. */
  stage: string | null;
  since: string | null;
  contract: { form: string; effectiveOn: string; priceCents: number; amendments: number; status: 'in-force' | 'terminated' | 'closed' } | null;
  clocks: KnownClock[];
  facts: { fact: Milestone; effectiveOn: string; value: number | string | null; recordedAt: string }[];
  /** How many took part, by role. */
  parties: Record<string, number>;
};

type Payload = {
  stage?: { next: string };
  outcome?: string;
  form?: string;
  effectiveOn?: string | { next: string };
  priceCents?: number;
  changes?: Record<string, { next: unknown }>;
  status?: 'terminated' | 'closed';
  value?: { next: number | string | null };
  role?: string;
  factId?: string;
};

export function fileKnown(events: readonly LoggedEvent[], asOf: string): FileKnown {
  const until = events.filter(({ occurredAt }) => occurredAt.toISOString() <= asOf);
  const known: FileKnown = { stage: null, since: null, contract: null, clocks: clocksKnown(until), facts: [], parties: {} };
  const facts = new Map<string, FileKnown['facts'][number]>();
  for (const { type, payload, occurredAt } of until) {
    const given = payload as Payload;
    const at = occurredAt.toISOString();
    if (isMilestone(type)) {
      const effectiveOn = (given.effectiveOn as { next: string }).next;
      facts.set(given.factId ?? type, { fact: type, effectiveOn, value: given.value?.next ?? null, recordedAt: at });
    } else if (type === 'Fact.TakenBack') facts.delete(given.factId!);
    else if (type === 'Deal.StageChanged') [known.stage, known.since] = [given.stage!.next, at];
    else if (type === 'Deal.Opened') [known.stage, known.since] = ['open', at];
    else if (type === 'Deal.Closed') [known.stage, known.since] = [given.outcome!, at];
    else if (type === 'Deal.Reopened') [known.stage, known.since] = ['accepted', at];
    else if (type === 'Contract.Recorded')
      known.contract = { form: given.form!, effectiveOn: given.effectiveOn as string, priceCents: given.priceCents!, amendments: 0, status: 'in-force' };
    else if (type === 'Contract.Amended' && known.contract) known.contract = amendedContract(known.contract, given.changes ?? {});
    else if (type === 'Contract.Ended' && known.contract) known.contract = { ...known.contract, status: given.status! };
    else if (type === 'Party.Added') known.parties[given.role!] = (known.parties[given.role!] ?? 0) + 1;
    else if (type === 'Party.Left') known.parties[given.role!] = Math.max(0, (known.parties[given.role!] ?? 0) - 1);
  }
  return { ...known, facts: [...facts.values()].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn)) };
}

function amendedContract(contract: NonNullable<FileKnown['contract']>, changes: Record<string, { next: unknown }>): NonNullable<FileKnown['contract']> {
  const { priceCents, effectiveOn } = changes;
  return {
    ...contract,
    amendments: contract.amendments + 1,
    ...(typeof priceCents?.next === 'number' ? { priceCents: priceCents.next } : {}),
    ...(typeof effectiveOn?.next === 'string' ? { effectiveOn: effectiveOn.next } : {}),
  };
}
