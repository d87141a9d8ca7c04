import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Milestone } from '../../../../domain/closing/milestones.ts';
import { apiQuery } from '../../../api/query.ts';
import { Instant } from '../../../parts/Instant.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { useAsk } from '../acts/asked.ts';
import { Section } from '../Section.tsx';
import { useDeadlines, useDeal } from '../use-deal.ts';
import { evidenceWords, factTitle, whyWords } from '../words.ts';

/** Why nothing moves just now, in plain words, whatever the state. */
export function Why() {
  const { no, deal, contract, zone, mayAct } = useDeal();
  const ask = useAsk();
  const explained = useQuery(apiQuery('/v1/deals/{no}/explain', { path: { no } }));
  // The clock the deal waits for, so that what would settle it is one click away.
  const awaited = useDeadlines(no).data?.items.find(
    ({ status, date, evidence }) => (status === 'pending' || status === 'breached') && date !== null && evidence,
  );
  return (
    <Section title={deal.closedAt ? 'How it ended' : 'Why is this waiting?'}>
      <Shown query={explained} what="why it waits">
        {({ explanation, notTakenIn }) => (
          <>
            <Text>{whyWords(explanation, zone)}</Text>
            {notTakenIn.length > 0 && <Text mt={4}>Recorded, and about to be taken in: {notTakenIn.map(factTitle).join(', ')}.</Text>}
            {deal.dueAt && !deal.closedAt && (
              <Text size="sm" c="dimmed" mt={4}>
                It acts by itself <Instant at={deal.dueAt} zone={zone} />.
              </Text>
            )}
          </>
        )}
      </Shown>
      {mayAct && deal.stage === 'accepted' && contract?.status !== 'in-force' && (
        <Group mt="xs" className="no-print">
          <Button variant="default" onClick={() => ask({ what: 'contract' })}>
            Record the signed contract
          </Button>
        </Group>
      )}
      {mayAct && awaited?.evidence && !deal.closedAt && (
        <Group mt="xs" className="no-print">
          <Button
            variant="default"
            className="wordy"
            onClick={() => ask({ what: 'fact', fact: awaited.evidence as Milestone, contingency: awaited.contingency })}
          >
            It has happened: {evidenceWords(awaited.evidence, awaited.contingency).toLowerCase()}
          </Button>
        </Group>
      )}
    </Section>
  );
}
