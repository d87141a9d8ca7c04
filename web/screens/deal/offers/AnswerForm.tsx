import { NativeSelect, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OfferInAct } from '../../../../domain/closing/offers-received.ts';
import { useAct } from '../../../api/act.ts';
import { ConfirmWithReason } from '../../../parts/ConfirmWithReason.tsx';
import { moneyWords } from '../../../parts/time.ts';
import { useDeal } from '../use-deal.ts';
import { ActForm } from './ActForm.tsx';
import { type Contingency, ContingencyInput, type Financing, FinancingInput, MoneyInput } from './fields.tsx';
import type { OfferIn } from './terms.tsx';

type Props = { offer: OfferIn; others: OfferIn[]; close: () => void };

/** The dialog of one answer to an offer. */
export function AnswerForm({ act, ...props }: Props & { act: OfferInAct }) {
  switch (act) {
    case 'accept':
      return <Accept {...props} />;
    case 'counter':
      return <Counter {...props} />;
    case 'backup':
      return <Backup {...props} />;
    case 'promote':
      return <Promote {...props} />;
    case 'decline':
    case 'withdraw':
      return <Refuse {...props} act={act} />;
    default:
      return act satisfies never;
  }
}

const named = ({ offerNo, buyer }: OfferIn): string => `offer ${offerNo} of ${buyer}`;

function Accept({ offer, others, close }: Props) {
  const { no } = useDeal();
  const accept = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/accept');
  const [fate, setFate] = useState<string | null>(null);
  const waiting = others.filter(({ status }) => status === 'received' || status === 'countered');
  return (
    <ActForm
      title={`Accept ${named(offer)}`}
      confirm="Accept"
      pending={accept.isPending}
      problem={accept.error}
      disabled={waiting.length > 0 && fate === null}
      onSubmit={() =>
        accept.mutate({ path: { no, offerNo: offer.offerNo }, body: waiting.length > 0 ? { others: fate as 'decline' | 'keep' } : {} }, { onSuccess: close })
      }
      close={close}
    >
      <Text size="sm">
        {offer.buyer} becomes a party at {moneyWords(offer.priceCents)}, and the deal waits for the contract.
      </Text>
      {waiting.length > 0 && (
        <Radio.Group label={`What becomes of ${waiting.map(named).join(', ')}?`} value={fate} onChange={setFate} required>
          <Stack gap={8} mt={6}>
            <Radio value="decline" label="Declined" description="They are told nothing by itself; their offers end." />
            <Radio value="keep" label="They stay as they are" description="To be answered, or to be made back-ups, afterwards." />
          </Stack>
        </Radio.Group>
      )}
    </ActForm>
  );
}

function Counter({ offer, close }: Props) {
  const { no } = useDeal();
  const counter = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/counter');
  // Whoever has to answer now is whoever counters.
  const [by, setBy] = useState<'seller' | 'buyer'>(offer.rounds.at(-1)?.by === 'seller' ? 'buyer' : 'seller');
  const [price, setPrice] = useState<number | null>(offer.priceCents);
  const [earnest, setEarnest] = useState(offer.earnestMoneyCents);
  const [financing, setFinancing] = useState(offer.financing as Financing);
  const [closingOn, setClosingOn] = useState(offer.closingOn ?? '');
  const [contingencies, setContingencies] = useState(offer.contingencies as Contingency[]);
  const [expiresAt, setExpiresAt] = useState('');
  const submit = (): void =>
    counter.mutate(
      {
        path: { no, offerNo: offer.offerNo },
        body: {
          by,
          priceCents: price!,
          earnestMoneyCents: earnest,
          financing,
          closingOn: closingOn || null,
          contingencies,
          ...(expiresAt ? { expiresAt } : {}),
        },
      },
      { onSuccess: close },
    );
  return (
    <ActForm
      title={`Counter ${named(offer)}`}
      confirm="Record the counter"
      pending={counter.isPending}
      problem={counter.error}
      disabled={price === null}
      onSubmit={submit}
      close={close}
    >
      <NativeSelect
        label="Proposed by"
        value={by}
        onChange={({ currentTarget }) => setBy(currentTarget.value as 'seller')}
        data={[
          { value: 'seller', label: 'the seller' },
          { value: 'buyer', label: 'the buyer' },
        ]}
      />
      <MoneyInput label="Price" cents={price} onChange={setPrice} required />
      <MoneyInput label="Earnest money" cents={earnest} onChange={setEarnest} />
      <FinancingInput value={financing} onChange={setFinancing} />
      <TextInput label="Closing on" type="date" value={closingOn} onChange={({ currentTarget }) => setClosingOn(currentTarget.value)} />
      <ContingencyInput value={contingencies} onChange={setContingencies} />
      <TextInput
        label="To be answered by"
        description="Where the property is; open without one"
        type="datetime-local"
        value={expiresAt}
        onChange={({ currentTarget }) => setExpiresAt(currentTarget.value)}
      />
    </ActForm>
  );
}

