import { type Deal, findDealByNo } from '../db/queries/closing.ts';
import { type DealView, readDealView } from '../db/queries/closing.view.ts';
import { type AppContext, tenantTx } from './context.ts';
import { found } from './errors.ts';

/** The deal of a number, or 404. */
export const dealOf = async (c: AppContext, dealNo: number): Promise<Deal> => found(await tenantTx(c, (tx) => findDealByNo(tx, { dealNo })), 'deal', dealNo);

/** The same with the property it is about. */
export const dealViewOf = async (c: AppContext, dealNo: number): Promise<DealView> =>
  found(await tenantTx(c, (tx) => readDealView(tx, { dealNo })), 'deal', dealNo);
