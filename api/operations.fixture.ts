import type { createApp } from './app.ts';
import { openApiDocument } from './openapi.ts';

export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  $ref?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
};
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema?: JsonSchema };
export type Described = {
  /** `POST /v1/deals/{no}/approve` */
  name: string;
  method: string;
  path: string;
  /** null when open to everybody */
  scope: string | null;
  acts: boolean;
  parameters: Parameter[];
  body: { type: string; schema: JsonSchema } | null;
};

/** Every operation as the OpenAPI document describes it: what callers read is what is tested. */
export function describedOperations(app: ReturnType<typeof createApp>): Described[] {
  const document = JSON.parse(JSON.stringify(openApiDocument(app))) as {
    paths: Record<string, Record<string, { 'x-scope'?: string; parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: JsonSchema }> } }>>;
  };
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, ...operation }]) => {
      const [content] = Object.entries(requestBody?.content ?? {});
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        scope: operation['x-scope'] ?? null,
        acts: parameters.some(({ in: place, name }) => place === 'header' && name === 'Idempotency-Key'),
        parameters: parameters.filter(({ in: place }) => place !== 'header'),
        body: content ? { type: content[0], schema: content[1].schema } : null,
      };
    }),
  );
}
