import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OfferInAct, type OfferInStatus, refuseOfferIn } from '../../../../domain/closing/offers-received.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { RunLink } from '../../../parts/RunLink.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Status } from '../../../parts/Status.tsx';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { RecordOffer } from './RecordOffer.tsx';
import { type OfferIn, standingOf, TermsList } from './terms.tsx';

const labels: Record<OfferInAct, string> = {
  accept: 'Accept …',
  counter: 'Counter …',
  backup: 'Back-up …',
  promote: 'Promote …',
  decline: 'Decline …',
  withdraw: 'Withdrawn …',
};
const order = Object.keys(labels) as OfferInAct[];

/** Offers that buyers made: every round, and what each can become. */
export function Received() {
  const { no, deal, mayAct } = useDeal();
  const offers = useQuery(apiQuery('/v1/deals/{no}/offers-received', { path: { no } }));
  const [recording, setRecording] = useState(false);
  const record = mayAct && deal.stage !== 'closed' ? <Button onClick={() => setRecording(true)}>Record an offer …</Button> : undefined;
  return (
    <Section title="Offers received" aside={record}>
      <Shown query={offers} what="the offers">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No offer has come in">Record each as it comes: until when it is to be answered is watched from then on.</EmptyState>
          ) : (
            items.map((offer) => <One key={offer.id} offer={offer} others={items.filter(({ id }) => id !== offer.id)} />)
          )
        }
      </Shown>
      {recording && <RecordOffer no={no} close={() => setRecording(false)} />}
    </Section>
  );
}

function One({ offer, others }: { offer: OfferIn; others: OfferIn[] }) {
  const { mayAct } = useDeal();
  const [doing, setDoing] = useState<OfferInAct | null>(null);
  const { offerNo, buyer, status, rounds, expiresAt, zone, reason, receivedAt } = offer;
  const { tone, words } = standingOf(offer);
  const fits = order.filter(
    (each) => refuseOfferIn(each, { offerNo, status: status as OfferInStatus }) === null && !(each === 'backup' && status === 'backup'),
  );
  return (
    <div className="offer">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <Text fw={600}>
            Offer {offerNo} of {buyer}
          </Text>
          <Group gap="xs">
            <Status tone={tone}>{words}</Status>
            <Text span size="sm" c="dimmed">
              came <Instant at={receivedAt} zone={zone} />
              {expiresAt && ['received', 'countered', 'backup'].includes(status) && (
                <>
                  {' '}
                  · stands until <Instant at={expiresAt} zone={zone} absolute />
                </>
              )}
            </Text>
          </Group>
          {reason && <Text size="sm">{reason}</Text>}
          {expiresAt && <RunLink workflowId={offer.workflowId} of={`offer ${offerNo}`} />}
        </div>
        {mayAct && fits.length > 0 && (
          <Group gap={6} className="no-print">
            {fits.map((each) => (
              <Button
                key={each}
                variant={each === 'accept' || each === 'promote' ? 'filled' : 'default'}
                onClick={() => setDoing(each)}
                aria-label={`${labels[each].replace(' …', '')}: offer ${offerNo} of ${buyer}`}
              >
                {labels[each]}
              </Button>
            ))}
          </Group>
        )}
      </Group>
      <TermsList terms={offer} />
      {rounds.length > 1 && (
        <details>
          <summary>{rounds.length} rounds</summary>
          {rounds.map(({ round, by, terms, at }) => (
            <div key={round}>
              <Text size="sm" c="dimmed">
                Round {round}, by the {by}, <Instant at={at} zone={zone} />
              </Text>
              <TermsList terms={terms} />
            </div>
          ))}
        </details>
      )}
      {doing && <AnswerForm offer={offer} others={others} act={doing} close={() => setDoing(null)} />}
    </div>
  );
}
