import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { typesFile, webTypes } from '../../tools/web-types.ts';

it('the types of the client are those of the API as it is now: "npm run web:types" renews them', async () => {
  expect(readFileSync(typesFile, 'utf8') === (await webTypes()), 'web/api/schema.d.ts is up to date').toBe(true);
});
