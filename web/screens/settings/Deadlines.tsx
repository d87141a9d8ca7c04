import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { roles } from '../../parts/roles.ts';
import { Section } from '../../parts/Section.tsx';
import { oneOf } from '../../parts/search.ts';
import { NumberField } from './NumberField.tsx';
import type { Form, SettingsNow } from './Settings.tsx';

type Watch = SettingsNow['deadlineWatch'];
const hoursWords = (hours: readonly number[]): string => hours.join(', ');
const readHours = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);

/** When people hear of a deadline: it approaches, reminders, flag, and who is told after it. */
export function Deadlines({ form }: { form: Form }) {
  const watch = form.values.deadlineWatch;
  const set = (change: Partial<Watch>): void => form.set({ deadlineWatch: { ...watch, ...change } });
  return (
    <Section title="Deadlines" about="Deadlines that are watched now take a change over at once. What was told already is not told again.">
      <Stack gap="md">
        <NumberField
          form={form}
          label="A deadline approaches"
          help="So long before it, it shows in its file as approaching."
          path="deadlineWatch.leadHours"
          value={watch.leadHours}
          onChange={(leadHours) => set({ leadHours })}
          min={1}
          max={8760}
          suffix="hours before"
        />
        <Reminders key={hoursWords(form.values.deadlineWatch.reminderHours.filter(Number.isFinite))} form={form} watch={watch} set={set} />
        <NumberField
          form={form}
          label="Flagged without evidence"
          help={`So long after it began to approach, the deal is flagged if nothing shows that it is met. ${
            watch.flagAfterHours >= watch.leadHours ? 'As it is now, the deadline itself comes first, so nothing is ever flagged.' : ''
          }`}
          path="deadlineWatch.flagAfterHours"
          value={watch.flagAfterHours}
          onChange={(flagAfterHours) => set({ flagAfterHours })}
          min={0}
          max={8760}
          suffix="hours after"
        />
        <Ladder form={form} watch={watch} set={set} />
      </Stack>
    </Section>
  );
}

type Part = { form: Form; watch: Watch; set: (change: Partial<Watch>) => void };

/** Typed as a list; read when one leaves the field, so that a half typed number is none yet. */
function Reminders({ form, watch, set }: Part) {
  const [text, setText] = useState(hoursWords(watch.reminderHours));
  const hours = readHours(text);
  const fault = hours.some((each) => !Number.isInteger(each) || each < 1 || each > 8760)
    ? 'Whole hours from 1 to 8760, with commas between: 72, 48, 24.'
    : new Set(hours).size < hours.length
      ? 'The same hour stands there twice.'
      : form.refused('deadlineWatch.reminderHours');
  return (
    <TextInput
      label="Reminders"
      description="Hours before it at which the one who must act is reminded. Empty for none."
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => !fault && hoursWords(hours) !== hoursWords(watch.reminderHours) && set({ reminderHours: hours })}
      onKeyDown={({ key }) => key === 'Enter' && !fault && hoursWords(hours) !== hoursWords(watch.reminderHours) && set({ reminderHours: hours })}
      error={fault}
      disabled={!form.may}
      maw={420}
    />
  );
}

function Ladder({ form, watch, set }: Part) {
  const { ladder } = watch;
  const replace = (at: number, change: Partial<Watch['ladder'][number]>): void =>
    set({ ladder: ladder.map((rung, index) => (index === at ? { ...rung, ...change } : rung)) });
  const free = roles.filter((role) => !ladder.some((rung) => rung.role === role));
  const refused = form.refused('deadlineWatch.ladder');
  return (
    <fieldset className="plain">
      <legend>Told after the flag</legend>
      <Text size="xs" c="dimmed" mb={6}>
        Who hears of a flagged deadline, and how long after the flag. Nobody is told past the deadline itself: then it is missed, and the broker has a task.
      </Text>
      <Stack gap={6}>
        {ladder.map((rung, at) => (
          <Group key={rung.role} gap="xs" align="flex-start" wrap="nowrap" maw={420}>
            <NativeSelect
              aria-label={`Role ${at + 1}`}
              data={[...roles]}
              value={rung.role}
              onChange={({ currentTarget }) => replace(at, { role: oneOf(currentTarget.value, roles)! })}
              error={form.refused(`deadlineWatch.ladder.${at}.role`)}
              disabled={!form.may}
              style={{ flex: 1 }}
            />
            <NumberInput
              aria-label={`Hours after the flag for the ${rung.role}`}
              value={Number.isFinite(rung.afterHours) ? rung.afterHours : ''}
              onChange={(given) => replace(at, { afterHours: given === '' ? Number.NaN : Number(given) })}
              suffix=" hours after"
              allowDecimal={false}
              hideControls
              min={0}
              max={8760}
              clampBehavior="none"
              disabled={!form.may}
              style={{ flex: 1 }}
              error={!Number.isFinite(rung.afterHours) ? 'Enter a whole number.' : form.refused(`deadlineWatch.ladder.${at}.afterHours`)}
            />
            {form.may && (
              <ActionIcon mt={3} aria-label={`The ${rung.role} is not told`} onClick={() => set({ ladder: ladder.filter((_, index) => index !== at) })}>
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {ladder.length === 0 && <Text size="sm">Nobody is told.</Text>}
        {refused && (
          <Text size="sm" c="var(--tone-bad)">
            {refused}
          </Text>
        )}
        {form.may && free[0] && (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => set({ ladder: [...ladder, { role: free[0]!, afterHours: (ladder.at(-1)?.afterHours ?? -12) + 12 }] })}
            >
              Tell one more role
            </Button>
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
