import { command } from '../command.ts';
import { exitCodes } from '../errors.ts';

export default command({
  name: 'cases',
  description: 'Run worked cases through the functions the API calls',
  args: { path: { type: 'positional', required: true, description: 'A folder or file of cases' }, family: { type: 'string', description: 'Only this family' } },
  async run({ args, out }) {
    const { runCases } = await import('../cases.ts');
    const result = await runCases(args.path, { ...(args.family ? { family: args.family } : {}), out: (line) => out.line(line) });
    out.result(result);
    process.exitCode = result.failed > 0 ? exitCodes.failed : exitCodes.ok;
  },
});
