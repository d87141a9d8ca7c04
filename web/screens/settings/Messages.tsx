import { Checkbox, Stack, Switch } from '@mantine/core';
import { partyTemplateNames, partyTemplates } from '../../../domain/closing/party-templates.ts';
import { Section } from '../../parts/Section.tsx';
import type { Form } from './Settings.tsx';

export const Messages = ({ form }: { form: Form }) => (
  <Section title="Messages">
    <Stack gap="md">
      <Checkbox.Group
        label="Messages to parties that go out by themselves"
        description="Every other one waits for a person, who reads it and releases it. Trust one when its drafts are released unchanged."
        value={form.values.trustedTemplates}
        onChange={(names) => form.set({ trustedTemplates: partyTemplateNames.filter((name) => names.includes(name)) })}
        error={form.refused('trustedTemplates')}
      >
        <Stack gap={8} mt={8}>
          {partyTemplateNames.map((name) => (
            <Checkbox key={name} value={name} label={partyTemplates[name].title} disabled={!form.may} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Switch
        label="Notices of signatures"
        description="The deal's agent gets an e-mail when a document is signed by all. The task in the application comes either way."
        checked={form.values.signatureNotices}
        onChange={({ currentTarget }) => form.set({ signatureNotices: currentTarget.checked })}
        disabled={!form.may}
      />
    </Stack>
  </Section>
);
