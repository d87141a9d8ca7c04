import { Button, Group, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { act } from '../../../api/act.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { absoluteWords } from '../../../parts/time.ts';
import type { FollowUp } from './lines.ts';

/** Goes on with a follow-up that was held. What came due meanwhile is never sent without asking. */
export function Resume({ followUp: { id, sequence, next, zone }, close }: { followUp: FollowUp; close: () => void }) {
  const queries = useQueryClient();
  const [choice, setChoice] = useState('planned');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [first, second] = next;
  const skippable = first !== undefined && first.kind !== 'archive';
  const resume = async (): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      // A held follow-up lets a step be skipped: nothing of it goes out in between.
      if (choice === 'skip' && first) await act(queries, 'post', '/v1/enrolments/{id}/skip', { path: { id }, body: { step: first.step } });
      await act(queries, 'post', '/v1/enrolments/{id}/resume', { path: { id } });
      close();
    } catch (error) {
      setProblem(asProblem(error));
      setPending(false);
    }
  };
  return (
    <Dialog opened onClose={close} title={`Resume ${sequence.replaceAll('-', ' ')}`}>
      <Stack gap="sm">
        <Radio.Group label="What becomes of the next step?" value={choice} onChange={setChoice}>
          <Stack gap={8} mt={6}>
            <Radio
              value="planned"
              label="As planned"
              description={
                first
                  ? `${capital(first.what)} goes ${first.at ? `on ${absoluteWords(first.at, zone)}` : 'now: it came due while it was held'}.`
                  : 'It goes on where it was.'
              }
            />
            {skippable && (
              <Radio
                value="skip"
                label={`Skip ${first.what}`}
                description={second ? `${capital(second.what)} comes next, reckoned from now.` : 'What follows is reckoned from now.'}
              />
            )}
          </Stack>
        </Radio.Group>
        {problem && <ProblemView error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Leave it held
          </Button>
          <Button loading={pending} onClick={() => void resume()}>
            Resume
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
