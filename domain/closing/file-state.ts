import type { Contingency } from './contingencies.ts';
import type { DealStage } from './course.ts';
import { evidenceTitle } from './milestones.ts';
import { awaitedWords } from './signing.ts';

/** A clock as its row has it. */
export type ClockState = {
  clock: string;
  title: string;
  evidence: string | null;
  status: string;
  date: string | null;
  flagged: boolean;
  contingency?: Contingency | null;
};

export type FileFacts = {
  contract: 'none' | 'in-force' | 'terminated' | 'closed';
  endedReason: string | null;
  clocks: readonly ClockState[];
  happened: readonly string[];
  /** Required documents that are neither complete nor overridden. */
  missingTitles: readonly string[];
  /** The state's compliance has not yet taken in the deal's last events. */
  complianceBehind: boolean;
  /** How a wholesale contract is closed; null for other deals. */
  assignment?: 'none' | 'drafted' | 'disclosed' | 'effective' | null;
  /** Envelopes that are with their signers. */
  signatures: readonly { what: string; signed: number; of: number }[];
};

export type FileState =
  | { stage: Extract<DealStage, 'accepted' | 'under-contract' | 'closing'>; waitingFor: string }
  | { stage: 'closed'; reason: string | null }
  | { stage: 'fell-through'; reason: string | null };

/** What belongs to the closing table itself; everything before it is a contingency or a delivery. */
const closingEvidence: readonly string[] = ['Closing.Completed', 'WalkThrough.Completed', 'ClosingDisclosure.Received'];

/** Where the facts put a deal that the seller accepted. */
export function fileState({ contract, endedReason, clocks, happened, missingTitles, complianceBehind, signatures, assignment = null }: FileFacts): FileState {
  const andSignatures = (first: string): string => (signatures.length > 0 ? `${first}, and for signatures: ${awaitedWords(signatures)}` : first);
  if (contract === 'terminated') return { stage: 'fell-through', reason: endedReason };
  // A wholesale contract went to the assignee, or was bought and sold on in two closings.
  const closed = { stage: 'closed', reason: assignment && (assignment === 'effective' ? 'assigned' : 'double closing') } as const;
  if (contract === 'closed') return closed;
  if (contract === 'none') return { stage: 'accepted', waitingFor: andSignatures('the contract') };
  const open = clocks.filter(({ status }) => status === 'pending' || status === 'breached' || status === 'tolled');
  const before = open.filter(({ evidence }) => evidence === null || !closingEvidence.includes(evidence));
  if (happened.includes('Closing.Completed')) {
    if (missingTitles.length > 0) return { stage: 'closing', waitingFor: `required documents: ${missingTitles.join('; ')}` };
    if (complianceBehind) return { stage: 'closing', waitingFor: "the state's compliance to take in the last facts of the deal" };
    if (assignment === 'drafted' || assignment === 'disclosed')
      return { stage: 'closing', waitingFor: `the assignment, which is ${assignment}: say that it took effect, or cancel it` };
    return closed;
  }
  const stage = before.length > 0 ? 'under-contract' : 'closing';
  return { stage, waitingFor: andSignatures(nextOf(open)) };
}

/** The clock people look at: a missed one first, then the nearest date. */
function nextOf(open: readonly ClockState[]): string {
  const missed = open.find(({ status }) => status === 'breached');
  if (missed) return `a person: ${missed.title} was missed`;
  const dated = open.filter(({ date, status }) => date !== null && status === 'pending').sort((a, b) => a.date!.localeCompare(b.date!));
  const next = dated[0];
  if (!next) return 'the closing';
  const what = next.evidence ? evidenceTitle(next.evidence, next.contingency) : next.title;
  return `${what.charAt(0).toLowerCase()}${what.slice(1)} by ${next.date}`;
}
