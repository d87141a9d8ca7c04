import type { ArgsDef } from 'citty';
import { wholeNumber } from './command.ts';
import { usageError } from './errors.ts';

/** Options that say which leads are meant; lead numbers may stand as words. */
export const selectionArgs = {
  status: { type: 'enum', options: ['new', 'review', 'qualified', 'rejected'], description: 'Leads of this status; review when nothing else is said' },
  import: { type: 'string', description: 'Leads of this import', valueHint: 'no' },
  state: { type: 'string', description: 'In this state', valueHint: 'TN' },
  zip: { type: 'string', description: 'In this ZIP', valueHint: '37216' },
  limit: { type: 'string', description: 'At most so many, best score first (500)', valueHint: '500' },
} as const satisfies ArgsDef;

type Selection = { status?: string | undefined; import?: string | undefined; state?: string | undefined; zip?: string | undefined; limit?: string | undefined };

export function selectionOf({ status, import: importNo, state, zip, limit }: Selection, leadNos: string[]): Record<string, unknown> {
  if (leadNos.length > 0 && (status || importNo || state || zip || limit)) throw usageError('Name leads by their numbers or by options, not both.');
  if (leadNos.length > 0) return { leadNos: leadNos.map((no) => wholeNumber(no, 'A lead number')) };
  return {
    ...(status || !importNo ? { status: status ?? 'review' } : {}),
    ...(importNo ? { importNo: wholeNumber(importNo, '--import') } : {}),
    ...(state ? { state: state.toUpperCase() } : {}),
    ...(zip ? { zip } : {}),
    ...(limit ? { limit: wholeNumber(limit, '--limit', { max: 10_000 }) } : {}),
  };
}
