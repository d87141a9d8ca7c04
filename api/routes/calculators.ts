import { z } from '@hono/zod-openapi';
import { calculate } from '../../domain/offers/formulas/calculate.ts';
import { formulas } from '../../domain/offers/formulas/registry.ts';
import { router } from '../context.ts';
import { json, jsonBody, operation } from '../operation.ts';

export const calculatorRoutes = router();

const outputs = z.record(z.string(), z.union([z.number(), z.string(), z.boolean()]).nullable());

calculatorRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/calculators',
    summary: 'The formulas there are, with their inputs',
    tags: ['calculators'],
    scope: 'offers:read',
    responses: {
      200: json(z.object({ items: z.array(z.object({ formula: z.string(), title: z.string(), source: z.string(), inputs: z.unknown() })) }), 'All formulas'),
    },
  }),
  (c) => {
    const items = Object.entries(formulas).map(([formula, { title, source, schema }]) => ({
      formula,
      title,
      source,
      inputs: z.toJSONSchema(schema, { io: 'input' }),
    }));
    return c.json({ items }, 200);
  },
);

calculatorRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/calculators/{formula}',
    summary: 'Calculate one formula; stores nothing',
    tags: ['calculators'],
    scope: 'offers:read',
    request: {
      params: z.object({
        formula: z
          .string()
          .max(60)
          .openapi({ param: { name: 'formula', in: 'path' }, example: 'mao-percent' }),
      }),
      body: jsonBody(z.record(z.string(), z.unknown()).openapi({ example: { arvCents: 30_000_000, ruleBps: 7000, repairsCents: 4_000_000 } })),
    },
    responses: { 200: json(z.object({ formula: z.string(), inputs: z.record(z.string(), z.unknown()), outputs }), 'Inputs as used, and the result') },
  }),
  (c) => c.json(calculate(c.req.valid('param').formula, c.req.valid('json')), 200),
);
