import { command } from '../command.ts';
import { CliError, exitCodes } from '../errors.ts';
import { when } from '../format.ts';

type Person = { id: string; name: string; email: string; role: string };

export default command({
  name: 'sign-in',
  description: 'A one-time sign-in link for a person',
  args: { email: { type: 'positional', required: true, description: 'E-mail address of the person' } },
  async run({ args, out, api }) {
    const people = await api().all<Person>('/v1/people', {}, 10_000);
    const person = people.find(({ email }) => email.toLowerCase() === args.email.trim().toLowerCase());
    if (!person)
      throw new CliError(exitCodes.failed, `The brokerage has nobody with the address ${args.email}.`, 'Check the spelling; GET /v1/people lists everybody.');
    const link = await api().post<{ url: string; expiresAt: string }>(`/v1/people/${person.id}/sign-in-links`);
    out.line(`${person.name} (${person.role}) signs in once with this link, until ${when(link.expiresAt)}:`);
    out.line(link.url);
    out.result({ person, ...link });
  },
});
