import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ErrorObject } from 'ajv';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDocusign } from '../../activities/providers/docusign/index.ts';
import { control, testReceiver, testSandbox, testSigner } from '../testing.ts';

const spec = process.env.DOCUSIGN_SPEC ?? '';
if (!existsSync(spec))
  console.warn(
    'Skipped: DocuSign’s public specification is not here. Set DOCUSIGN_SPEC to esignature.rest.swagger-v2.1.json of docusign/eSign-OpenAPI-Specification to check client and sandbox against it.',
  );

type Definition = { properties?: Record<string, unknown>; additionalProperties?: boolean };
/** It names no member as required and allows others silently: closing every definition makes a misspelt member a fault. */
function validator(): (name: string, body: unknown) => ErrorObject[] {
  const { definitions } = JSON.parse(readFileSync(spec, 'utf8')) as { definitions: Record<string, Definition> };
  for (const definition of Object.values(definitions)) if (definition.properties) definition.additionalProperties = false;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  // Two of its references lead nowhere.
  ajv.addSchema({ $id: 'docusign', definitions: { signHashDocument: {}, offlineAttributes: {}, ...definitions } });
  return (name, body) => {
    const validate = ajv.getSchema(`docusign#/definitions/${name}`)!;
    return validate(body) ? [] : (validate.errors ?? []);
  };
}

type Seen = { call: string; status: number; asked: unknown; answered: unknown };

/** What passes between our client and the sandbox, as JSON. */
async function recorder(target: string): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const json = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : null);
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      const body = Buffer.concat(pieces);
      const headers = { authorization: request.headers.authorization ?? '', 'content-type': request.headers['content-type'] ?? 'text/plain' };
      const answer = await fetch(`${target}${request.url}`, { method: request.method!, headers, ...(body.length > 0 && { body }) });
      const bytes = Buffer.from(await answer.arrayBuffer());
      const call = `${request.method} ${request
        .url!.replace(/\?.*/, '')
        .replace(/.*\/envelopes/, 'envelopes')
        .replace(/[0-9a-f-]{36}/, ':id')}`;
      seen.push({ call, status: answer.status, asked: json(body.toString()), answered: json(bytes.toString()) });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(bytes);
    });
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

describe.runIf(existsSync(spec))('what we send and what the sandbox answers is what DocuSign describes', () => {
  test('every request, reply, refusal and webhook fits its definition, member by member', async () => {
    const faultsOf = validator();
    const receiver = await testReceiver();
    const sandbox = await testSandbox();
    const { url, seen } = await recorder(sandbox.httpUrl);
    const port = createDocusign({ ...testSigner(sandbox), name: 'contract', baseUrl: url });
    const send = (key: string, email: string) =>
      port.send({
        ...{ key, subject: 'Contract', message: 'Please sign', statusCallback: `${receiver.url}/connect` },
        documents: [{ name: 'c.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }],
        signers: [1, 2].map((at) => ({
          ...{ recipientId: String(at), name: 'Jo', email, routingOrder: at },
          tabs: (['signature', 'initials', 'date'] as const).map((kind) => ({ kind, anchor: `/${kind}/` })),
        })),
      });
    const outcome = await send('k', 'jo@example.com');
    const envelopeId = outcome.kind === 'accepted' ? outcome.envelopeId : '';
    expect(await send('refused', 'nobody')).toMatchObject({ kind: 'refused' });
    await control(sandbox, `envelopes/${envelopeId}/act`, { recipientId: '1', act: 'sign' });
    await port.state({ envelopeId });
    await control(sandbox, `envelopes/${envelopeId}/act`, { recipientId: '2', act: 'decline', reason: 'No' });
    await port.state({ envelopeId });
    expect(await port.void(envelopeId, 'Late')).toMatchObject({ kind: 'closed' });
    const second = await send('k2', 'jo@example.com');
    expect(await port.void(second.kind === 'accepted' ? second.envelopeId : '', 'Changed')).toEqual({ kind: 'voided' });
    const third = await port.send({
      key: 'k3',
      subject: 'Contract',
      message: null,
      statusCallback: null,
      documents: [{ name: 'c.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }],
      signers: [{ recipientId: '1', name: 'Jo', email: 'jo@example.com', routingOrder: 1, tabs: [] }],
    });
    const open = third.kind === 'accepted' ? third.envelopeId : '';
    expect(await port.correct(open, { recipientId: '1', name: 'Jo', email: 'new@example.com' })).toEqual({ kind: 'corrected', existed: false });
    await port.changedSince(null);
    await control(sandbox, 'settle', {});

    const replies: Record<string, string> = {
      'POST envelopes': 'envelopeSummary',
      'GET envelopes': 'envelopesInformation',
      'GET envelopes/:id': 'envelope',
      'PUT envelopes/:id': 'envelopeUpdateSummary',
      'GET envelopes/:id/recipients': 'EnvelopeRecipients',
      'PUT envelopes/:id/recipients': 'recipientsUpdateSummary',
    };
    const requests: Record<string, string> = {
      'POST envelopes': 'envelopeDefinition',
      'PUT envelopes/:id': 'envelope',
      'PUT envelopes/:id/recipients': 'EnvelopeRecipients',
    };
    expect(new Set(seen.map(({ call }) => call))).toEqual(new Set(Object.keys(replies)));
    for (const { call, status, asked, answered } of seen) {
      if (requests[call]) expect({ call, faults: faultsOf(requests[call], asked) }).toEqual({ call, faults: [] });
      expect({ call, faults: faultsOf(status < 300 ? replies[call]! : 'errorDetails', answered) }).toEqual({ call, faults: [] });
    }
    expect(receiver.received.length).toBeGreaterThan(8);
    for (const { body } of receiver.received)
      expect(faultsOf('envelope', (JSON.parse(body) as { data: { envelopeSummary: unknown } }).data.envelopeSummary)).toEqual([]);
  });

  test('the check finds what does not fit', () => {
    const faultsOf = validator();
    expect(faultsOf('envelopeDefinition', { status: 'sent', emailSubjekt: 'x' })).toHaveLength(1);
    expect(faultsOf('envelopeDefinition', { recipients: { signers: [{ routingOrder: 1 }] } })).not.toHaveLength(0);
  });
});
