/** How a file stands; derived and explained, never set by hand. The worst reason decides. */
export const healths = ['on track', 'at risk', 'blocked', 'breached'] as const;
export type Health = (typeof healths)[number];

export type Risk = {
  severity: Exclude<Health, 'on track'>;
  /** What it comes from: a deadline's clock, a document's id, an envelope, a task. */
  source: string;
  what: string;
  /** Role of the one who has to act. */
  owner: string;
  /** ISO instant; null where nothing is dated. */
  deadline: string | null;
  /** What it means for the client. */
  effect: string;
  nextStep: string;
};

export type HealthFacts = {
  clocks: readonly {
    clock: string;
    title: string;
    actor: string;
    status: string;
    dueAt: string | null;
    flagged: boolean;
    evidence: string | null;
    problem: string | null;
    consequence?: string | null;
  }[];
  missingTitles: readonly string[];
  /** The closing has taken place, and something still keeps the file open. */
  closed: boolean;
  complianceBehind: boolean;
  /** Of the listing. */
  more?: readonly Risk[];
};

export function healthOf(facts: HealthFacts): { health: Health; risks: Risk[] } {
  const risks = [...facts.clocks.flatMap(riskOfClock), ...riskOfDocuments(facts), ...(facts.more ?? [])];
  if (facts.closed && facts.complianceBehind)
    risks.push({
      severity: 'blocked',
      source: 'compliance',
      what: "The state's compliance has not taken in the last facts of the deal",
      owner: 'engineer',
      deadline: null,
      effect: 'The deal cannot be closed until it has',
      nextStep: 'Look at the parked events and at the relay',
    });
  const worst = risks.reduce<Health>((health, { severity }) => (healths.indexOf(severity) > healths.indexOf(health) ? severity : health), 'on track');
  return {
    health: worst,
    risks: risks.sort((a, b) => healths.indexOf(b.severity) - healths.indexOf(a.severity) || (a.deadline ?? '9').localeCompare(b.deadline ?? '9')),
  };
}

function riskOfClock({ clock, title, actor, status, dueAt, flagged, evidence, problem }: HealthFacts['clocks'][number]): Risk[] {
  const common = { source: clock, owner: actor, deadline: dueAt };
  const act = evidence ? `Get the evidence (${evidence}) or have the date extended` : 'Settle it, with who and why';
  if (status === 'breached')
    return [
      {
        ...common,
        severity: 'breached',
        what: `${title} was missed`,
        effect: `The right or duty of the ${actor} may be lost`,
        nextStep: 'Have it waived or extended in writing, and record that',
      },
    ];
  if (problem && status === 'pending')
    return [
      {
        ...common,
        severity: 'blocked',
        what: `${title} cannot be computed: ${problem}`,
        effect: 'Nobody knows when it is due',
        nextStep: 'Mend the contract, or set the date by hand',
      },
    ];
  if (flagged && status === 'pending')
    return [{ ...common, severity: 'at risk', what: `${title} has no evidence yet`, effect: `The ${actor} may miss it`, nextStep: act }];
  return [];
}

function riskOfDocuments({ missingTitles, closed }: HealthFacts): Risk[] {
  if (missingTitles.length === 0 || !closed) return [];
  return [
    {
      severity: 'blocked',
      source: 'documents',
      what: `Required documents are missing: ${missingTitles.join('; ')}`,
      owner: 'coordinator',
      deadline: null,
      effect: 'The deal cannot be closed without them',
      nextStep: 'Upload and accept them, or have the broker override with a reason',
    },
  ];
}
