import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Answer } from '../../api/client.ts';
import { apiQuery, apiQueryOrNull } from '../../api/query.ts';

export type DealView = Answer<'/v1/deals/{no}', 'get'>;
export type ContractView = Answer<'/v1/deals/{no}/contract', 'get'>;
export type Deadline = Answer<'/v1/deals/{no}/deadlines', 'get'>['items'][number];

export type OpenDeal = {
  no: number;
  deal: DealView;
  /** In force, or the one that ended last; null where there never was one. */
  contract: ContractView | null;
  /** Of the property; the brokerage's while there is no contract. */
  zone: string;
  /** The page shows the file as it was known at the end of this day; null for now. */
  asOf: string | null;
  /** The person may change the deal, and the page shows the present. */
  mayAct: boolean;
};

export const DealContext = createContext<OpenDeal | null>(null);

/** The deal whose page this is. */
export function useDeal(): OpenDeal {
  const deal = useContext(DealContext);
  if (!deal) throw new Error('A tab of the deal page is shown outside of it: give it a route below dealRoute.');
  return deal;
}

/** The contract of a deal. That there is none is an answer, and no fault: null. */
export const useContract = (no: number) => useQuery(apiQueryOrNull('/v1/deals/{no}/contract', 'no-contract', { path: { no } }));

/** All deadlines of the deal, nearest first. */
export const useDeadlines = (no: number) => useQuery(apiQuery('/v1/deals/{no}/deadlines', { path: { no } }));
