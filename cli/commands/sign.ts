import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { readRunning } from '../home.ts';
import type { Envelope } from '../types.ts';

export default command({
  name: 'sign',
  description: 'Send a document for signature: sign 7 --document 2 --signer <party> --signer <party>',
  args: {
    deal: { type: 'positional', required: true, description: 'Number of the deal' },
    document: { type: 'string', required: true, description: 'Number of the document within the deal', valueHint: 'no' },
    signer: { type: 'string', required: true, description: 'Id of a party who signs; several sign in the order named', valueHint: 'partyId' },
    together: { type: 'boolean', description: 'All sign side by side' },
    version: { type: 'string', description: 'Version of the document; the newest when left out', valueHint: 'no' },
    subject: { type: 'string', description: 'What signers see first', valueHint: 'text' },
    message: { type: 'string', description: 'What they read below it', valueHint: 'text' },
    key: { type: 'string', description: 'Your own key: asked again with it, the same envelope' },
  },
  async run({ args, out, api, all }) {
    const dealNo = wholeNumber(args.deal, 'The deal number');
    const signers = all('signer');
    const odd = signers.find((id) => !/^[0-9a-f-]{36}$/i.test(id));
    if (odd !== undefined) throw usageError(`"${odd}" is not the id of a party.`, 'The parties of the deal are listed with their ids.');
    const wish = {
      documentNo: wholeNumber(args.document, '--document'),
      ...(args.version ? { version: wholeNumber(args.version, '--version') } : {}),
      subject: args.subject ?? `Please sign: deal ${dealNo}, document ${args.document}`,
      ...(args.message ? { message: args.message } : {}),
      signers: signers.map((partyId, at) => ({ partyId, routingOrder: args.together ? 1 : at + 1 })),
    };
    const envelope = await api().post<Envelope>(`/v1/deals/${dealNo}/envelopes`, wish, args.key ? { idempotencyKey: args.key } : {});
    out.line(`Envelope ${envelope.envelopeNo} of deal ${dealNo}: ${signers.length === 1 ? '1 signature' : `${signers.length} signatures`} asked for.`);
    out.line(`  ${envelope.id}`);
    const sandbox = signingPages();
    if (sandbox) out.line(`Sign or decline as one of them: ${sandbox}/signing`);
    out.result(envelope);
  },
});

/** Only an instance of this machine has pages to sign on. */
function signingPages(): string | null {
  try {
    return readRunning().sandboxUrl ?? null;
  } catch {
    return null;
  }
}
