import { createContext, useContext } from 'react';
import type { Contingency } from '../../../../domain/closing/contingencies.ts';
import type { Milestone } from '../../../../domain/closing/milestones.ts';

/** A fact of the file, as far as taking it back shows it. */
export type Recorded = { id: string; fact: string; effectiveOn: string };

/** A dialog of the deal page. */
export type Asked =
  | { what: 'fact'; fact?: Milestone; contingency?: Contingency | null }
  | { what: 'take-back'; fact: Recorded }
  | { what: 'contract' }
  | { what: 'amend' }
  | { what: 'fall-through' }
  | { what: 'reopen' }
  | { what: 'new-clock' }
  | { what: 'approve' | 'accept' | 'decline' | 'dead' };

export const AskContext = createContext<(asked: Asked) => void>(() => {});
/** Opens a dialog of the deal page. */
export const useAsk = (): ((asked: Asked) => void) => useContext(AskContext);
