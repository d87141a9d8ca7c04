import { useQueryClient } from '@tanstack/react-query';
import { touch } from '../../../live/affects.ts';

/** Reads anew whatever shows parties and their contact data: acts on a party or a contact have another address than the deal's. */
export function useTouchParties(no: number): () => void {
  const queries = useQueryClient();
  return () => void touch(queries, [{ under: '/v1/deals/{no}', no }, { under: '/v1/contacts' }, { under: '/v1/parties' }]);
}
