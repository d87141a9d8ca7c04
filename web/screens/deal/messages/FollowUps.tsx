import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import { apiQuery } from '../../../api/query.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Status } from '../../../parts/Status.tsx';
import { absoluteWords } from '../../../parts/time.ts';
import { Waits } from '../Waits.tsx';
import { type FollowUp, holdWords, whyThen, zoneWords } from './lines.ts';
import { Resume } from './Resume.tsx';

/** What follow-ups do next, when, by whose clock and why then; and the hold on them. */
export function FollowUps({ followUps, mayAct }: { followUps: FollowUp[]; mayAct: boolean }) {
  if (followUps.length === 0) return null;
  return (
    <section aria-labelledby="follow-ups">
      <Title order={2} id="follow-ups" mb={4}>
        Goes out by itself
      </Title>
      <ul className="entries-plain">
        {followUps.map((followUp) => (
          <One key={followUp.id} followUp={followUp} mayAct={mayAct} />
        ))}
      </ul>
    </section>
  );
}

function One({ followUp, mayAct }: { followUp: FollowUp; mayAct: boolean }) {
  const { id, sequence, sequenceVersion, contact, status, stopReason, paused, heldBy, next, workflowId } = followUp;
  const hold = useAct('post', '/v1/enrolments/{id}/pause');
  const [resuming, setResuming] = useState(false);
  const why = holdWords(followUp);
  const goesOn = status === 'open' && !stopReason;
  const waits = useQuery({ ...apiQuery('/v1/enrolments/{id}/explain', { path: { id } }), enabled: status === 'open' });
  const name = sequence.replaceAll('-', ' ');
  return (
    <li className="card">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Text fw={600}>
            {name.charAt(0).toUpperCase() + name.slice(1)} to {contact ?? 'a contact that is not known'}
          </Text>
          <Text size="sm" c="dimmed">
            version {sequenceVersion} of the sequence{goesOn && ` · ${zoneWords(followUp)}`}
          </Text>
          {why && (
            <Status tone={goesOn ? 'warn' : 'neutral'} {...(goesOn ? { icon: 'stopped' as const } : {})}>
              {why}
            </Status>
          )}
          {status === 'open' && <Waits query={waits} />}
        </div>
        <Group gap={6} className="no-print">
          <RunLink workflowId={workflowId} of={`the follow-up ${name}`} />
          {mayAct &&
            goesOn &&
            (paused || heldBy ? (
              <Button onClick={() => setResuming(true)} aria-label={`Resume ${name}`}>
                Resume …
              </Button>
            ) : (
              <Button variant="default" loading={hold.isPending} onClick={() => hold.mutate({ path: { id } })} aria-label={`Hold ${name}`}>
                Hold
              </Button>
            ))}
        </Group>
      </Group>
      {hold.error && <ProblemView error={hold.error} />}
      {next.length > 0 && (
        <ol className="steps-ahead" aria-label={`What ${name} does next`}>
          {next.map(({ step, kind, what, at }) => (
            <li key={`${step} ${at}`}>
              <span>
                {at ? absoluteWords(at, followUp.zone) : paused || heldBy ? 'as soon as it goes on' : 'now'}
                {at && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    (<Instant at={at} zone={followUp.zone} />)
                  </Text>
                )}
              </span>
              <span>
                {what}
                {whyThen(kind) && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {whyThen(kind)}
                  </Text>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {resuming && <Resume followUp={followUp} close={() => setResuming(false)} />}
    </li>
  );
}
