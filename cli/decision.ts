import type { CommandDef } from 'citty';
import { command, wholeNumber } from './command.ts';

/** A decision about a deal that its run answers: done, or why not. */
export const decision = (name: 'accept' | 'approve' | 'decline' | 'dead', description: string): CommandDef =>
  command({
    name,
    description,
    args: {
      deal: { type: 'positional', required: true, description: 'Number of the deal' },
      ...(name === 'decline' || name === 'dead' ? { reason: { type: 'string' as const, required: true as const, description: 'Why' } } : {}),
    },
    async run({ args, out, api }) {
      const { deal, reason } = args as { deal: string; reason?: string };
      const status = await api().post<{ dealNo: number; stage: string; waitingFor: string | null }>(
        `/v1/deals/${wholeNumber(deal, 'The deal number')}/${name}`,
        reason ? { reason } : undefined,
      );
      out.line(`Deal ${status.dealNo} is at "${status.stage}"${status.waitingFor ? `, waiting for ${status.waitingFor}` : ''}.`);
      out.result(status);
    },
  }) as CommandDef;