function Backup({ offer, others, close }: Props) {
  const { no } = useDeal();
  const backup = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/backup');
  const standing = others.filter(({ status }) => status === 'backup').length;
  const [position, setPosition] = useState<number | string>(standing + 1);
  const [expiresAt, setExpiresAt] = useState('');
  return (
    <ActForm
      title={`Make ${named(offer)} a back-up`}
      confirm="Make it a back-up"
      pending={backup.isPending}
      problem={backup.error}
      onSubmit={() =>
        backup.mutate(
          {
            path: { no, offerNo: offer.offerNo },
            body: { ...(typeof position === 'number' ? { position } : {}), ...(expiresAt ? { expiresAt } : {}) },
          },
          { onSuccess: close },
        )
      }
      close={close}
    >
      <Text size="sm">It stands by: when the contract ends, a task names the first back-up.</Text>
      <NumberInput label="Place among the back-ups" min={1} max={standing + 1} allowDecimal={false} value={position} onChange={setPosition} />
      <TextInput
        label="Stands by until"
        description="Until it is declined or withdrawn without one"
        type="datetime-local"
        value={expiresAt}
        onChange={({ currentTarget }) => setExpiresAt(currentTarget.value)}
      />
    </ActForm>
  );
}

function Promote({ offer, close }: Props) {
  const { no } = useDeal();
  const promote = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/promote');
  return (
    <ActForm
      title={`Promote ${named(offer)}`}
      confirm="Promote"
      pending={promote.isPending}
      problem={promote.error}
      onSubmit={() => promote.mutate({ path: { no, offerNo: offer.offerNo } }, { onSuccess: close })}
      close={close}
    >
      <Text size="sm">It becomes the accepted offer at {moneyWords(offer.priceCents)}. A deal that fell through is opened again with it.</Text>
    </ActForm>
  );
}

function Refuse({ offer, act, close }: Props & { act: 'decline' | 'withdraw' }) {
  const { no } = useDeal();
  const decline = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/decline');
  const withdraw = useAct('post', '/v1/deals/{no}/offers-received/{offerNo}/withdraw');
  const refuse = act === 'decline' ? decline : withdraw;
  return (
    <ConfirmWithReason
      opened
      title={act === 'decline' ? `The seller declines ${named(offer)}` : `The buyer withdraws ${named(offer)}`}
      reasons={
        act === 'decline' ? ['Price too low', 'A better offer', 'Terms not acceptable'] : ['Bought another house', 'Financing fell away', 'Changed their mind']
      }
      confirm={act === 'decline' ? 'Declined' : 'Withdrawn'}
      pending={refuse.isPending}
      problem={refuse.error}
      onConfirm={(reason) => refuse.mutate({ path: { no, offerNo: offer.offerNo }, body: { reason } }, { onSuccess: close })}
      onClose={close}
    />
  );
}
