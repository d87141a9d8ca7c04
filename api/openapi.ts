import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './context.ts';

/** Serves the document at /openapi.json. */
export function describeApi(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of a person of your brokerage',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'keyturn',
    description: 'The session of a signed-in browser (`__Host-keyturn` over https); what changes something must come from a page of the same origin',
  });
  let text: string | undefined;
  app.get('/openapi.json', (c) => {
    text ??= JSON.stringify(openApiDocument(app));
    return c.body(text, 200, { 'content-type': 'application/json' });
  });
}

export const openApiDocument = (app: OpenAPIHono<AppEnv>) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Keyturn',
      version: '1',
      description:
        'Durable operations for a virtual real-estate brokerage: from a property list to an accepted offer. Money is in integer cents, rates in basis points, instants in ISO text. Every POST that acts takes an `Idempotency-Key`; errors are problem details whose `type` explains itself.',
    },
    servers: [{ url: '/' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  });

/** In the order of the journey. */
const tags = {
  imports: 'Lists of properties: in by the line, out with a report',
  leads: 'Properties with their owners, scored and decided',
  rules: 'Rule sets that decide leads',
  deals: 'A deal from its opening to the seller’s answer',
  offers: 'Letters of intent',
  listing: 'Listing agreements, showings, and offers that buyers make',
  signatures: 'Documents sent for signature, and what became of them',
  calculators: 'Formulas and deadlines as functions',
  outreach: 'Sequences, templates, enrolments, messages, consent',
  tasks: 'What people must do',
  events: 'What happened, and what could not be taken',
  jobs: 'Long work to poll',
  settings: 'What a broker may change',
  session: 'Signing in and out, and who one is',
  people: 'The people of the brokerage and their roles',
  keys: 'API keys',
  health: 'Whether it lives',
};
