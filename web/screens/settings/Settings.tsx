import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import type { Answer, Body } from '../../api/client.ts';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { isBesideFields } from '../../parts/faults.ts';
import { Page } from '../../parts/Page.tsx';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Crm } from './Crm.tsx';
import { Deadlines } from './Deadlines.tsx';
import { History } from './History.tsx';
import { Messages } from './Messages.tsx';
import { Offers } from './Offers.tsx';
import { settingWords } from './words.ts';

const route = getRouteApi('/shell/settings');

export type SettingsNow = Answer<'/v1/settings', 'get'>;
export type Draft = NonNullable<Body<'/v1/settings', 'patch'>>;
/** What a part of the form gets: what stands or was typed, and how to change it. */
export type Form = { values: SettingsNow; set: (change: Draft) => void; refused: (path: string) => string | undefined; may: boolean };

/** What a broker decides for the whole brokerage, and who decided what before. */
export function Settings() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(apiQuery('/v1/settings'));
  return (
    <Page title="Settings">
      <Tabs
        className="tabs"
        value={tab ?? 'now'}
        onChange={(value) => void navigate({ search: value === 'history' ? { tab: 'history' } : {}, replace: true })}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="now">Settings</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="now" pt="sm" className="body">
          <Shown query={query} what="the settings">
            {(settings) => <Now settings={settings} />}
          </Shown>
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="sm" className="body">
          <History />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** Only what was changed is sent, so that two people who change different things do not undo each other. */
function Now({ settings }: { settings: SettingsNow }) {
  const may = useMay('settings:write');
  const [draft, setDraft] = useState<Draft>({});
  const change = useAct('patch', '/v1/settings');
  const differing = (Object.keys(draft) as (keyof Draft)[]).filter((name) => JSON.stringify(draft[name]) !== JSON.stringify(settings[name]));
  const form: Form = {
    may,
    values: { ...settings, ...draft } as SettingsNow,
    set: (more) => {
      change.reset();
      setDraft((before) => ({ ...before, ...more }));
    },
    refused: (path) => change.error?.errors.find((fault) => fault.path === path)?.message,
  };
  const save = (): void =>
    change.mutate({ body: Object.fromEntries(differing.map((name) => [name, draft[name]])) as Draft }, { onSuccess: () => setDraft({}) });
  return (
    <Stack gap="md" maw={820}>
      {!may && <Text size="sm">A broker changes these; you may read them.</Text>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (differing.length > 0) save();
        }}
      >
        <Stack gap="md">
          <Offers form={form} />
          <Deadlines form={form} />
          <Messages form={form} />
          {change.error && !isBesideFields(change.error, Object.keys(draft)) && <ProblemView error={change.error} />}
          {may && (
            <Group className="savebar" justify="space-between">
              <Text size="sm" role="status">
                {change.isSuccess && differing.length === 0
                  ? 'Saved.'
                  : differing.length > 0
                    ? `Not saved yet: ${differing.map((name) => settingWords(name).toLowerCase()).join(', ')}`
                    : 'Everything is saved.'}
              </Text>
              <Group gap="xs">
                <Button
                  variant="default"
                  disabled={differing.length === 0}
                  onClick={() => {
                    setDraft({});
                    change.reset();
                  }}
                >
                  Take back
                </Button>
                <Button type="submit" disabled={differing.length === 0} loading={change.isPending}>
                  Save
                </Button>
              </Group>
            </Group>
          )}
        </Stack>
      </form>
      <Crm url={settings.crmUrl} may={may} />
    </Stack>
  );
}
