import { createContext, useContext } from 'react';
import type { Contingency } from '../../../../domain/closing/contingencies.ts';
import type { Milestone } from '../../../../domain/closing/milestones.ts';

/** A dialog of the deal page. */
export type Asked =
  | { what: 'fact'; fact?: Milestone; contingency?: Contingency | null }
  | { what: 'contract' }
  | { what: 'amend' }
  | { what: 'fall-through' }
  | { what: 'reopen' }
  | { what: 'new-clock' }
  | { what: 'approve' | 'accept' | 'decline' | 'dead' };

export const AskContext = createContext<(asked: Asked) => void>(() => {});
/** Opens a dialog of the deal page. */
export const useAsk = (): ((asked: Asked) => void) => useContext(AskContext);
