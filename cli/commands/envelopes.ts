import { command, wholeNumber } from '../command.ts';
import { when } from '../format.ts';
import type { Envelope } from '../types.ts';

export default command({
  name: 'envelopes',
  description: 'What of a deal was sent for signature, and whom it waits for',
  args: { deal: { type: 'positional', required: true, description: 'Number of the deal' } },
  async run({ args, out, api }) {
    const { items } = await api().get<{ items: Envelope[] }>(`/v1/deals/${wholeNumber(args.deal, 'The deal number')}/envelopes`);
    if (items.length === 0) out.line('Nothing of this deal was sent for signature.');
    else
      out.table(items, [
        { title: 'No', value: (envelope) => String(envelope.envelopeNo), align: 'right' },
        { title: 'Subject', value: ({ subject }) => subject, max: 40 },
        { title: 'Status', value: ({ status }) => out.style(['failed', 'unknown', 'declined'].includes(status) ? 'red' : 'green', status) },
        { title: 'Signed', value: ({ progress }) => `${progress.signed} of ${progress.of}` },
        { title: 'Waits for', value: ({ waitingFor, reason }) => waitingFor ?? reason ?? '–', max: 60 },
        { title: 'Expires', value: ({ expiresAt }) => when(expiresAt) },
        { title: 'Id', value: ({ id }) => id },
      ]);
    out.result({ envelopes: items });
  },
});
