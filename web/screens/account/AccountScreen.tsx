import { Button, Stack, Text } from '@mantine/core';
import { useMay, useMe } from '../../api/me.ts';
import { useSignOut } from '../../app/signOut.ts';
import { Body } from '../../parts/Body.tsx';
import { Instant } from '../../parts/Instant.tsx';
import { Page } from '../../parts/Page.tsx';
import { Section } from '../../parts/Section.tsx';
import { CalendarFeed } from './CalendarFeed.tsx';
import { DigestSwitch } from './DigestSwitch.tsx';
import { OwnViews } from './OwnViews.tsx';
import { Password } from './Password.tsx';

/** What belongs to the person who is signed in: password, session, saved views. */
export function AccountScreen() {
  const { person, brokerage, session } = useMe();
  const signOut = useSignOut();
  const mayClosing = useMay('closing:read');
  return (
    <Page title="Your account">
      <Body label="What belongs to you">
        <Stack gap="md" maw={820}>
          <Section title={person.name} about={`${person.role} at ${brokerage.name}`}>
            <Text size="sm">You sign in with {person.email}. A broker changes name, address and role under “People”.</Text>
          </Section>
          {session && <Password session={session} />}
          {session && (
            <Section
              title="This session"
              about={
                <>
                  It ends <Instant at={session.expiresAt} machine />, or after a week unused.
                </>
              }
              aside={
                <Button variant="default" onClick={signOut}>
                  End it now
                </Button>
              }
            >
              <Text size="sm">On another machine that you no longer have, a session ends when you choose a new password here.</Text>
            </Section>
          )}
          {mayClosing && <CalendarFeed />}
          <DigestSwitch />
          <OwnViews />
        </Stack>
      </Body>
    </Page>
  );
}
