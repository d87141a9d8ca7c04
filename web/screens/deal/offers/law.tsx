import { Text } from '@mantine/core';
import type { Answer, Body } from '../../../api/client.ts';
import { Status, type Tone } from '../../../parts/Status.tsx';
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

/** Where the API points to one of its addresses, a person is pointed to the tab. */
const said = (text: string, zone: string): string =>
  plain(
    text.replace(/State (.+?) with POST \S+law-facts\.?/, 'Answer it on the tab Documents, under “Needed to decide”.').replace(/ with POST \/v1\S*/g, ''),
    zone,
  );
