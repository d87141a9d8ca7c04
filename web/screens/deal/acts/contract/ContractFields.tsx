import '../amend.css';
import './contract.css';
import { Alert, Button, Fieldset, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Blanks } from '../../../../../domain/compliance/forms/blanks.ts';
import type { Body, Item } from '../../../../api/client.ts';
import { useBusinessNow } from '../../../../parts/Instant.tsx';
import { ProblemView } from '../../../../parts/ProblemView.tsx';
import { dateIn } from '../../../../parts/time.ts';
import { useDeal } from '../../use-deal.ts';
import { blankWords } from '../../words.ts';
import { closingNames } from '../closing-names.ts';
import { DocumentBeside, Progress } from './Beside.tsx';
import { type Filled, withField } from './filled.ts';
import { Proposed } from './Proposals.tsx';
import { Source } from './Source.tsx';
import { useIntake } from './use-intake.ts';

type Form = Item<'/v1/calculators/deadline'>;
type Version = Form['versions'][number];
type Input = NonNullable<Body<'/v1/deals/{no}/contract', 'post'>>;

export const isContract = ({ versions }: Form): boolean => versions.some(({ blanks }) => blanks !== null);
const versionOn = ({ versions }: Form, day: string): Version | undefined =>
  versions.filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)).at(-1) ?? versions.at(-1);
const noBlanks: Blanks = { periods: [], dates: [] };

type Props = {
  forms: Form[];
  pending: boolean;
  problem: Error | null;
  record: (input: Input) => void;
  close: () => void;
  /** The document beside which the terms are entered; none, and they are typed. */
  source: string | null;
  choose: (source: string | null) => void;
};

export function ContractFields({ forms, pending, problem, record, close, source, choose }: Props) {
  const { deal, zone } = useDeal();
  const today = dateIn(useBusinessNow()(), zone);
  const state = /, .*?([A-Z]{2})(?: [\d-]+)?$/.exec(deal.property ?? '')?.[1];
  const local = forms.filter(({ jurisdiction }) => jurisdiction === state || jurisdiction.endsWith(`-${state}`));
  const [regime, setRegime] = useState((local[0] ?? forms.find(({ regime: id }) => id === 'us-generic') ?? forms[0])?.regime ?? '');
  const [filled, setFilled] = useState<Filled>({ effectiveOn: today, price: '', periods: {}, dates: {} });
  const [effectiveTime, setEffectiveTime] = useState('12:00');
  const [financed, setFinanced] = useState(true);
  const set = (field: string, value: string | number): void => setFilled((before) => withField(before, field, value));
  const form = forms.find((each) => each.regime === regime);
  const blanks = (form && versionOn(form, filled.effectiveOn || today)?.blanks) ?? noBlanks;
  const closing = blanks.dates.find(({ name }) => closingNames.includes(name))?.name ?? 'closingDate';
  const dateNames = [closing, ...blanks.dates.map(({ name }) => name).filter((name) => name !== closing)];
  const intake = useIntake({ source, form: regime, blanks, filled, set });
  const labelOf = (field: string): string => fieldWords(field, blanks);
  // Of another form that was chosen before, nothing is sent.
  const periods = Object.fromEntries(
    blanks.periods.flatMap(({ name }) => {
      const days = filled.periods[name];
      return days === undefined || days === '' ? [] : [[name, Number(days)]];
    }),
  );
  const dates = Object.fromEntries(dateNames.flatMap((name) => (filled.dates[name] ? [[name, filled.dates[name]]] : [])));
  const group = (title: string, of: Form[]) => ({ group: title, items: of.map(({ regime: value, title: label }) => ({ value, label })) });
  const others = forms.filter((each) => !local.includes(each));
  const read = (document: string): void => {
    // Today was a guess. Beside the contract itself its day is taken from there, or typed.
    if (filled.effectiveOn === today) set('effectiveOn', '');
    choose(document);
  };
  return (
    <div className={source ? 'contract-fields intake' : 'contract-fields'}>
      {source && <DocumentBeside id={source} intake={intake} />}
      <form
        key="fields"
        onFocus={intake.onFocus}
        onKeyDown={intake.onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          const cents = Math.round(Number(filled.price) * 100);
          record({
            form: regime as Input['form'],
            effectiveOn: filled.effectiveOn,
            effectiveTime,
            ...(cents > 0 ? { priceCents: cents } : {}),
            periods,
            dates: { ...dates, financed },
            parties: [],
          });
        }}
      >
        <Stack gap="sm">
          {source ? <Progress key={source} intake={intake} labelOf={labelOf} away={() => choose(null)} /> : <Source choose={read} />}
          <Select
            label="Form"
            required
            allowDeselect={false}
            data-autofocus
            data={[...(local.length > 0 ? [group(`Forms of ${state}`, local)] : []), group('Other forms', others)]}
            value={regime}
            onChange={(value) => setRegime(value ?? '')}
          />
          <Group grow align="flex-start" className="contract-row">
            <Proposed of="effectiveOn" label="Effective date" intake={intake}>
              <TextInput
                type="date"
                label="Effective date"
                required
                value={filled.effectiveOn}
                onChange={({ currentTarget }) => set('effectiveOn', currentTarget.value)}
              />
            </Proposed>
            <TextInput type="time" label="At" required value={effectiveTime} onChange={({ currentTarget }) => setEffectiveTime(currentTarget.value)} />
            <Proposed of="priceCents" label="Price" intake={intake}>
              <NumberInput
                label="Price"
                description={deal.side === 'listing' ? 'Left empty, that of the accepted offer' : undefined}
                required={deal.side !== 'listing'}
                prefix="$"
                thousandSeparator=","
                decimalScale={2}
                min={0}
                hideControls
                value={filled.price}
                onChange={(price) => setFilled((before) => ({ ...before, price }))}
              />
            </Proposed>
          </Group>
          <Group grow align="flex-start" className="contract-row">
            {dateNames.map((name) => (
              <Proposed key={name} of={`dates.${name}`} label={blankWords(name)} intake={intake}>
                <TextInput
                  type="date"
                  label={blankWords(name)}
                  required={name === closing}
                  value={filled.dates[name] ?? ''}
                  onChange={({ currentTarget }) => set(`dates.${name}`, currentTarget.value)}
                />
              </Proposed>
            ))}
          </Group>
          <Switch label="A lender finances the purchase" checked={financed} onChange={({ currentTarget }) => setFinanced(currentTarget.checked)} />
          {blanks.periods.length > 0 && (
            <Fieldset legend="Periods, in days">
              <div className="amend-periods">
                {blanks.periods.map(({ name, title, days }) => (
                  <Proposed key={name} of={`periods.${name}`} label={title} intake={intake}>
                    <NumberInput
                      label={title}
                      min={0}
                      max={3660}
                      hideControls
                      allowDecimal={false}
                      placeholder={days === null ? 'none' : `${days} by the form`}
                      value={filled.periods[name] ?? ''}
                      onChange={(value) => set(`periods.${name}`, value)}
                    />
                  </Proposed>
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
    </div>
  );
}

const known: Record<string, string> = { effectiveOn: 'Effective date', priceCents: 'Price', earnestMoneyCents: 'Earnest money', optionFeeCents: 'Option Fee' };
/** A field as its label calls it. */
function fieldWords(field: string, { periods }: Blanks): string {
  const name = field.split('.')[1] ?? field;
  return known[field] ?? periods.find((blank) => blank.name === name)?.title ?? blankWords(name);
}
