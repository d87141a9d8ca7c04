import { Stack, Switch } from '@mantine/core';
import { Section } from '../../parts/Section.tsx';
import { NumberField } from './NumberField.tsx';
import type { Form } from './Settings.tsx';

export const Offers = ({ form }: { form: Form }) => (
  <Section title="Deals and offers">
    <Stack gap="md">
      <NumberField
        form={form}
        label="Deals opened in a day"
        help="The rule opens at most so many; the other leads that qualify wait in order for the next day. 0 opens none by itself."
        path="dealsPerDay"
        value={form.values.dealsPerDay}
        onChange={(dealsPerDay) => form.set({ dealsPerDay })}
        min={0}
        max={10_000}
        suffix="deals"
      />
      <Switch
        label="Offers wait for an approval"
        description="On, a person looks at each offer before it is sent. Off, it goes out as the formula makes it."
        checked={form.values.offerApproval}
        onChange={({ currentTarget }) => form.set({ offerApproval: currentTarget.checked })}
        disabled={!form.may}
      />
      <NumberField
        form={form}
        label="How long an offer stands"
        help="Then it expires and the deal goes on without it. Offers that are out keep the day they were sent with."
        path="offerDays"
        value={form.values.offerDays}
        onChange={(offerDays) => form.set({ offerDays })}
        min={1}
        max={365}
        suffix="days"
      />
      <NumberField
        form={form}
        label="How long signers have"
        help="An envelope that is not signed by all by then is ended, and its deal's agent gets a task."
        path="signatureDays"
        value={form.values.signatureDays}
        onChange={(signatureDays) => form.set({ signatureDays })}
        min={1}
        max={120}
        suffix="days"
      />
    </Stack>
  </Section>
);
