import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RejectReason } from '../../../domain/closing/documents.ts';
import { act } from '../../api/act.ts';
import type { Answer } from '../../api/client.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import { touch, touchedByAct } from '../../live/affects.ts';

export type Whole = Answer<'/v1/documents/{id}', 'get'>;
/** What a document is taken for: an entry of the checklist with its edition, or none of it. */
export type Choice = { kind: string | null; formVersion: string | null };
export type Decision = { decision: 'accept' } | { decision: 'reject'; reason: RejectReason; note: string };

/** Says what the document is where that is new, then decides about the version that is looked at. */
export function useReview(document: Whole, version: number, decided: (decision: Decision) => void) {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = { id: document.id };
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    setPending(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      void touch(queries, touchedByAct('/v1/documents/{id}', undefined));
      return false;
    } finally {
      setPending(false);
    }
  };
  const match = (choice: Choice) => act(queries, 'post', '/v1/documents/{id}/match', { path, body: choice });
  // Said again, what is of a contract that fell through is taken for the next one.
  const isNew = ({ kind, formVersion }: Choice): boolean => kind !== document.kind || formVersion !== document.formVersion || document.ofEarlierContract;
  return {
    pending,
    problem,
    match: (choice: Choice) => void (isNew(choice) && run(() => match(choice))),
    decide: async (decision: Decision, choice: Choice) => {
      const done = await run(async () => {
        if (isNew(choice)) await match(choice);
        const body =
          decision.decision === 'accept' ? { decision: 'accept' as const, version } : { ...decision, version, note: decision.note.trim() || undefined };
        await act(queries, 'post', '/v1/documents/{id}/review', { path, body });
      });
      if (done) decided(decision);
    },
  };
}
