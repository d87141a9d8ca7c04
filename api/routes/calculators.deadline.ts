import { z } from '@hono/zod-openapi';
import { calculateDeadline } from '../../domain/compliance/calculate.ts';
import { listForms } from '../../domain/compliance/forms/list.ts';
import { deadlineAnswer, deadlineInput } from '../../domain/compliance/schemas.ts';
import { router } from '../context.ts';
import { blanksSchema } from '../contracts.view.ts';
import { json, jsonBody, operation } from '../operation.ts';

export const deadlineRoutes = router();

const listedForm = z.object({
  regime: z.string(),
  title: z.string(),
  jurisdiction: z.string(),
  versions: z.array(
    z.looseObject({
      version: z.string(),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      blanks: blanksSchema.nullable().openapi({ description: 'What a contract on it fills in that sets clocks going; null where it is no contract' }),
      clocks: z.array(z.unknown()),
    }),
  ),
});

deadlineRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/calculators/deadline',
    summary: 'The forms and statutes with deadlines, their clocks, and the facts each asks for',
    tags: ['calculators'],
    scope: 'closing:read',
    responses: { 200: json(z.object({ items: z.array(listedForm) }), 'All forms') },
  }),
  (c) => c.json({ items: listForms() }, 200),
);

const example = {
  regime: 'tx-trec-resale',
  formVersion: '20-18',
  clock: 'option-period-end',
  zone: 'America/Chicago',
  inputs: { effectiveDate: '2027-03-01', optionDays: 10 },
};

deadlineRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/calculators/deadline',
    summary: 'Calculate one deadline with its working; stores nothing',
    tags: ['calculators'],
    scope: 'closing:read',
    request: { body: jsonBody(deadlineInput.openapi({ example })) },
    responses: { 200: json(deadlineAnswer, 'The deadline, the days counted and skipped, and the clause it comes from') },
  }),
  (c) => c.json(calculateDeadline(c.req.valid('json')), 200),
);
