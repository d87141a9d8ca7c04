// Writes the types of the web application's client from our own OpenAPI document: `npm run web:types`.
import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { createApp } from '../api/app.ts';
import type { ApiDeps } from '../api/context.ts';
import { openApiDocument } from '../api/openapi.ts';

export const typesFile = new URL('../web/api/schema.d.ts', import.meta.url);

/** The text of `web/api/schema.d.ts`. The document needs no database: nothing is asked. */
export async function webTypes(): Promise<string> {
  const document = openApiDocument(createApp({} as ApiDeps));
  const types = astToString(await openapiTS(structuredClone(document) as unknown as Parameters<typeof openapiTS>[0]));
  return `// Made by "npm run web:types" from the API's OpenAPI document; not edited by hand.\n${types}`;
}

if (import.meta.main) writeFileSync(typesFile, await webTypes());
