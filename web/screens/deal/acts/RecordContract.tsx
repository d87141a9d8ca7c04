import './amend.css';
import { Alert, Button, Fieldset, Group, List, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../../api/act.ts';
import type { Body, Item } from '../../../api/client.ts';
import { apiQuery } from '../../../api/query.ts';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useBusinessNow } from '../../../parts/Instant.tsx';
import { ProblemView } from '../../../parts/ProblemView.tsx';
import { Shown } from '../../../parts/Shown.tsx';
import { dateIn } from '../../../parts/time.ts';
import { dayOf } from '../days.ts';
import { useDeal } from '../use-deal.ts';
import { awaitedWords, blankWords } from '../words.ts';
import { closingNames } from './closing-names.ts';

type Form = Item<'/v1/calculators/deadline'>;
type Version = Form['versions'][number];
type Input = NonNullable<Body<'/v1/deals/{no}/contract', 'post'>>;

const isContract = ({ versions }: Form): boolean => versions.some(({ blanks }) => blanks !== null);
const versionOn = ({ versions }: Form, day: string): Version | undefined =>
  versions.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)).at(-1) ?? versions.at(-1);

/** The signed contract: its form, dates and numbers. All its deadlines are computed at once, and shown. */
export default function RecordContract({ close }: { close: () => void }) {
  const forms = useQuery(apiQuery('/v1/calculators/deadline'));
  const { no } = useDeal();
  const act = useAct('post', '/v1/deals/{no}/contract');
  if (act.data)
    return (
      <Dialog opened onClose={close} title="The contract is recorded">
        <Stack gap="sm">
          <Text>Its clocks run. What waits for a fact gets its date once that is recorded.</Text>
          <List size="sm" spacing={2}>
            {act.data.deadlines.map(({ clock, title, date, waitsFor }) => (
              <List.Item key={clock}>
                <b>{title}</b>: {date ? dayOf(date) : `no date yet, waits for ${waitsFor.map(awaitedWords).join(', ')}`}
              </List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  return (
    <Dialog opened onClose={close} size="lg" title="Record the contract">
      <Shown query={forms} what="the forms">
        {({ items }) => (
          <Fields
            forms={items.filter(isContract)}
            pending={act.isPending}
            problem={act.error}
            record={(body) => act.mutate({ path: { no }, body })}
            close={close}
          />
        )}
      </Shown>
    </Dialog>
  );
}

type FieldsProps = { forms: Form[]; pending: boolean; problem: Error | null; record: (input: Input) => void; close: () => void };

function Fields({ forms, pending, problem, record, close }: FieldsProps) {
  const { deal, zone } = useDeal();
  const now = useBusinessNow()();
  const state = /, .*?([A-Z]{2})(?: [\d-]+)?$/.exec(deal.property ?? '')?.[1];
  const local = forms.filter(({ jurisdiction }) => jurisdiction === state || jurisdiction.endsWith(`-${state}`));
  const [regime, setRegime] = useState((local[0] ?? forms.find(({ regime: id }) => id === 'us-generic') ?? forms[0])?.regime ?? '');
  const [effectiveOn, setEffectiveOn] = useState(dateIn(now, zone));
  const [effectiveTime, setEffectiveTime] = useState('12:00');
  const [price, setPrice] = useState<number | string>('');
  const [financed, setFinanced] = useState(true);
  const [periods, setPeriods] = useState<Record<string, number | string>>({});
  const [dates, setDates] = useState<Record<string, string>>({});
  const form = forms.find((each) => each.regime === regime);
  const blanks = form && versionOn(form, effectiveOn)?.blanks;
  const closing = blanks?.dates.find(({ name }) => closingNames.includes(name))?.name ?? 'closingDate';
  const dateNames = [closing, ...(blanks?.dates ?? []).map(({ name }) => name).filter((name) => name !== closing)];
  // Of another form that was chosen before, nothing is sent.
  const filledPeriods = Object.fromEntries(
    (blanks?.periods ?? []).flatMap(({ name }) => (periods[name] === undefined || periods[name] === '' ? [] : [[name, Number(periods[name])]])),
  );
  const filledDates = Object.fromEntries(dateNames.flatMap((name) => (dates[name] ? [[name, dates[name]]] : [])));
  const group = (title: string, of: Form[]) => ({ group: title, items: of.map(({ regime: value, title: label }) => ({ value, label })) });
  const others = forms.filter((each) => !local.includes(each));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const cents = Math.round(Number(price) * 100);
        record({
          form: regime as Input['form'],
          effectiveOn,
          effectiveTime,
          ...(cents > 0 ? { priceCents: cents } : {}),
          periods: filledPeriods,
          dates: { ...filledDates, financed },
          parties: [],
        });
      }}
    >
      <Stack gap="sm">
        <Select
          label="Form"
          required
          allowDeselect={false}
          data-autofocus
          data={[...(local.length > 0 ? [group(`Forms of ${state}`, local)] : []), group('Other forms', others)]}
          value={regime}
          onChange={(value) => setRegime(value ?? '')}
        />
        <Group grow align="flex-start">
          <TextInput type="date" label="Effective date" required value={effectiveOn} onChange={({ currentTarget }) => setEffectiveOn(currentTarget.value)} />
          <TextInput type="time" label="At" required value={effectiveTime} onChange={({ currentTarget }) => setEffectiveTime(currentTarget.value)} />
          <NumberInput
            label="Price"
            description={deal.side === 'listing' ? 'Left empty, that of the accepted offer' : undefined}
            required={deal.side !== 'listing'}
            prefix="$"
            thousandSeparator=","
            decimalScale={2}
            min={0}
            hideControls
            value={price}
            onChange={setPrice}
          />
        </Group>
        <Group grow align="flex-start">
          {dateNames.map((name) => (
            <TextInput
              key={name}
              type="date"
              label={blankWords(name)}
              required={name === closing}
              value={dates[name] ?? ''}
              onChange={({ currentTarget: { value } }) => setDates((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </Group>
        <Switch label="A lender finances the purchase" checked={financed} onChange={({ currentTarget }) => setFinanced(currentTarget.checked)} />
        {blanks && blanks.periods.length > 0 && (
          <Fieldset legend="Periods, in days">
            <div className="amend-periods">
              {blanks.periods.map(({ name, title, days }) => (
                <NumberInput
                  key={name}
                  label={title}
                  min={0}
                  max={3660}
                  hideControls
                  allowDecimal={false}
                  placeholder={days === null ? 'none' : `${days} by the form`}
                  value={periods[name] ?? ''}
                  onChange={(value) => setPeriods((before) => ({ ...before, [name]: value }))}
                />
              ))}
            </div>
          </Fieldset>
        )}
        <Alert variant="light" py="xs">
          Every deadline of the form is computed at once, and watched from then on. Who takes part is entered under Parties.
        </Alert>
        {problem && <ProblemView error={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            Record it
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
