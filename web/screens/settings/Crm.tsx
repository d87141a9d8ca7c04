import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { Confirm } from '../../parts/Confirm.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { faultOf, isBesideFields } from '../../parts/faults.ts';
import { ProblemView } from '../../parts/ProblemView.tsx';
import { Section } from '../../parts/Section.tsx';
import { ShownOnce } from '../../parts/ShownOnce.tsx';

/** Refusals that concern the address. */
const codes = ['bad-crm-url', 'private-crm'];

/** Where changes of contacts are pushed to. It has its own act, because it answers with a secret that is shown once. */
export function Crm({ url, may }: { url: string | null; may: boolean }) {
  const enter = useAct('post', '/v1/settings/crm');
  const [value, setValue] = useState<string | null>(null);
  const [asked, setAsked] = useState<'out' | 'secret' | null>(null);
  const typed = value ?? url ?? '';
  const secret = enter.data?.secret;
  const close = (): void => {
    setAsked(null);
    enter.reset();
  };
  return (
    <Section
      title="CRM"
      about={
        <>
          A change of a person's name, address or zone is pushed there as a signed webhook and tried for seven days.{' '}
          <Anchor href="/docs/guides/webhooks" inherit underline="always">
            What it receives
          </Anchor>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ body: { url: typed.trim() } }, { onSuccess: () => setValue(null) });
        }}
      >
        <Stack gap="sm">
          <TextInput
            type="url"
            label="Address"
            description="https, and reachable from the internet. Each new address gets a new secret."
            placeholder="https://crm.example.com/hooks"
            value={typed}
            onChange={({ currentTarget }) => {
              setValue(currentTarget.value);
              if (enter.error) enter.reset();
            }}
            error={asked ? undefined : faultOf(enter.error, 'url', codes)}
            disabled={!may}
          />
          {!asked && enter.error && !isBesideFields(enter.error, ['url'], codes) && <ProblemView error={enter.error} />}
          {may && (
            <Group gap="xs">
              <Button type="submit" loading={enter.isPending && !asked} disabled={!typed.trim() || typed.trim() === url}>
                {url ? 'Change the address' : 'Enter the CRM'}
              </Button>
              {url && (
                <>
                  <Button variant="default" onClick={() => setAsked('secret')}>
                    New secret …
                  </Button>
                  <Button variant="default" onClick={() => setAsked('out')}>
                    Take it out …
                  </Button>
                </>
              )}
            </Group>
          )}
        </Stack>
      </form>
      {asked && !secret && (
        <Confirm
          title={asked === 'out' ? 'Take the CRM out' : 'Make a new secret'}
          confirm={asked === 'out' ? 'Take it out' : 'Make a new secret'}
          danger={asked === 'out'}
          pending={enter.isPending}
          problem={enter.error}
          onConfirm={() =>
            asked === 'out'
              ? enter.mutate({ body: { url: null } }, { onSuccess: close })
              : enter.mutate({ body: { url, newSecret: true } }, { onSuccess: () => setAsked(null) })
          }
          onClose={close}
        >
          <Text size="sm">
            {asked === 'out'
              ? 'Changes of contacts are no longer pushed. Those that wait now are given up.'
              : 'The secret of now stops at once: until the CRM has the new one it refuses what is pushed, which is then tried again by itself.'}
          </Text>
        </Confirm>
      )}
      {secret && (
        <Dialog opened onClose={close} title="The secret of the CRM" closeOnClickOutside={false}>
          <Stack gap="sm">
            <ShownOnce what="The secret" value={secret}>
              <Text size="sm">Enter it in the CRM: with it the CRM knows that a push comes from Keyturn.</Text>
            </ShownOnce>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Done
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </Section>
  );
}
