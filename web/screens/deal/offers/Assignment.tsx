import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery, apiQueryOrNull } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Status } from '../../../parts/Status.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { dayWithYear } from '../days.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { CancelForm, EffectiveForm, SellerCancelledForm } from './AssignmentActs.tsx';
import { DraftForm } from './DraftForm.tsx';
import { type AssignmentAnswer, holdsUp, Law } from './law.tsx';

type Doing = 'draft' | 'effective' | 'cancel' | 'seller';
const standing: Record<string, [Tone, string]> = {
  drafted: ['warn', 'drafted, statements are missing'],
  disclosed: ['info', 'drafted, every statement made'],
  effective: ['good', 'in effect'],
  cancelled: ['neutral', 'cancelled'],
};

/** The assignment of a wholesale contract, by the law of the property's state. */
export function Assignment() {
  const { no } = useDeal();
  const assignment = useQuery(apiQueryOrNull('/v1/deals/{no}/assignment', 'no-contract', { path: { no } }));
  return (
    <Section title="Assignment of the contract">
      <Shown query={assignment} what="the assignment">
        {(data) =>
          data ? (
            <Standing data={data} />
          ) : (
            <EmptyState title="Nothing to assign yet">
              The deal is under no contract. Once it is, what the state’s law asks before an assignment stands here.
            </EmptyState>
          )
        }
      </Shown>
    </Section>
  );
}

function Standing({ data: { assignment, law } }: { data: AssignmentAnswer }) {
  const { no, zone, mayAct, contract } = useDeal();
  const [doing, setDoing] = useState<Doing | null>(null);
  const parties = useQuery(apiQuery('/v1/deals/{no}/parties', { path: { no }, query: { all: 'true' } }));
  const standingOne = assignment && assignment.state !== 'cancelled' ? assignment : null;
  const inForce = contract?.status === 'in-force' && mayAct;
  const open = law.filter(holdsUp).length;
  const [tone, words] = (assignment && standing[assignment.state]) ?? ['neutral', 'not drafted'];
  const close = (): void => setDoing(null);
  return (
    <>
      <Group justify="space-between" gap="sm" align="flex-start" mb="xs">
        <div>
          <Status tone={tone}>{words}</Status>
          {assignment && (
            <Text>
              To {parties.data?.items.find(({ id }) => id === assignment.assigneePartyId)?.name ?? 'the assignee'} for <Money cents={assignment.feeCents} />,
              effective {dayWithYear(assignment.effectiveOn)}
            </Text>
          )}
          {assignment?.cancelledReason && (
            <Text size="sm">
              {assignment.cancelledReason}
              {assignment.cancelledAt && (
                <>
                  , <Instant at={assignment.cancelledAt} zone={zone} />
                </>
              )}
            </Text>
          )}
        </div>
        {inForce && (
          <Group gap={6} className="no-print">
            {standingOne?.state !== 'effective' && (
              <Button variant={standingOne ? 'default' : 'filled'} onClick={() => setDoing('draft')}>
                {standingOne ? 'Change the draft …' : 'Draft it …'}
              </Button>
            )}
            {standingOne && standingOne.state !== 'effective' && (
              <>
                <Button onClick={() => setDoing('effective')}>It took effect …</Button>
                <Button variant="default" onClick={() => setDoing('cancel')}>
                  Cancel it …
                </Button>
              </>
            )}
            <Button variant="default" onClick={() => setDoing('seller')}>
              The seller cancelled …
            </Button>
          </Group>
        )}
      </Group>
      <Text size="sm" fw={600}>
        {open === 0 ? 'Nothing the law asks stands in the way' : `${open} of ${law.length} demands of the law stand in the way`}
      </Text>
      <Law law={law} zone={zone} />
      {doing === 'draft' && <DraftForm no={no} assignment={standingOne} law={law} close={close} />}
      {doing === 'effective' && standingOne && <EffectiveForm no={no} assignment={standingOne} law={law} close={close} />}
      {doing === 'cancel' && <CancelForm no={no} close={close} />}
      {doing === 'seller' && <SellerCancelledForm no={no} close={close} />}
    </>
  );
}
