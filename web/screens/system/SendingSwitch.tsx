import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../api/act.ts';
import { useMay } from '../../api/me.ts';
import { apiQuery } from '../../api/query.ts';
import { ConfirmWithReason } from '../../parts/ConfirmWithReason.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Section } from '../../parts/Section.tsx';
import { Shown } from '../../parts/Shown.tsx';
import { Status } from '../../parts/Status.tsx';

/** The kill switch: whether anything goes out at all. */
export function SendingSwitch() {
  const query = useQuery(apiQuery('/v1/settings'));
  const mayRead = useMay('people:read');
  const people = useQuery({ ...apiQuery('/v1/people', { query: { limit: 200 } }), enabled: mayRead });
  const may = useMay('settings:write');
  const [asked, setAsked] = useState(false);
  const stop = useAct('post', '/v1/settings/stop-sending');
  const resume = useAct('post', '/v1/settings/resume-sending');
  return (
    <Shown query={query} what="whether messages go out">
      {({ sending: { stopped, since, by } }) => {
        const act = stopped ? resume : stop;
        const close = (): void => {
          setAsked(false);
          act.reset();
        };
        return (
          <Section
            title="Sending"
            about={
              stopped
                ? 'Messages wait and keep their place. Nothing is dropped, and nothing is sent twice when it goes on.'
                : 'E-mails, texts and notices go out within the hours and consent of each recipient.'
            }
            aside={
              may && (
                <Button color={stopped ? undefined : 'red.9'} onClick={() => setAsked(true)}>
                  {stopped ? 'Send again …' : 'Stop all sending …'}
                </Button>
              )
            }
          >
            {stopped ? (
              <Status tone="bad" icon="stopped">
                Stopped {since && <Instant at={since} />}
                {by ? ` by ${people.data?.items.find(({ id }) => id === by)?.name ?? 'a person'}` : ''}
              </Status>
            ) : (
              <Status tone="good">On</Status>
            )}
            <ConfirmWithReason
              opened={asked}
              title={stopped ? 'Send again' : 'Stop all sending'}
              reasons={stopped ? ['The cause is mended', 'It was a test'] : ['Wrong messages go out', 'A provider asks for it', 'A test of the switch']}
              confirm={stopped ? 'Send again' : 'Stop sending'}
              danger={!stopped}
              pending={act.isPending}
              problem={act.error}
              onConfirm={(reason) => act.mutate({ body: { reason } }, { onSuccess: close })}
              onClose={close}
            >
              <Text size="sm">
                {stopped
                  ? 'What waits goes out in its order, within the hours and consent of that moment.'
                  : 'No message starts later than a second after. What is under way at a provider cannot be called back.'}
              </Text>
            </ConfirmWithReason>
          </Section>
        );
      }}
    </Shown>
  );
}
