import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { struckAnswer, type Wording } from '../http-faults.ts';
import type { EnvelopeState } from './envelopes.ts';
import type { Grants } from './grant.ts';
import { docusignProblem, envelopeResource, envelopesPage, recipientsResource, stamp } from './resource.ts';
import { judgeEnvelope } from './rules.ts';
import { correctSigner, isOpen, type SigningDeps, sendEnvelope, voidEnvelope } from './signing.ts';

const codes: Record<number, string> = { 401: 'AUTHORIZATION_INVALID_TOKEN', 429: 'BURST_APIINVOCATION_LIMIT_EXCEEDED' };
const wording: Wording = {
  problem: (status) => docusignProblem(codes[status] ?? 'INTERNAL_SERVER_ERROR'),
  wrongType: (reply) => ({ ...reply, envelopeId: 12345, status: ['sent'], access_token: 5, resultSetSize: {} }),
};
const changes = z.looseObject({ status: z.literal('voided'), voidedReason: z.string().min(1).max(200) });

const signerChanges = z.looseObject({
  signers: z
    .array(z.looseObject({ recipientId: z.string().min(1).max(20), name: z.string().min(1).max(100).optional(), email: z.string().max(320).optional() }))
    .min(1)
    .max(50),
});

/** The part of DocuSign's REST API 2.1 we use, and its token endpoint. Bodies hold documents, so they may be large. */
export function docusignApi(deps: SigningDeps & { faults: Faults; grants: Grants }): Hono<{ Bindings: HttpBindings }> {
  const { store, faults, grants, accountId } = deps;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const root = '/restapi/v2.1/accounts/:account/envelopes';

  app.post('/oauth/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    return struckAnswer(c, faults, 'signature-reads', 'token', wording, () => {
      const answer = grants.ask(form, c.req.header('host') ?? '');
      return 'error' in answer ? c.json(answer, 400) : c.json(answer, 200);
    });
  });

  app.use('/restapi/*', bodyLimit({ maxSize: 35_000_000 }), async (c, next) => {
    if (!grants.admits(c.req.header('authorization'))) return c.json(docusignProblem('AUTHORIZATION_INVALID_TOKEN'), 401);
    return next();
  });
  app.use(`${root}/*`, async (c, next) => (c.req.param('account') === accountId ? next() : c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404)));

  app.post(root, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const judged = judgeEnvelope(body);
    const key = 'envelope' in judged ? judged.envelope.fields.map(({ value }) => value).join(' ') : 'refused';
    return struckAnswer(c, faults, 'signatures', `create ${key}`, wording, () => {
      if ('errorCode' in judged) return c.json(docusignProblem(judged.errorCode), 400);
      const { envelope, files } = judged;
      files.forEach((bytes, at) => {
        store.saveDocument(envelope.envelopeId, at, bytes);
      });
      const { envelopeId, status, changedAt } = sendEnvelope(deps, envelope);
      return c.json({ envelopeId, status, statusDateTime: stamp(changedAt), uri: `/envelopes/${envelopeId}` }, 201);
    });
  });

  app.get(root, (c) =>
    struckAnswer(c, faults, 'signature-reads', `list ${c.req.query('custom_field') ?? ''}`, wording, () => {
      const query = c.req.query();
      const from = Date.parse(query.from_date ?? '');
      if (Number.isNaN(from)) return c.json(docusignProblem('INVALID_REQUEST_PARAMETER'), 400);
      const [, name, value] = /^([^=]+)=(.*)$/s.exec(query.custom_field ?? '') ?? [];
      const fitting = [...store.envelopes.all.values()]
        .filter(
          ({ changedAt, fields }) => Date.parse(changedAt) >= from && (name === undefined || fields.some((one) => one.name === name && one.value === value)),
        )
        .toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
      if (query.order !== 'asc') fitting.reverse();
      return c.json(envelopesPage(fitting, clamp(query.start_position ?? '0', 0, 1e7), clamp(query.count ?? '100', 1, 1000), listed(query.include)), 200);
    }),
  );

  const of = (id: string): EnvelopeState | undefined => store.envelopes.all.get(id.toLowerCase());
  app.get(`${root}/:id`, (c) =>
    struckAnswer(c, faults, 'signature-reads', `get ${c.req.param('id')}`, wording, () => {
      const envelope = of(c.req.param('id'));
      return envelope ? c.json(envelopeResource(envelope, listed(c.req.query('include'))), 200) : c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404);
    }),
  );

  app.put(`${root}/:id`, async (c) => {
    const wish = changes.safeParse(await c.req.json().catch(() => undefined));
    return struckAnswer(c, faults, 'signatures', `void ${c.req.param('id')}`, wording, () => {
      const envelope = of(c.req.param('id'));
      if (!envelope) return c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404);
      if (!wish.success) return c.json(docusignProblem('INVALID_REQUEST_PARAMETER'), 400);
      if (!voidEnvelope(deps, envelope, wish.data.voidedReason)) return c.json(docusignProblem('ENVELOPE_CANNOT_VOID_INVALID_STATE'), 400);
      return c.json({ envelopeId: envelope.envelopeId }, 200);
    });
  });

  app.get(`${root}/:id/recipients`, (c) =>
    struckAnswer(c, faults, 'signature-reads', `recipients ${c.req.param('id')}`, wording, () => {
      const envelope = of(c.req.param('id'));
      return envelope ? c.json(recipientsResource(envelope.signers), 200) : c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404);
    }),
  );

  // Each signer has an outcome of its own: the answer is 200 also when none could be changed.
  app.put(`${root}/:id/recipients`, async (c) => {
    const wish = signerChanges.safeParse(await c.req.json().catch(() => undefined));
    return struckAnswer(c, faults, 'signatures', `correct ${c.req.param('id')}`, wording, () => {
      const envelope = of(c.req.param('id'));
      if (!envelope) return c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404);
      if (!wish.success) return c.json(docusignProblem('INVALID_REQUEST_PARAMETER'), 400);
      if (!isOpen(envelope)) return c.json(docusignProblem('ENVELOPE_INVALID_STATUS'), 400);
      const recipientUpdateResults = wish.data.signers.map((signer) => ({
        recipientId: signer.recipientId,
        errorDetails: docusignProblem(correctSigner(deps, envelope, signer) ?? 'SUCCESS'),
      }));
      return c.json({ recipientUpdateResults }, 200);
    });
  });

  // The real one joins all documents and writes the signatures in; ours gives the first as it came, and once all have signed says so at its end.
  app.get(`${root}/:id/documents/combined`, (c) =>
    struckAnswer(c, faults, 'signature-reads', `document ${c.req.param('id')}`, wording, () => {
      const envelope = of(c.req.param('id'));
      if (!envelope) return c.json(docusignProblem('ENVELOPE_DOES_NOT_EXIST'), 404);
      const bytes = store.document(envelope.envelopeId, 0);
      return c.body(new Uint8Array(envelope.status === 'completed' ? signedCopy(bytes, envelope) : bytes), 200, { 'content-type': 'application/pdf' });
    }),
  );
  return app;
}

/** A comment after the end of a PDF changes its bytes and nothing a reader shows; the end is said again for those who look for it there. */
function signedCopy(bytes: Buffer, { envelopeId, signers, changedAt }: EnvelopeState): Buffer {
  const [end = '%%EOF'] = /startxref\s+\d+\s+%%EOF\s*$/.exec(bytes.subarray(-200).toString('latin1')) ?? [];
  return Buffer.concat([bytes, Buffer.from(`\n% Envelope ${envelopeId}: ${signers.length} signed in the sandbox, the last at ${changedAt}\n${end.trim()}\n`)]);
}

const listed = (include = ''): string[] => include.split(',');
const clamp = (given: string, least: number, most: number): number => Math.min(Math.max(Math.trunc(Number(given)) || 0, least), most);
