import { command, wholeNumber } from '../command.ts';
import { usageError } from '../errors.ts';
import { when } from '../format.ts';
import { homeFolder } from '../home.ts';

export default command({
  name: 'forward',
  description: 'Let days go by on an embedded instance, everyone in step',
  args: {
    days: { type: 'positional', required: true, description: 'How many days' },
    deal: { type: 'string', description: 'Only tell what happens to this deal' },
  },
  async run({ args, out }) {
    const days = Number(args.days);
    if (!/^\d+(\.\d+)?$/.test(args.days) || !(days > 0))
      throw usageError(`"${args.days}" is not a number of days.`, 'Give the days that shall go by, such as "keyturn forward 7".');
    const { forward } = await import('../../workers/up/forward/forward.ts');
    const result = await forward({
      days,
      home: homeFolder(),
      line: (text) => out.line(text),
      ...(args.deal ? { dealNo: wholeNumber(args.deal, '--deal') } : {}),
    });
    out.line(out.style('dim', `It is ${when(result.to)} now; ${result.moves} runs moved in ${result.seconds} s.`));
    out.result(result);
  },
});
