import type { Connection } from '@temporalio/client';
import { searchAttributes } from '../../workflows/search-attributes.ts';

/** IndexedValueType of the engine's API by our attribute type. */
const indexed: Record<string, number> = { TEXT: 1, KEYWORD: 2, INT: 3, DOUBLE: 4, BOOL: 5, DATETIME: 6, KEYWORD_LIST: 7 };

/** Registers what is missing; a namespace that exists takes no attributes from the engine's flags, so this runs at every start. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = searchAttributes.filter(({ name }) => !(customAttributes ?? {})[name]);
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, indexed[type]!])),
  });
}
