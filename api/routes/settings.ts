import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { changeSubject } from '../../db/events.ts';
import { changeCrm, changeSettings, readSettings, resumeSending, stopSending } from '../../db/queries/core.ts';
import { partyTemplateNames } from '../../domain/closing/party-templates.ts';
import { watchSettingsSchema } from '../../domain/compliance/watch.schemas.ts';
import { standardWatch, type WatchSettings } from '../../domain/compliance/watch.ts';
import { OfferFormula } from '../../domain/offers/schemas.ts';
import { actorOf, router, tenantTx } from '../context.ts';
import { found } from '../errors.ts';
import { act } from '../idempotency.ts';
import { json, jsonBody, operation } from '../operation.ts';
import { instantSchema, isoOrNull, words } from '../schemas.ts';

export const settingsRoutes = router();
type Row = NonNullable<Awaited<ReturnType<typeof readSettings>>>;

const changeable = {
  dealsPerDay: z.int().min(0).max(10_000).openapi({ description: 'Deals the rule opens in a day; the rest wait in order' }),
  offerApproval: z.boolean().openapi({ description: 'Offers wait for an approval before they are sent' }),
  offerDays: z.int().min(1).max(365).openapi({ description: 'Days an offer stands' }),
  signatureDays: z.int().min(1).max(120).openapi({ description: 'Days that signers have; then an envelope is ended' }),
  signatureNotices: z.boolean().openapi({ description: "The deal's agent gets an e-mail when a document is signed by all" }),
  followUpSequence: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .openapi({ description: 'Slug of the sequence a deal is followed up with' }),
  trustedTemplates: z.array(z.enum(partyTemplateNames)).max(50).openapi({ description: "Messages to parties that go out without a person's release" }),
  deadlineWatch: watchSettingsSchema.openapi({ description: 'When people hear of a deadline; deadlines that are watched now take it over at once' }),
  offerFormula: z
    .record(z.string(), z.unknown())
    .superRefine((formula, context) => {
      for (const { path, message } of OfferFormula.safeParse(formula).error?.issues ?? []) context.addIssue({ code: 'custom', path, message });
    })
    .openapi({ description: 'The offer formula as data' }),
};
const settingsSchema = z
  .object({
    ...changeable,
    crmUrl: z.string().nullable().openapi({ description: 'Where changes of contacts are pushed to; see /v1/settings/crm' }),
    sending: z.object({ stopped: z.boolean(), since: instantSchema.nullable(), by: z.string().nullable() }),
  })
  .openapi('Settings');
const reasonBody = jsonBody(z.strictObject({ reason: words() }));

settingsRoutes.openapi(
  operation({
    method: 'get',
    path: '/v1/settings',
    summary: 'What a broker may change',
    tags: ['settings'],
    scope: 'settings:read',
    responses: { 200: json(settingsSchema, 'The settings') },
  }),
  async (c) => c.json(toSettings(found(await tenantTx(c, readSettings), 'settings row of', c.var.caller.slug)), 200),
);

settingsRoutes.openapi(
  operation({
    method: 'patch',
    path: '/v1/settings',
    summary: 'Change settings',
    tags: ['settings'],
    scope: 'settings:write',
    request: { body: jsonBody(z.strictObject(changeable).partial()) },
    responses: { 200: json(settingsSchema, 'The settings as they are now') },
  }),
  async (c) => {
    const { brokerageId } = c.var.caller;
    const options = { brokerageId, subject: { kind: 'brokerage', id: brokerageId } as const, actor: actorOf(c), source: 'api', correlationId: c.var.requestId };
    return c.json(toSettings(await changeSubject(c.var.deps.db, options, (change) => changeSettings(change, c.req.valid('json')))), 200);
  },
);

const crmBody = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine((url) => !URL.canParse(url) || (new URL(url).username === '' && new URL(url).password === ''), { error: 'is to be an address without a password' })
    .nullable()
    .openapi({ description: 'Where the CRM takes Standard Webhooks; null takes it out. Must be https and public, except on an embedded instance' }),
  newSecret: z.boolean().default(false),
});

settingsRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/settings/crm',
    summary: "Enter the brokerage's CRM: changes of contacts are pushed there, signed; the secret is shown once",
    tags: ['settings'],
    scope: 'settings:write',
    acts: true,
    request: { body: jsonBody(crmBody) },
    responses: {
      200: json(
        z.object({ url: z.string().nullable(), secret: z.string().nullable(), changed: z.boolean() }),
        'The secret of now, if it was made by this call',
      ),
    },
  }),
  (c) => {
    const { url, newSecret: fresh } = c.req.valid('json');
    return act(c, { secret: true }, async (change) =>
      c.json(await changeCrm(change, { url, fresh, newSecret: () => `whsec_${randomBytes(24).toString('base64')}` }), 200),
    );
  },
);

settingsRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/settings/stop-sending',
    summary: 'Kill switch: no send starts later than a second after',
    tags: ['settings'],
    scope: 'settings:write',
    acts: true,
    request: { body: reasonBody },
    responses: { 200: json(settingsSchema, 'Sending is stopped') },
  }),
  (c) => act(c, {}, async (change) => c.json(toSettings(await stopSending(change, { by: c.var.caller.personId, ...c.req.valid('json') })), 200)),
);

settingsRoutes.openapi(
  operation({
    method: 'post',
    path: '/v1/settings/resume-sending',
    summary: 'Send again',
    tags: ['settings'],
    scope: 'settings:write',
    acts: true,
    request: { body: reasonBody },
    responses: { 200: json(settingsSchema, 'Sending goes on') },
  }),
  (c) => act(c, {}, async (change) => c.json(toSettings(await resumeSending(change, c.req.valid('json'))), 200)),
);

const toSettings = (row: Row) => ({
  dealsPerDay: row.dealsPerDay,
  offerApproval: row.offerApproval,
  offerDays: row.offerDays,
  signatureDays: row.signatureDays,
  signatureNotices: row.signatureNotices,
  crmUrl: row.crmUrl,
  followUpSequence: row.followUpSequence,
  trustedTemplates: row.trustedTemplates as (typeof partyTemplateNames)[number][],
  deadlineWatch: { ...standardWatch, ...(row.deadlineWatch as Partial<WatchSettings>) },
  offerFormula: row.offerFormula as Record<string, unknown>,
  sending: { stopped: row.sendingStoppedAt !== null, since: isoOrNull(row.sendingStoppedAt), by: row.sendingStoppedBy },
});
