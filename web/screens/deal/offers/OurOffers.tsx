import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileStages } from '../../../../domain/closing/course.ts';
import { useAct } from '../../../api/act.ts';
import type { Item } from '../../../api/client.ts';
import { useMay } from '../../../api/me.ts';
import { apiQuery } from '../../../api/query.ts';
import { EmptyState } from '../../../parts/EmptyState.tsx';
import { FileLink } from '../../../parts/file/FileLink.tsx';
import { Instant } from '../../../parts/Instant.tsx';
import { Money } from '../../../parts/Money.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { Status } from '../../../parts/Status.tsx';
import type { Tone } from '../../../parts/tone.ts';
import { useAsk } from '../acts/asked.ts';
import { useOffered } from '../acts/may.ts';
import { Section } from '../Section.tsx';
import { useDeal } from '../use-deal.ts';
import { sentence } from '../words.ts';
import { ActForm } from './ActForm.tsx';

type Offer = Item<'/v1/deals/{no}/offers'>;
const standing: Record<Offer['status'], [Tone, string]> = {
  requested: ['info', 'its letter is being written'],
  drafted: ['warn', 'waits for approval'],
  approved: ['info', 'approved, about to be sent'],
  sent: ['info', 'with the seller'],
  accepted: ['good', 'accepted'],
  declined: ['bad', 'declined'],
  expired: ['neutral', 'expired'],
  superseded: ['neutral', 'replaced by a newer one'],
  withdrawn: ['neutral', 'withdrawn'],
  blocked: ['bad', 'could not be written'],
};
const termNames = { cash: 'cash', 'seller-finance': 'seller finance', 'subject-to': 'subject to the existing loan' };

/** What we offered the seller, with the letter, and what can be decided about it. */
export function OurOffers() {
  const { no, deal, mayAct } = useDeal();
  const offers = useQuery(apiQuery('/v1/deals/{no}/offers', { path: { no } }));
  const mayAsk = useMay('offers:write') && mayAct && deal.closedAt === null && !(fileStages as readonly string[]).includes(deal.stage);
  const [asking, setAsking] = useState(false);
  const another = mayAsk ? (
    <Button variant="default" onClick={() => setAsking(true)}>
      New offer …
    </Button>
  ) : undefined;
  return (
    <Section title="Our offers" aside={another}>
      <Shown query={offers} what="the offers">
        {({ items }) => (items.length === 0 ? <NoOffer /> : items.map((offer) => <One key={offer.id} offer={offer} />))}
      </Shown>
      {asking && <Ask no={no} close={() => setAsking(false)} />}
    </Section>
  );
}

/** Why there is none: a contract that came without one asks for none. */
function NoOffer() {
  const { deal, contract } = useDeal();
  if (contract)
    return (
      <EmptyState title="No offer of ours">The contract was recorded without an offer of ours; its terms stand on the overview. None is worked out.</EmptyState>
    );
  if (deal.closedAt !== null) return <EmptyState title="No offer was made">The deal ended before there was one.</EmptyState>;
  return (
    <EmptyState title="No offer yet">
      One is worked out by the formula of the brokerage as soon as the property’s facts allow it. What it waits for stands at the top of the deal.
    </EmptyState>
  );
}

function One({ offer }: { offer: Offer }) {
  const { zone } = useDeal();
  const ask = useAsk();
  const offered = useOffered();
  const [tone, words] = standing[offer.status];
  const fits = offer.status === 'drafted' ? ['approve'] : offer.status === 'sent' || offer.status === 'approved' ? ['accept', 'decline'] : [];
  const acts = offered.filter(({ asked }) => fits.includes(asked.what));
  const at = offer.closedAt ?? offer.sentAt ?? offer.approvedAt ?? offer.draftedAt ?? offer.requestedAt;
  return (
    <div className="offer">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600}>
            Offer {offer.offerNo}: <Money cents={offer.amountCents} />, {termNames[offer.terms]}
          </Text>
          <Group gap="xs">
            <Status tone={tone}>{words}</Status>
            <Text span size="sm" c="dimmed">
              <Instant at={at} zone={zone} />
              {offer.status === 'sent' && offer.expiresAt && (
                <>
                  {' '}
                  · stands until <Instant at={offer.expiresAt} zone={zone} absolute />
                </>
              )}
            </Text>
          </Group>
          {offer.notes.map((note) => (
            <Text size="sm" key={note}>
              {note}
            </Text>
          ))}
        </div>
        <Group gap={6} className="no-print">
          {offer.pdf && (
            <FileLink src={offer.pdf} title={`Letter of offer ${offer.offerNo}`}>
              Letter<span className="visually-hidden"> of offer {offer.offerNo}</span>
            </FileLink>
          )}
          {acts.map(({ asked, label }) => (
            <Button key={asked.what} variant={asked.what === 'decline' ? 'default' : 'filled'} onClick={() => ask(asked)}>
              {label}
            </Button>
          ))}
        </Group>
      </Group>
      <details>
        <summary>How it was worked out</summary>
        <dl className="offer-terms">
          {Object.entries(offer.figures).map(([name, cents]) => (
            <div key={name}>
              <dt>
                {sentence(
                  name
                    .replace(/Cents$/, '')
                    .replace(/([a-z])([A-Z])/g, '$1 $2')
                    .toLowerCase(),
                )}
              </dt>
              <dd>{name.endsWith('Cents') ? <Money cents={cents} /> : cents}</dd>
            </div>
          ))}
        </dl>
        <ol className="quiet-steps">
          {offer.working.map(({ label, formula }) => (
            <li key={`${label} ${formula}`}>
              {label}
              <Text span size="sm" c="dimmed">
                {' '}
                {formula}
              </Text>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function Ask({ no, close }: { no: number; close: () => void }) {
  const request = useAct('post', '/v1/deals/{no}/offers');
  return (
    <ActForm
      title="New offer"
      confirm="Ask for it"
      pending={request.isPending}
      problem={request.error}
      onSubmit={() => request.mutate({ path: { no }, body: {} }, { onSuccess: close })}
      close={close}
    >
      <Text size="sm">
        It is worked out anew with what is known now, and takes the place of the one that stands. The brokerage’s rule says who approves it.
      </Text>
    </ActForm>
  );
}
