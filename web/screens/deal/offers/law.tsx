import { Paper, Text, Title } from '@mantine/core';
import type { Answer, Body } from '../../../api/client.ts';
import { Problem } from '../../../api/problem.ts';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Status } from '../../../parts/Status.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { plain } from '../words.ts';

export type AssignmentAnswer = Answer<'/v1/deals/{no}/assignment', 'get'>;
export type Requirement = AssignmentAnswer['law'][number];
export type Fact = NonNullable<NonNullable<Body<'/v1/deals/{no}/assignment', 'post'>>['disclosures']>[number]['fact'];

/** The statements of a wholesaler, as they are recorded. */
export const statements: Record<Fact, string> = {
  'SellerWholesaleDisclosure.Received': 'The seller received the wholesale disclosure',
  'RightToCounsel.Disclosed': 'The seller was told of the right to counsel',
  'AssigneeDisclosure.Given': 'The assignee received the disclosure',
  'AssignmentNotice.Given': 'The seller was told of the assignment',
};

const standing: Record<string, [Tone, string]> = {
  met: ['good', 'met'],
  missing: ['bad', 'missing'],
  'too-late': ['bad', 'too late'],
  'too-early': ['bad', 'the date is too early'],
  open: ['warn', 'the seller may still cancel'],
  undecided: ['warn', 'facts are missing to say'],
  unconfirmed: ['neutral', 'not confirmed, shown only'],
  overridden: ['neutral', 'the broker went on'],
};
export const holdsUp = ({ state }: Requirement): boolean => !['met', 'unconfirmed', 'overridden'].includes(state);

/** What the law of the state demands before the contract is assigned, and how each stands. */
export function Law({ law, zone }: { law: Requirement[]; zone: string }) {
  if (law.length === 0) return <Text size="sm">The law we keep of this state asks for nothing before the contract is assigned.</Text>;
  return (
    <div>
      {law.map((demand) => {
        const [tone, words] = standing[demand.state] ?? ['neutral', demand.state];
        return (
          <div key={demand.id} className="offer">
            <Text>{demand.what}</Text>
            <Status tone={tone}>{words}</Status>
            <Text size="sm">{said(demand.why, zone)}</Text>
            {demand.nextStep && (
              <Text size="sm" fw={600}>
                {said(demand.nextStep, zone)}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {demand.source}
              {holdsUp(demand) && (demand.overridable ? ' · a broker may go on without it' : ' · cannot be waived')}
            </Text>
          </div>
        );
      })}
    </div>
  );
}

/** Why the law refuses it, demand by demand; any other refusal in its own words. */
export function Refusal({ problem, zone }: { problem: Problem; zone: string }) {
  const unmet = problem.more.unmet as Requirement[] | undefined;
  if (!Array.isArray(unmet) || unmet.length === 0) return <ProblemView error={plainProblem(problem, zone)} />;
  return (
    <Paper withBorder p="md" role="alert">
      <Title order={2}>{problem.title}</Title>
      <Law law={unmet} zone={zone} />
    </Paper>
  );
}

const plainProblem = ({ status, code, title, message, nextStep, requestId, errors }: Problem, zone: string): Problem =>
  new Problem(status, { type: code, title, detail: said(message, zone), nextStep: said(nextStep, zone), requestId, errors });

/** Where the API points to one of its addresses, a person is pointed to the place on screen. */
const said = (text: string, zone: string): string =>
  plain(
    text
      .replace(
        /Make it in writing and record it as (\S+) with its date and proof; if it was made, record it as \1 with its date and proof\./g,
        'Make it in writing, and record its day in the draft.',
      )
      .replace(/record it as \S+ with its date and proof/g, 'record the day in the draft')
      .replace(/State (.+?) with POST \S+law-facts\.?/g, 'Answer it on the tab Documents, under “Needed to decide”.')
      .replace(/record POST \S+fall-through with the reason/g, 'use “The contract fell through …” in the menu of the deal')
      .replace(/Record (.+?) with POST \S+facts\.?/g, 'Record it with “Record a fact …” at the top of the deal.')
      .replace(/state wholesalerLicensed/g, 'say so on the tab Documents')
      .replace(/ with (POST|GET) \/v1\S*/g, ''),
    zone,
  );
