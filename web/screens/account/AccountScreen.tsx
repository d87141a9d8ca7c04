import { Stack, Text } from '@mantine/core';
import { useMay, useMe } from '../../api/me.ts';
import { Body } from '../../parts/Body.tsx';
import { Page } from '../../parts/Page.tsx';
import { Section } from '../../parts/Section.tsx';
import { CalendarFeed } from './CalendarFeed.tsx';
import { DigestSwitch } from './DigestSwitch.tsx';
import { OwnViews } from './OwnViews.tsx';
import { Password } from './Password.tsx';
import { Sessions } from './Sessions.tsx';

/** What belongs to the person who is signed in: password, sessions, saved views. */
export function AccountScreen() {
  const { person, brokerage, session } = useMe();
  const mayClosing = useMay('closing:read');
  return (
    <Page title="Your account">
      <Body label="What belongs to you">
        <Stack gap="md" maw={820}>
          <Section title={person.name} about={`${person.role} at ${brokerage.name}`}>
            <Text size="sm">You sign in with {person.email}. A broker changes name, address and role under “People”.</Text>
          </Section>
          {session && <Password session={session} />}
          {session && <Sessions />}
          {mayClosing && <CalendarFeed />}
          <DigestSwitch />
          <OwnViews />
        </Stack>
      </Body>
    </Page>
  );
}
