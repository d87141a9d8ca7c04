import type { Item } from '../../api/client.ts';

/** One thing that asks for somebody: a task, or an event that could not be taken in. */
export type NeedsMeLine = Item<'/v1/needs-me'>;
export const idOf = ({ taskId, parkedId }: NeedsMeLine): string => taskId ?? parkedId ?? '';
